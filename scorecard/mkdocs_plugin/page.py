"""A generated page: its HTML is ready, its titles are escaped once here, because the theme prints them as they are."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from scorecard.model.pages import Document, Section

#: An element that ends where another begins.
_SIDE_BY_SIDE = re.compile(
    r"</(?:b|button|caption|dd|dt|figcaption|h\d|li|span|strong|summary|svg|td|text|th|time)>(?=<)"
)
_ID = re.compile(r'\bid="([^"]+)"')


def src_uri(uri: str) -> str:
    """The name MkDocs knows a page by: 'incidents/' is incidents/index.md."""
    return f"{uri}index.md"


class Escaped(str):
    """Text that is HTML already: the theme's own `| e` leaves it as it is, where it has one."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def escaped(text: str) -> Escaped:
    """Text from data for a template that prints it as it is."""
    return Escaped(escape(text))


class GeneratedPage(Page):
    """A page whose body was drawn by us."""

    def __init__(self, document: Document, file: File, config: MkDocsConfig) -> None:
        self.document = document
        super().__init__(escaped(document.nav or document.label or document.title), file, config)
        self.update_date = document.updated.isoformat()

    def _set_edit_url(
        self, repo_url: str | None, edit_uri: str | None = None, edit_uri_template: str | None = None
    ) -> None:
        """Lead to the YAML behind the page, also where edit_uri is an absolute address without repo_url."""
        source = self.file.edit_uri
        if source is None or edit_uri_template or not edit_uri or edit_uri.startswith(("?", "#")):
            super()._set_edit_url(repo_url, edit_uri, edit_uri_template)
        else:
            base = f"{repo_url.rstrip('/')}/" if repo_url else ""
            self.edit_url = escape(urljoin(urljoin(base, edit_uri), quote(source)))

    def read_source(self, config: MkDocsConfig) -> None:
        """No front matter is parsed: what the theme asks for comes from the document."""
        self.markdown = ""
        self.meta: dict[str, Any] = {
            "title": escaped(self.document.title),
            "hide": ["navigation", "toc"],
            "search": {"exclude": self.document.nav is None},
            "scorecard": self.document.kind,
            "path": self.document.path,
        }
        if self.document.folder:
            self.meta["language"] = self.document.language
        if self.document.description:
            self.meta["description"] = escaped(self.document.description)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The body as drawn, with a table of contents from its sections."""
        self.take(self.document.sections)
        if self.document.nav is not None:
            self.present_anchor_ids = self.anchors()

    def take(self, sections: Sequence[Section]) -> None:
        """Take over a drawn body."""
        self.content = "".join(section.html for section in sections)
        entries = [AnchorLink(part.title, part.id, 2) for part in sections if part.id]
        if self.document.nav is None:
            del entries[1:]  # the contents are hidden; the skip link needs the first
        if entries:
            entries[0].active = True  # type: ignore[attr-defined]
        self.toc = TableOfContents(entries)

    def anchors(self) -> set[str]:
        """What a link may lead to inside the page, once it is rendered."""
        return set(_ID.findall(self.content or ""))


def aired(html: str) -> str:
    """HTML for the search, which takes tags away: cells and marks that stand side by side keep a space between them."""
    return _SIDE_BY_SIDE.sub(r"\g<0> ", html)
