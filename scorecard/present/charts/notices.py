"""Chart e: how fast the first word came, a row per quarter, a mark per incident, on an axis where steps multiply."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorecard.present.charts.geometry import NARROWEST, lanes, percent, plain

#: Places a tick may stand at, in minutes; the axis begins at the first.
STEPS = (1.0, 10.0, 60.0, 480.0, 4320.0, 43200.0, 525600.0)
#: The axis reaches at least this far (3 days), so that it seldom changes.
AT_LEAST = 4320.0
#: So many marks stand in a row at most: the slowest ones.
MOST_MARKS = 60
MARKER = 11.0
#: Width of a letter of the axis, in px.
LETTER = 7.0
LANE = 10.0


@dataclass(frozen=True, slots=True)
class Case:
    """One incident: minutes to the first word, kept or not (None: it cannot be judged), does the clock still run."""

    minutes: float
    kept: bool | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A case in its row: dot in time, cross late, ring not judged; `open` draws an arrow."""

    x: str
    y: str
    shape: str
    open: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One row's picture; `left_out` counts the fastest cases of a long row that are not drawn."""

    marks: tuple[Mark, ...]
    height: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A place of the axis; its label is '' where it would meet the next one on a phone."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NoticeChart:
    """All rows on one axis; `promise` is where most of the promises end, '' where there is none."""

    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]
    promise: str


def make(rows: Sequence[Sequence[Case]], tell: Callable[[float], str], promise: float | None = None) -> NoticeChart:
    """The pictures of all rows, in their order; `tell` words the times of the axis."""
    slowest = max((case.minutes for row in rows for case in row), default=0.0)
    last = max(slowest, AT_LEAST, promise or 0.0)
    return NoticeChart(
        strips=tuple(_strip(row, last) for row in rows),
        ticks=tuple(_ticks(last, tell)),
        promise=percent(along(promise, last)) if promise is not None else "",
    )


def _ticks(last: float, tell: Callable[[float], str]) -> list[Tick]:
    """From the right to the left every label that does not meet the one before it in the narrowest picture."""
    found = []
    free = NARROWEST + LETTER
    for step in reversed([step for step in STEPS if step <= last]):
        place, label = along(step, last), tell(step)
        at, wide = place / 100 * NARROWEST, LETTER * len(label)
        anchor = "start" if step == STEPS[0] else "end" if at + wide / 2 > NARROWEST - 2 else "middle"
        left = {"start": at, "middle": at - wide / 2, "end": at - wide}[anchor]
        fits = left + wide + LETTER / 2 <= free
        free = left if fits else free
        found.append(Tick(percent(place), label if fits else "", anchor))
    return found[::-1]


def along(minutes: float, last: float) -> float:
    """A time on the axis in percent; what is under a minute stands at its beginning."""
    return math.log(min(max(minutes, STEPS[0]), last)) / math.log(last) * 100


def half_within(cases: Sequence[Case]) -> float | None:
    """The time within which half of the cases had their first word; None while fewer than half have it."""
    told = sorted(case.minutes for case in cases if not case.open)
    needed = (len(cases) + 1) // 2
    return told[needed - 1] if 0 < needed <= len(told) else None


def _strip(row: Sequence[Case], last: float) -> Strip:
    drawn = sorted(row, key=lambda case: (case.minutes, case.kept is not False))[-MOST_MARKS:]
    places = [along(case.minutes, last) for case in drawn]
    rails = lanes(places, MARKER, NARROWEST)
    count = max(rails, default=0) + 1
    height = max(30.0, count * LANE + 12)
    top = height / 2 - (count - 1) * LANE / 2
    marks = tuple(
        Mark(percent(place), plain(top + rail * LANE), _shape(case), case.open)
        for case, place, rail in zip(drawn, places, rails, strict=True)
    )
    return Strip(marks, plain(height), len(row) - len(drawn))


def _shape(case: Case) -> str:
    if case.kept is None:
        return "ring"
    return "dot" if case.kept else "cross"
