"""Where things stand in a picture: a score's height, a quarter's column, markers that must not meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: The narrowest plot a picture must be readable in, in px (a phone of 360 px less page margins and the y labels).
NARROWEST = 286
#: The trust scale; the axis always runs over all of it.
FLOOR, CEILING = 1.0, 10.0


def percent(value: float) -> str:
    """A share of the width as SVG wants it, with two decimals and no trailing zeros: 41.67%."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def plain(value: float) -> str:
    """A length in px or viewBox units with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@dataclass(frozen=True, slots=True)
class Scale:
    """The vertical scale of scores in px from the top of the plot."""

    top: float
    height: float

    def y(self, score: float) -> float:
        """Height of a score, 10 at the top."""
        return self.top + (CEILING - score) / (CEILING - FLOOR) * self.height

    def share(self, score: float) -> float:
        """The same in percent of the plot, for a nested viewBox of 100."""
        return (CEILING - score) / (CEILING - FLOOR) * 100


def centre(index: int, count: int) -> float:
    """Middle of a column in percent of the width."""
    return (index + 0.5) / count * 100


def along(score: float) -> float:
    """A score on a horizontal track of 1 to 10, in percent."""
    return (min(max(score, FLOOR), CEILING) - FLOOR) / (CEILING - FLOOR) * 100


def lanes(places: Sequence[float], width: float, narrowest: float = NARROWEST) -> list[int]:
    """A rail for each marker (places in percent, ascending) so that markers `width` px wide never meet.

    Computed for the narrowest picture: a wider one only spreads them. Rail 0 is nearest to the plot.
    """
    ends: list[float] = []
    result: list[int] = []
    for place in places:
        left = place / 100 * narrowest - width / 2
        rail = next((i for i, end in enumerate(ends) if end <= left), len(ends))
        if rail == len(ends):
            ends.append(0.0)
        ends[rail] = left + width
        result.append(rail)
    return result
