"""The frame around leaf pages, rendered once for each kind and depth and joined with each page's own parts.

Material's frame of a leaf page differs only in a few values. They are rendered once as marks and the result is cut
there; a page is then a join of strings. Two things keep this honest. A frame that asks a page for anything that is not
marked or the same for its whole group (an own theme may) is not spliced at all. And a shell is believed only as long
as it is proved: the first page of a group, then the second, fourth, eighth … , are also rendered the ordinary way, and
one byte of difference sends the whole group back to that way, the pages already written too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scorecard.mkdocs_plugin.page import GeneratedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import jinja2
    from jinja2.runtime import Context

    from scorecard.model.pages import Document, Section

#: What the frame prints of a page. Letters and digits only, so that no filter of the theme changes them.
_PARTS = ("title", "description", "canonical", "edit", "skip", "first", "content", "path")
_MARKS = {name: f"scorecardmark0{name}0" for name in _PARTS}
_CUT = re.compile("(" + "|".join(_MARKS.values()) + ")")
_NAMES = {mark: name for name, mark in _MARKS.items()}
#: What the frame may ask beside the marks: equal for all pages of a group.
_SHARED = frozenset(
    (
        *("active", "ancestors", "children", "language", "next_page", "parent", "previous_page"),
        *("is_homepage", "is_link", "is_page", "is_section", "is_top_level"),
    )
)
Key = tuple[object, ...]


class _Marked:
    """A page whose own values are marks; all else is that of the real page."""

    def __init__(self, page: GeneratedPage) -> None:
        self._page = page
        meta = dict(page.meta)
        for name in ("title", "description", "path"):
            if name in meta:
                meta[name] = _MARKS[name]
        toc = list(page.toc)
        if toc:
            toc = [AnchorLink(_MARKS["first"], _MARKS["skip"], 2)]
        self.meta = meta
        self.title = _MARKS["title"]
        self.canonical_url = _MARKS["canonical"] if page.canonical_url else page.canonical_url
        self.edit_url = _MARKS["edit"] if page.edit_url else page.edit_url
        self.toc = TableOfContents(toc)
        self.content = _MARKS["content"] + ("<h1" if "<h1" in (page.content or "") else "")

        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        if name not in _SHARED:
            self.asked.add(name)
        return getattr(self._page, name)

    @property
    def real(self) -> GeneratedPage:
        """The page behind the marks."""
        return self._page


@dataclass(frozen=True, slots=True)
class Parts:
    """What a frame prints of one page, as it prints it: HTML where it prints HTML."""

    document: Document
    canonical: str | None
    edit: str | None
    sections: tuple[Section, ...]

    @property
    def key(self) -> Key:
        """Pages with one key have one frame."""
        document = self.document
        return (
            document.uri.count("/"),
            document.kind,
            document.parent,
            document.language,
            document.folder,
            bool(document.description),
            self.edit is not None,
            self.canonical is not None,
            any(section.id for section in self.sections),
            any("<h1" in section.html for section in self.sections),
        )

    def joined(self, pieces: tuple[str, ...]) -> str:
        """The whole page, from the pieces of its shell."""
        first = next((section for section in self.sections if section.id), None)
        values = {
            "title": escape(self.document.title),
            "description": escape(self.document.description),
            "canonical": self.canonical or "",
            "edit": self.edit or "",
            "skip": first.id if first is not None else "",
            "first": first.title if first is not None else "",
            "content": "".join(section.html for section in self.sections),
            "path": self.document.path,
        }
        return "".join([values[_NAMES[piece]] if piece in _NAMES else piece for piece in pieces])


@dataclass(slots=True)
class _Shell:
    pieces: tuple[str, ...]
    good: bool
    count: int = 0


class Shells:
    """The frames of one build, found as they are needed."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._shells: dict[Key, _Shell] = {}
        for name in ("url", "script_tag"):
            environment.filters[name] = _of_real_page(environment.filters[name])

    def page(self, parts: Parts, context: Callable[[], Mapping[str, Any]]) -> tuple[str, Key]:
        """The whole page of its parts, and the group it belongs to; `context` is asked where the theme must render."""
        shell = self._shells.get(parts.key)
        if shell is None:
            given = context()
            marked = _Marked(given["page"])
            pieces = tuple(_CUT.split(_without_h1(self.ordinary({**given, "page": marked}))))
            shell = self._shells[parts.key] = _Shell(pieces, good=not marked.asked)
        if not shell.good:
            return self.ordinary(context()), parts.key
        spliced = parts.joined(shell.pieces)
        shell.count += 1
        if shell.count & (shell.count - 1) == 0:
            ordinary = self.ordinary(context())
            shell.good = ordinary == spliced
            return ordinary, parts.key
        return spliced, parts.key

    def ordinary(self, context: Mapping[str, Any]) -> str:
        """The whole page through the theme's own template."""
        return self._environment.get_template("main.html").render(context)

    @property
    def bad(self) -> frozenset[Key]:
        """Groups whose shell turned out wrong: all their pages must be rendered the ordinary way."""
        return frozenset(key for key, shell in self._shells.items() if not shell.good)


def _of_real_page(ask: Callable[[dict[str, Any], Any], str]) -> Callable[[Context, Any], str]:
    """A filter of MkDocs that asks the page for its own address, which is no business of the frame's."""

    @pass_context
    def filter(context: Context, value: Any) -> str:
        page = context["page"]
        return ask({"page": page.real if isinstance(page, _Marked) else page, "base_url": context["base_url"]}, value)

    return filter


def _without_h1(marked: str) -> str:
    return marked.replace(_MARKS["content"] + "<h1", _MARKS["content"])
