"""Leaf pages: thousands, alike, in no navigation. MkDocs knows their addresses; drawing, framing and writing is ours.

A leaf page is drawn, spliced into the shell of its group (shell.py) and written, one after the other, so that a build
needs no more memory for more pages; forked workers take their shares (workers.py). Where another plugin or a hook
wants to see pages, there are no leaves: every page goes MkDocs' own way (`apart`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import TableOfContents

from scorecard import pipeline
from scorecard.mkdocs_plugin.navigation import of_language
from scorecard.mkdocs_plugin.page import GeneratedPage, src_uri
from scorecard.mkdocs_plugin.shell import Key, Parts, Shells

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from scorecard.model.pages import Asset, Document, Section

#: Events in which a plugin sees or changes single pages or the list of them.
_PAGES = ("files", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
#: Numbers of the pages of each group.
Groups = dict[Key, list[int]]
#: What one process hands back: pages by group, groups whose shell is wrong, addresses of files.
Value = tuple[Groups, frozenset[Key], tuple[str, ...]]


def refuse_taken(uri: str, taken: Mapping[str, str]) -> None:
    """An address that a hand-written file has is an error, never a silent choice. Raises PluginError."""
    if (other := taken.get(uri.lower())) is not None:
        raise PluginError(f"scorecard: {other} has the address of a generated page or file: rename it")


def apart(config: MkDocsConfig, own: Iterable[object]) -> bool:
    """May leaf pages pass MkDocs by? Not where a plugin beside `own`, or a hook, listens to what happens to pages."""
    known = [id(plugin) for plugin in own]
    listening = (method for event in _PAGES for method in config.plugins.events.get(event, ()))
    return all(id(getattr(method, "__self__", None)) in known for method in listening)


class LeafFile(File):
    """A leaf page as MkDocs sees it: something links can lead to, that needs no rendering and no copying."""

    leaves: Leaves
    document: Document

    @classmethod
    def of(cls, document: Document, leaves: Leaves, config: MkDocsConfig) -> LeafFile:
        """The file of a document."""
        file = cls(
            src_uri(document.uri),
            None,
            config.site_dir,
            True,
            dest_uri=f"{document.uri}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        file.generated_by, file.leaves, file.document = "scorecard", leaves, document
        file.abs_src_path = None
        return file

    def is_documentation_page(self) -> bool:
        """Not for MkDocs' own loops."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Written by Leaves."""

    @property
    def page(self) -> Page | None:  # type: ignore[override]
        """Asked for only where a hand-written page links to a heading of this one."""
        page = self.leaves.page(self.document)
        page.present_anchor_ids = page.anchors()
        return page


