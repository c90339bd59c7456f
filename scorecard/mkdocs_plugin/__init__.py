"""Front door for MkDocs: our pages enter as generated files whose HTML is ready; Markdown is never run over them.

Everything that knows MkDocs or Material stands in this package.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from scorecard import pipeline
from scorecard.mkdocs_plugin import material, policy
from scorecard.mkdocs_plugin.leaves import LeafFile, Leaves, apart, refuse_taken
from scorecard.mkdocs_plugin.navigation import named, navigation, of_language
from scorecard.mkdocs_plugin.page import GeneratedPage, aired, src_uri

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from scorecard.model.pages import Document

_log = get_plugin_logger("scorecard")


class ScorecardConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say under `scorecard`."""

    project = c.Type(str, default=".")
    """Folder that holds data/, seen from mkdocs.yml."""
    as_of = c.Optional(c.Type((str, date)))
    """The moment a project stands still at, such as an example; SOURCE_DATE_EPOCH goes before it. Else: now."""
    acknowledge = c.ListOfItems(c.Type(str), default=[])
    """Rules whose warnings somebody has read and answers for: told all the same, but no reason to stop under strict."""
    policy = c.Type(bool, default=True)
    """Whether pages carry a content security policy; off only for a site with scripts of its own inside its pages."""


