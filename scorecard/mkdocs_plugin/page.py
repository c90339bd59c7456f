"""A generated page: its HTML is ready, its titles are escaped once here, because the theme prints them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from scorecard.model.pages import Document

_ID = re.compile(r'\bid="([^"]+)"')
_HIDDEN = re.compile(r"<(script|style|svg|title)\b.*?</\1>|<[^>]*\bdata-search-exclude\b.*", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


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
        super().__init__(escaped(document.nav or document.title), file, config)
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
            "search": {"exclude": True},  # our own entries are added instead
            "scorecard": self.document.kind,
        }
        if self.document.description:
            self.meta["description"] = escaped(self.document.description)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The body as drawn, with a table of contents from its sections."""
        self.content = self.document.html
        entries = [AnchorLink(part.title, part.id, 2) for part in self.document.sections if part.id]
        if entries:
            entries[0].active = True  # type: ignore[attr-defined]
        self.toc = TableOfContents(entries)
        self.present_anchor_ids = set(_ID.findall(self.content))


def search_entries(page: GeneratedPage) -> Iterator[dict[str, str]]:
    """What the search knows of a page, made from the record: leaf pages by title and summary, the others whole.

    Title and text are HTML with everything escaped, as the search's own entries are.
    """
    document, url = page.document, page.url
    summary = document.summary or document.description
    yield {"location": url, "title": escape(document.title, quote=False), "text": escape(summary, quote=False)}
    if document.nav is not None:
        for part in document.sections:
            if part.id and (text := _plain(part.html.partition("</h2>")[2])):
                title = escape(unescape(part.title), quote=False)
                yield {"location": f"{url}#{part.id}", "title": title, "text": escape(text, quote=False)}


def _plain(html: str) -> str:
    """The words of a piece of HTML, without pictures and what is marked data-search-exclude to the end of its line."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", _HIDDEN.sub(" ", html)))).strip()
