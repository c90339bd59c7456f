"""The frame around leaf pages, rendered once for each kind and depth and joined with each page's own parts.

Material's frame of a leaf page differs only in a few values. They are rendered once as marks and the result is cut
there; a page is then a join of strings. A shell is believed only as long as it is proved: the first page of a group,
and then the second, fourth, eighth … , are also rendered the ordinary way, and one byte of difference sends the whole
group back to that way, the pages already written too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scorecard.mkdocs_plugin.page import GeneratedPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jinja2

#: What the frame prints of a page. Letters and digits only, so that no filter of the theme changes them.
_MARKS = {name: f"scorecardmark0{name}0" for name in ("title", "description", "canonical", "edit", "skip", "content")}
_CUT = re.compile("(" + "|".join(_MARKS.values()) + ")")
_NAMES = {mark: name for name, mark in _MARKS.items()}
Key = tuple[object, ...]


class _Marked:
    """A page whose own values are marks; all else is that of the real page."""

    def __init__(self, page: GeneratedPage) -> None:
        self._page = page
        meta = dict(page.meta)
        for name in ("title", "description"):
            if name in meta:
                meta[name] = _MARKS[name]
        toc = list(page.toc)
        if toc:
            toc = [AnchorLink("", _MARKS["skip"], 2), *toc[1:]]
        self.meta = meta
        self.title = _MARKS["title"]
        self.canonical_url = _MARKS["canonical"] if page.canonical_url else page.canonical_url
        self.edit_url = _MARKS["edit"] if page.edit_url else page.edit_url
        self.toc = TableOfContents(toc)
        self.content = _MARKS["content"] + ("<h1" if "<h1" in (page.content or "") else "")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)


@dataclass(slots=True)
class _Shell:
    pieces: tuple[str, ...]
    pages: list[GeneratedPage] = field(default_factory=list)
    good: bool = True


class Shells(Template):
    """Stands where MkDocs asks for a page's template; renders leaf pages by splicing."""

    environment_of: jinja2.Environment
    shells: dict[Key, _Shell]

    def __new__(cls, environment: jinja2.Environment) -> Shells:
        """A template that never was a text."""
        made: Shells = object.__new__(cls)
        made.environment_of = environment
        made.shells = {}
        return made

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The whole page."""
        context: dict[str, Any] = dict(*args, **kwargs)
        page = context["page"]
        key = _key(page)
        shell = self.shells.get(key)
        if shell is None:
            marked = self._ordinary({**context, "page": _Marked(page)})
            shell = self.shells[key] = _Shell(tuple(_CUT.split(_without_h1(marked))))
        if not shell.good:
            return self._ordinary(context)
        spliced = _joined(shell.pieces, page)
        shell.pages.append(page)
        count = len(shell.pages)
        if count & (count - 1) == 0:
            ordinary = self._ordinary(context)
            shell.good = ordinary == spliced
            return ordinary
        return spliced

    def doubtful(self) -> tuple[GeneratedPage, ...]:
        """Pages that were spliced with a shell that later turned out wrong; they must be rendered again."""
        return tuple(page for shell in self.shells.values() if not shell.good for page in shell.pages)

    def _ordinary(self, context: Mapping[str, Any]) -> str:
        return self.environment_of.get_template("main.html").render(context)


def _without_h1(marked: str) -> str:
    return marked.replace(_MARKS["content"] + "<h1", _MARKS["content"])


def _key(page: GeneratedPage) -> Key:
    document = page.document
    return (
        document.uri.count("/"),
        document.kind,
        document.parent,
        document.language,
        bool(document.description),
        page.edit_url is not None,
        page.canonical_url is not None,
        bool(page.toc),
        "<h1" in (page.content or ""),
    )


def _joined(pieces: tuple[str, ...], page: GeneratedPage) -> str:
    first = next(iter(page.toc), None)
    values = {
        "title": str(page.meta["title"]),
        "description": str(page.meta.get("description", "")),
        "canonical": page.canonical_url or "",
        "edit": page.edit_url or "",
        "skip": first.id if first is not None else "",
        "content": page.content or "",
    }
    return "".join(values[_NAMES[piece]] if piece in _NAMES else piece for piece in pieces)