class ScorecardPlugin(BasePlugin[ScorecardConfig]):  # type: ignore[no-untyped-call]
    """Adds the scorecard's pages, downloads, look and search entries to a MkDocs site."""

    def __init__(self) -> None:
        super().__init__()
        self.built: pipeline.Built | None = None
        """Set beforehand by the command line, which has checked and told the problems already."""
        self.serving = False
        self.on_demand = False
        """Leaf pages are not written by the build but when somebody asks for them."""
        self.leaves = Leaves()
        self._pages: dict[str, GeneratedPage] = {}
        self._drawn: str | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview; having this hook keeps the plugin alive between rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the pipeline here, before MkDocs empties the old site: an error leaves that whole."""
        built = self._take(config)
        self._built = built
        project = self.project(config)
        style = pipeline.style(project, built.bundle)
        self._sheets = [uri for uri in style if uri.endswith(".css")]
        linked = [material.SHEET, *(uri for uri in style if uri not in self._sheets)]
        material.settle(config, built, pipeline.theme_folders(project), linked, self.serving)
        return config

    def project(self, config: MkDocsConfig) -> Path:
        """The folder that holds data/."""
        return (Path(config.config_file_path or "mkdocs.yml").parent / self.config.project).resolve()

    def _take(self, config: MkDocsConfig) -> pipeline.Built:
        if self.built is not None:
            built, self.built = self.built, None
            return built
        try:
            built = pipeline.build(self.project(config), self._as_of())
        except pipeline.Stopped as stopped:
            for problem in stopped.problems:
                _log.error(pipeline.tell((problem,), "concise").strip())
            raise PluginError(f"scorecard: {stopped}") from stopped
        for problem in built.problems:
            level = logging.INFO if problem.rule in self.config.acknowledge else logging.WARNING
            _log.log(level, pipeline.tell((problem,), "concise").strip())
        return built

    def _as_of(self) -> datetime:
        for name, given in (("SOURCE_DATE_EPOCH", os.environ.get("SOURCE_DATE_EPOCH")), ("as_of", self.config.as_of)):
            try:
                if given is not None:
                    return pipeline.moment(str(given))
            except ValueError as error:
                raise PluginError(f"scorecard: {name}: {error}") from error
        return datetime.now(UTC)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and download; leave out what the search does not need; make the navigation."""
        bundle = self._built.bundle
        _refuse_links(files)
        material.drop_unused(files, config)
        project = self.project(config)
        docs = project / "content" if Path(config.docs_dir) == material.NOTHING else Path(config.docs_dir)
        written = [file.src_uri for file in files.documentation_pages()]
        taken = {file.dest_uri.lower(): file.src_uri for file in files}
        config.nav = navigation(bundle.documents, config.nav, written)
        own = (self, config.plugins.get("material/search"))
        leaves, others = _parted(bundle.documents, config.nav) if apart(config, own) else ((), bundle.documents)
        edits = {
            document.uri: os.path.relpath(project / document.source, docs).replace(os.sep, "/")
            for document in bundle.documents
            if document.source is not None
        }
        self._pages = {}
        self.leaves = Leaves(leaves, self._pages, config, edits, bundle.more, dict(taken))
        for document in others:
            level = InclusionLevel.NOT_IN_NAV if document.nav is None else InclusionLevel.INCLUDED
            file = File.generated(config, src_uri(document.uri), content=document.html, inclusion=level)
            _add(files, file, taken)
            file.edit_uri = edits.get(document.uri)
            self._pages[document.uri] = GeneratedPage(document, file, config)
        for document in leaves:
            _add(files, LeafFile.of(document, self.leaves, config), taken)
        for asset in bundle.assets:
            _add(files, File.generated(config, asset.uri, content=asset.content), taken)
        material.one_sheet(files, config, self._sheets)
        return files

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what staff edit; after a bad edit the last good site is still served."""
        project = self.project(config)
        for folder in (project / "data", *pipeline.watched(project)):
            if folder.is_dir():
                server.watch(str(folder))
        rebuild = server.builder

        def careful() -> None:
            try:
                rebuild()
            except Abort as stopped:
                _log.error(f"{stopped} The page shows the last good build; mend the problem and save.")

        server.builder = careful
        return server

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each leaf page the page above it, for the right tab and the path; date the hand-written pages."""
        for uri, page in self._pages.items():
            above = page.document.parent
            if page.parent is None and page.document.nav is None and above is not None and above != uri:
                page.parent = self._pages.get(above)  # type: ignore[assignment]
        self._nav = nav
        newest = max(document.updated for document in self._built.bundle.documents).isoformat()
        for file in files.documentation_pages():
            if file.page is not None and not isinstance(file.page, GeneratedPage):
                file.page.update_date = newest
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Workers begin with the leaf pages while MkDocs goes on with the others."""
        self._guard(env, config, files)
        self.leaves.ready(env, self._nav, files)
        spoken: dict[str, list[Document]] = {}
        for document in self._built.bundle.documents:
            if document.folder and document.uri in self._pages:
                spoken.setdefault(document.folder, []).append(document)
        self._navs = {
            folder: of_language(documents, lambda document: self._pages[document.uri])
            for folder, documents in spoken.items()
        }
        if not self.on_demand:
            self.leaves.start()
        return env

    def _guard(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Give pages their policy, and a host its headers; a preview has scripts of its own, so it has neither."""
        if self.serving or not self.config.policy:
            return
        scripts = policy.of_frame(env, self._nav, files, config)
        env.globals["scorecard_policy"] = policy.policy(scripts)
        if files.get_file_from_path(policy.HEADERS) is None:
            known = self._built.bundle.assets
            self.leaves.also = lambda more: (policy.file_of(scripts, (*known, *more)),)

    @event_priority(100)
    def _before_the_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The search reads words with air between them. Pages in another language get the navigation of theirs."""
        if isinstance(page, GeneratedPage):
            context["nav"] = self._navs.get(page.document.folder, context["nav"])
            self._drawn, page.content = page.content, aired(page.content or "")
        return context

    @event_priority(-100)
    def _after_the_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """What is published is the page as drawn; a change that somebody else made meanwhile stays."""
        if isinstance(page, GeneratedPage) and page.content == aired(self._drawn or ""):
            page.content = self._drawn
        return context

    on_page_context = CombinedEvent(_before_the_search, _after_the_search)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The site map names the leaf pages too."""
        if template_name == "sitemap.xml":
            written = [file for file in context["pages"] if not isinstance(file.page, GeneratedPage)]
            leaves = self.leaves.listed()
            made = [leaves.get(one.uri) or self._pages[one.uri].file for one in self._built.bundle.documents]
            context["pages"] = [*written, *made]  # type: ignore[list-item]
        return context

    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait for the leaf pages; hand our search entries to the search, before it writes its index."""
        if not self.on_demand:
            self.leaves.finish()
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if index is not None:
            documents = self._built.bundle.documents
            own = [one for one in documents if one.nav is None and not one.folder]
            index.entries.extend(pipeline.search_entry(one) for one in own)
            pipeline.write(Path(config.site_dir), pipeline.search_indexes(documents))

    def on_build_error(self, *, error: Exception) -> None:
        """No worker goes on writing a site that will not be."""
        self.close()

    def close(self) -> None:
        """End workers that still run."""
        self.leaves.close()


def _parted(documents: Sequence[Document], nav: list[Any]) -> tuple[list[Document], list[Document]]:
    """Leaf pages, and those that MkDocs renders: all that stand in the navigation."""
    listed = set(named(nav))
    leaves = [one for one in documents if one.nav is None and src_uri(one.uri) not in listed]
    apart_of = {one.uri for one in leaves}
    return leaves, [one for one in documents if one.uri not in apart_of]


def _add(files: Files, file: File, taken: dict[str, str]) -> None:
    """Add a file of ours."""
    refuse_taken(file.dest_uri, taken)
    files.append(file)


def _refuse_links(files: Files) -> None:
    """A link in content/ or the theme that leads out of its folder would publish what nobody meant to publish."""
    for file in files:
        if file.abs_src_path is None or file.src_dir is None:
            continue
        if not Path(file.abs_src_path).resolve().is_relative_to(Path(file.src_dir).resolve()):
            raise PluginError(
                f"scorecard: {file.src_uri} is a link that leads out of its folder: put the file itself there"
            )
