"""One more entry in a list or mapping that is written with [ ] or { }."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.edit.page import Page, Splice
from scorecard.model.nodes import Mapping, Node, Sequence


def opens(page: Page, node: Node) -> bool:
    """Whether a list or mapping begins with a bracket."""
    return page.line(node.line)[node.column - 1 : node.column] in ("[", "{")


def inside(page: Page, node: Mapping | Sequence, text: str) -> Iterator[tuple[Splice, ...]]:
    """Where the text of an entry may go, the best place first: behind the last entry, in the manner of that one."""
    entries: tuple[Node, ...] = tuple(v for _, v in node.pairs) if isinstance(node, Mapping) else node.items
    closing = page.offset(node.end_line, node.end_column) - 1
    if not entries:
        after = page.offset(node.line, node.column) + 1
        yield (Splice(after, after, text),)
        return
    last = entries[-1]
    first = node.pairs[-1][0] if isinstance(node, Mapping) else last
    end = page.offset(last.end_line, last.end_column)
    comma = _comma(page.text, end, closing)
    own_line = not page.line(first.line)[: first.column - 1].strip() and first.line > node.line
    tail = page.line(last.end_line)[last.end_column - 1 :].lstrip(" ,")
    if own_line and last.end_line < node.end_line and (not tail or tail.startswith("#")):
        line = page.behind(last.end_line, " " * (first.column - 1) + text + ("," if comma else ""))
        if comma is None:
            yield (Splice(end, end, ","), line)
        elif comma < line.start:
            yield (line,)
    yield (Splice(end, end, f", {text}"),)
    yield (Splice(end, end, f" , {text}"),)


def _comma(text: str, start: int, closing: int) -> int | None:
    """Where a comma stands between the last entry and the closing bracket, comments left out."""
    at = start
    while at < closing:
        if text[at] == ",":
            return at
        if text[at] == "#":
            ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
            at = min(ends, default=closing)
        at += 1
    return None