class Leaves:
    """The leaf pages of one build. `above` are the other generated pages, by address."""

    def __init__(
        self,
        documents: Sequence[Document] = (),
        above: Mapping[str, GeneratedPage] = MappingProxyType({}),
        config: MkDocsConfig | None = None,
        edits: Mapping[str, str] = MappingProxyType({}),
        more: Callable[[], tuple[Asset, ...]] = tuple,
        taken: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.documents = tuple(documents)
        self._by_uri = {document.uri: number for number, document in enumerate(self.documents)}
        self._above, self._edits = above, edits
        self._more, self._taken = more, taken
        #: What is written beside the files of `more`, and can be made only when they are known.
        self.also: Callable[[tuple[Asset, ...]], tuple[Asset, ...]] = lambda files: ()
        if config is not None:
            self._config = config
        self._frames: dict[str, GeneratedPage] = {}
        self._crew: pipeline.Crew[Value] | None = None

    def ready(self, env: jinja2.Environment, nav: Navigation, files: Files) -> None:
        """MkDocs has its templates and its navigation: pages can be framed from now on."""
        self._nav, self._all, self._files = nav, files, files.documentation_pages()
        self._shells = Shells(env)
        self._navs = {"": nav}
        for folder in dict.fromkeys(document.folder for document in self.documents if document.folder):
            spoken = [document for document in self.documents if document.folder == folder]
            for document in spoken:  # the frames of pages above others, before any page is put into a section
                if document.label is not None:
                    self._frames[document.uri] = self._page(document)
            self._navs[folder] = of_language(spoken, lambda document: self._frames[document.uri])

    def start(self, workers: int | None = None) -> None:
        """Let workers begin to write pages."""
        self._crew = pipeline.crew(1 + len(self.documents), self._write, workers)

    def finish(self) -> None:
        """Write what is left. Raises Stopped for a fault in a template, OSError, WorkerDied, and PluginError."""
        crew, self._crew = self._crew, None
        values = crew.join() if crew is not None else []
        wrong = {key for _, bad, _ in values for key in bad}
        for groups, _, uris in values:
            for uri in uris:
                refuse_taken(uri, self._taken)
            for number in (number for key in wrong for number in groups.get(key, ())):
                self._put(self.documents[number], self.ordinary(self.documents[number]))

    def close(self) -> None:
        """End workers that still run; nothing where all went well."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None

    def holds(self, uri: str) -> bool:
        """Is there a leaf page of this address?"""
        return uri in self._by_uri

    def put(self, uri: str) -> None:
        """Write one page, alone."""
        document = self.documents[self._by_uri[uri]]
        self._put(document, self.ordinary(document))

    def put_files(self) -> tuple[str, ...]:
        """Make and write the files that no page waits for; their addresses."""
        with pipeline.drawing():
            files = self._more()
        files += self.also(files)
        pipeline.write(Path(self._config.site_dir), ((file.uri, file.content) for file in files))
        return tuple(file.uri for file in files)

    def ordinary(self, document: Document) -> str:
        """One page through the theme's own template."""
        return self._framed(self.page(document), self._shells.ordinary)

    def listed(self) -> dict[str, SimpleNamespace]:
        """What the site map prints of each, by its address."""
        return {
            document.uri: SimpleNamespace(
                page=SimpleNamespace(
                    is_link=False,
                    abs_url=None,
                    canonical_url=self._canonical(document),
                    update_date=document.updated.isoformat(),
                )
            )
            for document in self.documents
        }

    def _write(self, numbers: Iterable[int]) -> Value:
        groups: Groups = {}
        uris: tuple[str, ...] = ()
        for piece in numbers:
            if piece == 0:
                uris = self.put_files()
                continue
            document = self.documents[piece - 1]
            with pipeline.drawing():
                sections = document.sections
            if document.folder and document.label is not None:  # its own navigation names it: no frame to share
                text, key = self._framed(self.page(document), self._shells.ordinary), None
            else:
                parts = Parts(document, self._canonical(document), self._edit(document), sections)
                text, key = self._spliced(parts)
            self._put(document, text)
            if key is not None:
                groups.setdefault(key, []).append(piece - 1)
        return groups, self._shells.bad, uris

    def _spliced(self, parts: Parts) -> tuple[str, Key]:
        made: list[GeneratedPage] = []

        def context() -> Mapping[str, Any]:
            if not made:
                made.append(self._rendered(parts.document, parts.sections))
                made[0].active = True
            return get_context(self._navs[parts.document.folder], self._files, self._config, made[0])

        try:
            return self._shells.page(parts, context)
        finally:
            for page in made:
                page.active = False

    def _framed(self, page: GeneratedPage, frame: Callable[[Mapping[str, Any]], str]) -> str:
        document = page.document
        entry = self._frames.get(document.uri) if document.label is not None else None
        if entry is not None:  # the page stands in a navigation: it must be the one that the navigation names
            entry.content, entry.toc, page = page.content, page.toc, entry
        page.active = True
        try:
            return frame(get_context(self._navs[document.folder], self._files, self._config, page))
        finally:
            page.active = False
            if entry is not None:
                entry.content, entry.toc = None, TableOfContents([])

    def _canonical(self, document: Document) -> str | None:
        base = self._config.site_url  # a folder: MkDocs ends it with a slash
        return base + document.uri if base else None

    def _edit(self, document: Document) -> str | None:
        config = self._config
        return self._page(document).edit_url if config.repo_url or config.edit_uri or config.edit_uri_template else None

    def page(self, document: Document) -> GeneratedPage:
        """A leaf page, drawn. Raises Stopped for a fault in its template."""
        with pipeline.drawing():
            sections = document.sections
        return self._rendered(document, sections)

    def _rendered(self, document: Document, sections: tuple[Section, ...]) -> GeneratedPage:
        page = self._page(document)
        page.take(sections)
        return page

    def _page(self, document: Document) -> GeneratedPage:
        file = File(src_uri(document.uri), None, self._config.site_dir, True, dest_uri=f"{document.uri}index.html")
        file.generated_by, file.edit_uri = "scorecard", self._edits.get(document.uri)
        page = GeneratedPage(document, file, self._config)
        page.read_source(self._config)
        if document.parent is not None and document.parent != document.uri:
            page.parent = self._parent(document.parent)  # type: ignore[assignment]
        return page

    def _parent(self, uri: str) -> GeneratedPage | None:
        if uri in self._above:
            return self._above[uri]
        if uri not in self._frames and uri in self._by_uri:
            self._frames[uri] = self._page(self.documents[self._by_uri[uri]])
        return self._frames.get(uri)

    def _put(self, document: Document, text: str) -> None:
        folder = Path(self._config.site_dir, document.uri)
        try:
            folder.mkdir()
        except FileExistsError:
            pass
        except FileNotFoundError:
            folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_bytes(text.encode("utf-8", errors="xmlcharrefreplace"))
