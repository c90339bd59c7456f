"""Cuts a drawn body at its second-level headings. Text from data is escaped, so it can never look like one."""

from __future__ import annotations

import re

from scorecard.model.pages import Section

_HEADING = re.compile(r'<h2\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
#: Elements that hold others; a heading inside one of them is no place to cut. The group is '/' for an end.
_HOLDER = re.compile(
    r"<(/?)(?:d(?:iv|l|etails)|s(?:ection|vg)|ol|ul|table|figure|article|aside|fieldset|footer|form|header|main|nav)\b"
)
_TAG = re.compile(r"<[^>]*>")


def split(body: str) -> tuple[Section, ...]:
    """The pieces of a body: what comes before the first heading (id ''), then one piece per `<h2 id=…>`.

    A piece starts at a heading that stands in no other element, or at the `<section>` whose first thing the heading
    is; joined, the pieces are the body again. Titles are HTML without tags.
    """
    cuts: list[tuple[int, str, str]] = [(0, "", "")]
    depth, seen = 0, 0
    for heading in _HEADING.finditer(body):
        before = body[seen : heading.start()]
        depth += _opened(before)
        start = heading.start() if depth == 0 else seen + _section(before) if depth == 1 else -1
        if start >= seen:
            cuts.append((start, heading[1], _TAG.sub("", heading[2]).strip()))
        seen = heading.end()
    ends = [start for start, _, _ in cuts[1:]] + [len(body)]
    pieces = (Section(id, title, body[start:end]) for (start, id, title), end in zip(cuts, ends, strict=True))
    return tuple(piece for piece in pieces if piece.id or piece.html.strip())


def _opened(html: str) -> int:
    """How many more elements begin here than end."""
    found = _HOLDER.findall(html)
    return len(found) - 2 * found.count("/")


def _section(html: str) -> int:
    """Where the section starts that this ends in, -1 where a word or another element stands between."""
    start = html.rfind("<section")
    holders = _HOLDER.findall(html, start) if start >= 0 else []
    return start if holders == [""] and not _TAG.sub("", html[start:]).strip() else -1
