"""The frame around leaf pages, rendered once for each kind and depth and joined with each page's own parts.

Material's frame of a leaf page differs only in a few values. They are rendered once as marks and the result is cut
there; a page is then a join of strings. Two things keep this honest. A frame that asks a page for anything that is not
marked or the same for its whole group (an own theme may) is not spliced at all. And a shell is believed only as long
as it is proved: the first page of a group, then the second, fourth, eighth … , are also rendered the ordinary way, and
one byte of difference sends the whole group back to that way, the pages already written too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import Template, pass_context
from mkdocs.commands.build import get_context
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import write_file

from scorecard.mkdocs_plugin.page import GeneratedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import jinja2
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

#: What the frame prints of a page. Letters and digits only, so that no filter of the theme changes them.
_PARTS = ("title", "description", "canonical", "edit", "skip", "first", "content")
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
        for name in ("title", "description"):
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
        for name in ("url", "script_tag"):
            environment.filters[name] = _of_real_page(environment.filters[name])
        return made

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The whole page."""
        context: dict[str, Any] = dict(*args, **kwargs)
        page = context["page"]
        key = _key(page)
        shell = self.shells.get(key)
        if shell is None:
            marked = _Marked(page)
            pieces = tuple(_CUT.split(_without_h1(self._ordinary({**context, "page": marked}))))
            shell = self.shells[key] = _Shell(pieces, good=not marked.asked)
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

    def write_again(self, page: GeneratedPage, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Render a page the ordinary way and write it over the spliced one."""
        page.active = True
        try:
            context = config.plugins.on_page_context(
                get_context(nav, files, config, page), page=page, config=config, nav=nav
            )
            output = config.plugins.on_post_page(self._ordinary(context), page=page, config=config)
        finally:
            page.active = False
        write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)

    def _ordinary(self, context: Mapping[str, Any]) -> str:
        return self.environment_of.get_template("main.html").render(context)


def _of_real_page(ask: Callable[[dict[str, Any], Any], str]) -> Callable[[Context, Any], str]:
    """A filter of MkDocs that asks the page for its own address, which is no business of the frame's."""

    @pass_context
    def filter(context: Context, value: Any) -> str:
        page = context["page"]
        return ask({"page": page.real if isinstance(page, _Marked) else page, "base_url": context["base_url"]}, value)

    return filter


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
        "first": first.title if first is not None else "",
        "content": page.content or "",
    }
    return "".join(values[_NAMES[piece]] if piece in _NAMES else piece for piece in pieces)
