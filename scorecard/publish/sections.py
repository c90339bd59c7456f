"""Cuts a drawn body at its second-level headings. Text from data is escaped, so it can never look like one."""

from __future__ import annotations

import re

from scorecard.model.pages import Section

#: Elements that hold others; a heading inside one of them is no place to cut.
_TOKEN = re.compile(
    r'<h2\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h2>'
    r"|<(?P<end>/?)(?:article|aside|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section|svg|table|ul)\b",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


def split(body: str) -> tuple[Section, ...]:
    """The pieces of a body: what comes before the first heading (id ''), then one piece per `<h2 id=…>`.

    A piece starts at a heading that stands in no other element, or at the `<section>` that the heading opens;
    joined, the pieces are the body again. Titles are HTML without tags.
    """
    cuts: list[tuple[int, str, str]] = [(0, "", "")]
    depth, opened = 0, -1
    for token in _TOKEN.finditer(body):
        if token["id"] is not None:
            at_section = depth == 1 and opened >= 0 and _TAG.sub("", body[opened : token.start()]).strip() == ""
            if depth == 0 or (at_section and body.startswith("<section", opened)):
                start = token.start() if depth == 0 else opened
                cuts.append((start, token["id"], _TAG.sub("", token["title"]).strip()))
        elif token["end"]:
            depth -= 1
        else:
            if depth == 0:
                opened = token.start()
            depth += 1
    ends = [start for start, _, _ in cuts[1:]] + [len(body)]
    pieces = (Section(id, title, body[start:end]) for (start, id, title), end in zip(cuts, ends, strict=True))
    return tuple(piece for piece in pieces if piece.id or piece.html.strip())
