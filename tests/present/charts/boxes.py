"""Where the words of a picture stand, worked out from its markup: no browser, so a sample runs in `make test`.

Letters are taken to be wide (0.58 of their size, 0.62 where bold); so what is found free here is free in a browser,
which `make browser` measures on all 200 data sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

#: Size in px of a text by its class; charts.css says the same.
SIZES = {"sc-zone-word": 12.0, "sc-missing-word": 12.0, "sc-a-n": 12.0, "sc-mark-number": 12.0, "sc-value-last": 15.0}
USUAL = 13.0
BOLD = ("sc-tick-divides", "sc-axis-year", "sc-value-last", "sc-mark-number")
#: From this width of the picture on, words with class sc-w are drawn.
WIDE = 620
#: How far words may stand outside of the plot at each side: the gutter with the scores, the margin of the edges.
GUTTER = 26.0
_PICTURE = re.compile(
    r'<svg class="sc-svg[^>]*width="100%" height="(?P<height>[\d.]+)"[^>]*role="img".*?</svg>\n</div>', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle of a text, in px from the picture's corner."""

    left: float
    top: float
    right: float
    bottom: float
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at one width, with its words."""

    width: float
    height: float
    boxes: tuple[Box, ...]

    def overlaps(self) -> list[tuple[str, str]]:
        """Pairs of words that lie over each other."""
        found = []
        for number, one in enumerate(self.boxes):
            for other in self.boxes[number + 1 :]:
                beside = one.right <= other.left or other.right <= one.left
                if not beside and one.top < other.bottom and other.top < one.bottom:
                    found.append((one.words, other.words))
        return found

    def outside(self) -> list[str]:
        """Words that leave the picture."""
        return [
            box.words
            for box in self.boxes
            if box.left < -GUTTER or box.right > self.width + GUTTER or box.top < 0 or box.bottom > self.height
        ]


def pictures(markup: str, width: float) -> Iterator[Picture]:
    """Every picture in a chart's markup, drawn that wide."""
    for match in _PICTURE.finditer(markup):
        root = ElementTree.fromstring(match[0].removesuffix("\n</div>"))
        boxes = tuple(_boxes(root, 0.0, 0.0, width))
        yield Picture(width, float(match["height"]), boxes)


def _boxes(node: ElementTree.Element, x: float, y: float, width: float) -> Iterator[Box]:
    for child in node:
        if child.tag == "svg":
            own = _length(child.get("width", "100%"), width)
            if child.get("viewBox") is None:  # a box of its own scale holds no words
                yield from _boxes(child, x + _length(child.get("x", "0"), width), y + float(child.get("y", "0")), own)
        elif child.tag == "text":
            yield from _box(child, x, y, width)
        else:
            yield from _boxes(child, x, y, width)


def _box(text: ElementTree.Element, x: float, y: float, width: float) -> Iterator[Box]:
    names = text.get("class", "").split()
    words = "".join(text.itertext()).strip()
    if not words or ("sc-w" in names and width < WIDE):
        return
    size = next((SIZES[name] for name in names if name in SIZES), USUAL)
    long = len(words) * size * (0.62 if any(name in BOLD for name in names) else 0.58)
    at = x + _length(text.get("x", "0"), width, size) + float(text.get("dx", "0"))
    left = at - {"start": 0.0, "middle": long / 2, "end": long}[text.get("text-anchor", "start")]
    base = y + float(text.get("y", "0"))
    yield Box(left, base - size * 0.72, left + long, base + size * 0.05, words)


def _length(value: str, width: float, size: float = USUAL) -> float:
    if value.endswith("%"):
        return float(value[:-1]) / 100 * width
    return float(value[:-2]) * size if value.endswith("em") else float(value)
