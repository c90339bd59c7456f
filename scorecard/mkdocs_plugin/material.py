"""Settings of MkDocs and Material that a scorecard needs. What mkdocs.yml says itself always wins."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scorecard.mkdocs_plugin.page import escaped

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from scorecard.pipeline import Built

FEATURES = ("content.action.edit", "navigation.indexes", "navigation.path", "navigation.tabs", "search.highlight")

#: All our style sheets in one file: a first visit asks for few.
SHEET = "assets/scorecard.css"

#: Stands in for the folder of hand-written pages of a project that has none.
NOTHING = Path(__file__).parent / "nothing"


def _palette(texts: Mapping[str, str]) -> list[dict[str, object]]:
    """Light and dark; the first choice follows the reader's system, the button changes it and says so."""

    def entry(media: str, scheme: str, icon: str, name: str) -> dict[str, object]:
        toggle = {"icon": f"material/{icon}", "name": name}
        return {"media": media, "scheme": scheme, "primary": "custom", "accent": "custom", "toggle": toggle}

    return [
        entry("(prefers-color-scheme: light)", "default", "weather-night", texts["dark"]),
        entry("(prefers-color-scheme: dark)", "slate", "weather-sunny", texts["light"]),
    ]


def settings(built: Built, *, serving: bool) -> dict[str, Any]:
    """What a scorecard asks of site and theme; texts from data are escaped here, since the theme does not."""
    organisation = built.records.organisation.record
    address = organisation.url.rstrip("/") + "/"
    return {
        "site_name": escaped(built.site.name),
        "site_url": address,
        "theme": {
            "font": False,
            "palette": _palette(built.site.languages[0].texts),
            "features": list(FEATURES),
            "language": built.site.pages[0].language if built.site.pages else "en",
        },
        "extra": {
            "scope": urlsplit(address).path or "/",
            "generator": False,
            "scorecard": {
                "serving": serving,
                "preview": built.preview,
                "invented": (organisation.data_source or "").strip().lower() == "invented",
                "name": escaped(organisation.name),
                "languages": [
                    {
                        "code": one.code,
                        "name": escaped(one.name),
                        "folder": one.folder,
                        "direction": one.direction,
                        "texts": {name: escaped(text) for name, text in one.texts.items()},
                    }
                    for one in built.site.languages
                ],
            },
        },
    }


def settle(config: MkDocsConfig, built: Built, folders: Sequence[Path], assets: Sequence[str], serving: bool) -> None:
    """Fill in what mkdocs.yml leaves open. Raises PluginError where it asks for what cannot work."""
    if config.theme.name != "material":
        raise PluginError("scorecard: mkdocs.yml must say `theme: {name: material}`")
    if not config.use_directory_urls:
        raise PluginError("scorecard: mkdocs.yml must leave use_directory_urls on: addresses keep their meaning")
    wanted = settings(built, serving=serving)
    config.site_name = config.site_name or wanted["site_name"]
    config.site_url = config.site_url or wanted["site_url"]
    given = said(Path(config.config_file_path or ""), config)
    for key, value in wanted["theme"].items():
        if key not in _mapping(given.get("theme")):
            config.theme[key] = value
    at = 1 if config.theme.custom_dir else 0
    config.theme.dirs[at:at] = [str(folder) for folder in folders]
    # Ours come before the project's own, so that these have the last word.
    config.extra_css = [*(uri for uri in assets if uri.endswith(".css")), *config.extra_css]
    config.extra_javascript = [*(uri for uri in assets if uri.endswith(".js")), *config.extra_javascript]
    config.extra.setdefault("scope", urlsplit(config.site_url or "/").path or "/")
    for key, value in wanted["extra"].items():
        config.extra.setdefault(key, value)
    if isinstance(card := config.extra["scorecard"], dict):
        more = set(config.theme.get("features") or ()) - set(FEATURES)
        card.setdefault("program", bool(more) or not _our_search(config))
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
    if "validation" not in given:
        links = config.validation.links
        links.anchors = links.unrecognized_links = links.absolute_links = logging.WARNING
        config.validation.nav.omitted_files = logging.WARNING


def said(file: Path, config: MkDocsConfig) -> dict[str, Any]:
    """What a mkdocs.yml says, with what it inherits; nothing where there is no such file."""
    if not file.is_file():
        return {}
    with file.open("rb") as opened:
        return _mapping(yaml_load(opened, get_yaml_loader(config=config)))


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def one_sheet(files: Files, config: MkDocsConfig, sheets: Sequence[str]) -> None:
    """Put our style sheets, in their order, into one file."""
    found = [file for uri in sheets if (file := files.get_file_from_path(uri)) is not None]
    content = b"\n".join(file.content_bytes for file in found)
    for file in found:
        files.remove(file)
    files.append(File.generated(config, SHEET, content=content))


def drop_unused(files: Files, config: MkDocsConfig) -> None:
    """Leave out source maps, the theme's search where ours stands, else its helpers for languages not used here."""
    search = config.plugins.get("material/search")
    languages = set(search.config.lang or ()) if search is not None else set()
    ours = _our_search(config)
    for file in list(files):
        uri = file.src_uri
        helper = re.fullmatch(r"assets/javascripts/lunr/(?:min/lunr\.([\w.]+)\.min|(tinyseg|wordcut))\.js", uri)
        unused = helper is not None and (ours or not _used(helper[1] or helper[2], languages))
        unused = unused or (ours and uri.startswith("assets/javascripts/workers/"))
        if unused or re.fullmatch(r"assets/(?:javascripts|stylesheets)/.*\.map", uri):
            files.remove(file)


def _our_search(config: MkDocsConfig) -> bool:
    """Whether our link to the search stands in the header, and not what the project's own theme has there."""
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else NOTHING
    return not any((own / "partials" / name).is_file() for name in ("search.html", "header.html"))


def _used(helper: str, languages: set[str]) -> bool:
    """Whether the search loads this helper: its own language's, and what that one stands on."""
    others = languages - {"en"}
    needs = {"stemmer.support": bool(others), "multi": len(languages) > 1, "tinyseg": "ja" in others}
    needs |= {"wordcut": "th" in others}
    return needs.get(helper, helper in others)
