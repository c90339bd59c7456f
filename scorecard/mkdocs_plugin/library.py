"""MkDocs as a library: what `scorecard build`, `serve` and `render` use of it."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from scorecard import pipeline
from scorecard.mkdocs_plugin import ScorecardConfig, ScorecardPlugin, material
from scorecard.mkdocs_plugin.navigation import navigation
from scorecard.mkdocs_plugin.preview import Preview

HOST = "127.0.0.1"
#: Told what MkDocs has to say: the level's name in small letters, and the text.
Say = Callable[[str, str], None]


class Failed(Protocol):
    """Tells of a build that did not work; gives the words for the page. `filled`: a good site is still shown."""

    def __call__(self, error: Exception, *, filled: bool) -> str: ...


class SiteProblem(Exception):  # noqa: N818 - a problem is what people are told
    """MkDocs could not build; one line says why. `usage` is True when mkdocs.yml itself is wrong."""

    def __init__(self, message: str, *, usage: bool = False) -> None:
        super().__init__(message)
        self.usage = usage


class _Told(logging.Handler):
    def __init__(self, say: Say) -> None:
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(sys.exc_info()[1], OSError):
            return  # MkDocs tells it and passes it on: whoever catches it tells it once, in plain words
        self._say(record.levelname.lower(), record.getMessage())


@contextmanager
def heard(say: Say) -> Iterator[None]:
    """Pass on the warnings and errors of MkDocs while the block runs."""
    logger, handler = logging.getLogger("mkdocs"), _Told(say)
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before


def configuration(project: Path, site_dir: Path, *, strict: bool = False) -> MkDocsConfig:
    """The project's mkdocs.yml, or a built-in one; what it does not say about theme, plugins and docs_dir is ours.

    Raises SiteProblem when it cannot be used.
    """
    names = (project / "mkdocs.yml", project / "mkdocs.yaml")
    file = next((name for name in names if name.is_file()), names[0])
    options: dict[str, Any] = {"site_dir": str(site_dir), "strict": strict or None}
    try:
        given = material.said(file, MkDocsConfig(config_file_path=str(file)))
        options |= {key: value for key, value in _defaults(project).items() if key not in given}
        source = file.open("rb") if file.is_file() else BytesIO(b"site_name: ''\n")
        config = load_config(source, config_file_path=str(file), **options)
    except (Abort, ConfigurationError) as error:
        raise SiteProblem(f"{file.name} cannot be used: {error}", usage=True) from error
    except OSError as error:
        raise SiteProblem(f"{file.name} cannot be read: {pipeline.reason(error)}", usage=True) from error
    plugin_of(config)
    return config


def _defaults(project: Path) -> dict[str, Any]:
    docs = next((project / name for name in ("content", "docs") if (project / name).is_dir()), material.NOTHING)
    return {"docs_dir": str(docs), "theme": {"name": "material"}, "plugins": ["search", "scorecard"]}


def plugin_of(config: MkDocsConfig) -> ScorecardPlugin:
    """Our plugin in a configuration. Raises SiteProblem when mkdocs.yml leaves it out."""
    plugin = config.plugins.get("scorecard")
    if not isinstance(plugin, ScorecardPlugin):
        raise SiteProblem("mkdocs.yml cannot be used: `plugins` does not name scorecard", usage=True)
    return plugin


def settings(project: Path, say: Say) -> ScorecardConfig:
    """What mkdocs.yml says under `scorecard`. Raises SiteProblem when it cannot be used."""
    with heard(say):
        return plugin_of(configuration(project, project / "site")).config


def build_site(built: pipeline.Built, project: Path, site_dir: Path, *, strict: bool, say: Say) -> None:
    """Write the site of a drawn bundle into a folder. Raises SiteProblem."""
    with heard(say):
        config = configuration(project, site_dir, strict=strict)
        plugin = plugin_of(config)  # MkDocs keeps one plugin for the whole process
        plugin.built, plugin.serving, plugin.on_demand = built, False, False
        _run(config, plugin)


def _run(config: MkDocsConfig, plugin: ScorecardPlugin) -> None:
    try:
        build(config)
    except Abort as error:
        raise SiteProblem(str(error)) from error
    except UnicodeDecodeError as error:
        raise SiteProblem("a hand-written page is not UTF-8 text") from error
    except Exception as error:
        if not type(error).__module__.startswith("jinja2"):
            raise
        place = f"{getattr(error, 'filename', None) or 'theme'}:{getattr(error, 'lineno', None) or 1}"
        raise SiteProblem(f"a template of the theme cannot be used: {place}: {error}") from error
    finally:
        plugin.close()


def serve(
    make: Callable[[], pipeline.Built],
    project: Path,
    port: int,
    *,
    say: Say,
    ready: Callable[[str], None],
    failed: Failed,
) -> None:
    """Show the site on this machine only, and build it again after every edit, until interrupted.

    `make` gives the drawn site; whatever it raises goes to `failed`, whose text is shown above the last good site, or
    alone where there is none yet. Leaf pages are drawn when somebody looks at them. Raises SiteProblem where
    mkdocs.yml cannot be used at the first build, and OSError where the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="scorecard-") as folder, heard(say):
        preview = Preview(Path(folder), HOST, port)

        def fill() -> None:
            try:
                built = make()
                fresh = preview.fresh()
                config = configuration(project, fresh)
                config.site_url = preview.url
                plugin = plugin_of(config)
                plugin.built, plugin.serving, plugin.on_demand = built, True, True
                _run(config, plugin)
                preview.show(fresh, plugin.leaves)
            except Exception as error:
                if isinstance(error, SiteProblem) and error.usage and not preview.filled:
                    raise
                preview.trouble = failed(error, filled=preview.filled)

        fill()
        preview.builder = fill
        files = (project / "mkdocs.yml", *(project / own for own in pipeline.OWN_FOLDERS))
        for watched in (*files, *pipeline.watched(project)):
            if watched.exists():
                preview.watch(str(watched))
        try:
            preview.bound()
            ready(preview.url)
            preview.serve()  # type: ignore[no-untyped-call]
        finally:
            preview.shutdown()


def neutral_configuration(built: pipeline.Built, written: Iterable[str], style: Iterable[str]) -> dict[str, Any]:
    """The mkdocs.yml of `scorecard render`: the same look and navigation, without our plugin.

    `written` are the addresses of the hand-written files, `style` those of our style sheets and scripts.
    """
    linked = tuple(style)
    look = material.settings(built, serving=False)
    look["extra"]["scorecard"]["program"] = True  # what another engine's theme needs, it knows best
    return {
        "site_name": look["site_name"],
        "site_url": look["site_url"],
        "docs_dir": "content",
        "site_dir": "site",
        "theme": {"name": "material", "custom_dir": "theme", **look["theme"]},
        "plugins": ["search"],
        "nav": navigation(built.bundle.documents, None, (uri for uri in written if uri.endswith(".md"))),
        "not_in_nav": "*",
        "markdown_extensions": ["attr_list", {"tables": {"use_align_attribute": True}}],
        "extra": look["extra"],
        "extra_css": [uri for uri in linked if uri.endswith(".css")],
        "extra_javascript": [uri for uri in linked if uri.endswith(".js")],
    }
