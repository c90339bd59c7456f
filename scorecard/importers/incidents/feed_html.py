"""HTML inside a feed as plain paragraphs: no tag stays, and nothing of scripts and styles."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "hr"}
)
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def paragraphs(markup: str) -> list[str]:
    """The paragraphs with something in them; lines stay lines."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    blocks = re.split(r"\n{2,}", "".join(reader.pieces).replace("\xa0", " "))
    tidy = ("\n".join(line.strip() for line in block.split("\n")).strip() for block in blocks)
    return [block for block in tidy if block]
