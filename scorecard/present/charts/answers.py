"""Chart c: shares of low and high answers on both sides of one zero, the middle apart; every number stands in cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.model.answers import CLASSES, class_of
from scorecard.model.figures import settle
from scorecard.model.trust import AnswerShare
from scorecard.present.charts.geometry import NARROWEST, percent

#: From left to right beside the zero; the middle and what cannot be told apart stand on their own at the right.
SIDES = ("very-low", "low", "high", "very-high")
#: Air between the two sides and the middle, in percent of the width.
GAP = 5.0
#: Width of a digit in a bar and the air around it, in px.
DIGIT, AIR = 7.4, 5.0


@dataclass(frozen=True, slots=True)
class Split:
    """Whole per cents of one question, 100 in all.

    `merged` are answers that stand together across a border of the middle, so that nobody can say which side they are
    on; `spans` name them on the scale as asked and `unsure` the sides they may belong to. `low_joined`, `high_joined`:
    that side stands in one piece, because rare answers were merged across its inner border.
    """

    very_low: int
    low: int
    middle: int
    high: int
    very_high: int
    merged: int = 0
    spans: tuple[tuple[int, int], ...] = ()
    unsure: frozenset[str] = frozenset()
    low_joined: bool = False
    high_joined: bool = False

    @property
    def all_low(self) -> int:
        """Both low classes."""
        return self.very_low + self.low

    @property
    def all_high(self) -> int:
        """Both high classes."""
        return self.high + self.very_high

    @property
    def net(self) -> int:
        """High less low, as far as it can be told."""
        return self.all_high - self.all_low

    @property
    def surely(self) -> int:
        """High less low where all merged answers are low ones: what is certain. Rows are sorted by it."""
        return self.net - self.merged

    @property
    def leans(self) -> str:
        """high or low where that is so wherever the merged answers belong, else ''."""
        if self.surely > 0:
            return "high"
        return "low" if -self.net > self.merged else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a bar, in percent; `label` is '' where it would not fit on a phone."""

    kind: str
    x: str
    width: str
    label: str
    label_x: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row's picture; `zero` is where low ends and high begins."""

    pieces: tuple[Piece, ...]
    zero: str


def split(shares: Sequence[AnswerShare], scale: tuple[int, int]) -> Split | None:
    """The classes of one question from its published shares; None where there are none to show."""
    if not shares:
        return None
    sums = dict.fromkeys((*CLASSES, "merged"), 0.0)
    spans: list[tuple[int, int]] = []
    unsure: set[str] = set()
    joined = set()
    for one in shares:
        first, last = class_of(one.low, scale), class_of(one.high, scale)
        side = _side(first)
        if first == last:
            sums[first] += one.share
        elif side and side == _side(last):
            sums[side] += one.share
            joined.add(side)
        else:
            sums["merged"] += one.share
            spans.append((one.low, one.high))
            unsure |= {_side(class_of(answer, scale)) or "middle" for answer in range(one.low, one.high + 1)}
    for side in joined:  # what lies in one piece is told in one piece
        sums[side] += sums[f"very-{side}"]
        sums[f"very-{side}"] = 0.0
    very_low, low, middle, high, very_high, merged = largest_remainder(list(sums.values()))
    return Split(
        very_low,
        low,
        middle,
        high,
        very_high,
        merged,
        tuple(spans),
        frozenset(unsure),
        "low" in joined,
        "high" in joined,
    )


def _side(name: str) -> str:
    return "" if name == "middle" else name.removeprefix("very-")


def largest_remainder(shares: Sequence[float]) -> list[int]:
    """Whole per cents that add up to 100: the largest remainders are rounded up, the first of equal ones first.

    Source: Hamilton's method of apportionment (1792).
    """
    total = sum(shares)
    exact = [settle(100 * share / total) for share in shares]
    whole = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda i: (-settle(exact[i] - whole[i]), i))
    for i in order[: 100 - sum(whole)]:
        whole[i] += 1
    return whole


def bars(rows: Sequence[Split]) -> tuple[Bar, ...]:
    """The pictures of all rows on one scale: a per cent is as wide on either side as in the middle."""
    if not rows:
        return ()
    low, high = max(row.all_low for row in rows), max(row.all_high for row in rows)
    middle = max(row.middle + row.merged for row in rows)
    unit = (100 - (GAP if middle else 0)) / (low + high + middle)
    return tuple(_bar(row, low * unit, 100 - middle * unit, unit) for row in rows)


def _bar(row: Split, zero: float, apart: float, unit: float) -> Bar:
    start = zero - row.all_low * unit
    pieces = []
    for name in SIDES:
        number = getattr(row, name.replace("-", "_"))
        pieces.append(_piece(name, number, start, unit))
        start += number * unit
    pieces.append(_piece("middle", row.middle, apart, unit))
    pieces.append(_piece("merged", row.merged, apart + row.middle * unit, unit))
    return Bar(tuple(piece for piece in pieces if piece is not None), percent(zero))


def _piece(kind: str, number: int, start: float, unit: float) -> Piece | None:
    if not number:
        return None
    width = number * unit
    fits = width * NARROWEST / 100 >= DIGIT * len(str(number)) + AIR
    return Piece(kind, percent(start), percent(width), str(number) if fits else "", percent(start + width / 2))
