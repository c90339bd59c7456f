"""An outcome above, trust below, over the same quarters: two panels, each with its own axis, nothing joined."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard.model.quarters import Quarter
from scorecard.present.charts.geometry import NARROWEST, centre, percent, plain

PLOT = 120.0
HEAD = 38.0
FOOT = 40.0
#: A picture shows at most this many quarters, the newest.
MOST_QUARTERS = 20
#: Up to so many quarters each is named: more names would touch on the smallest phone.
ALL_NAMED = 12
#: Width of the plot on the smallest phone, and of a large letter, in px.
PHONE, LETTER = 230.0, 9.4


@dataclass(frozen=True, slots=True)
class Value:
    """One quarter's figure with its range; `value` None is a gap, `joined` says it may be joined to the one before."""

    value: float | None
    lo: float | None = None
    hi: float | None = None
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Axis:
    """Both ends and the lines between them; `divides` is drawn as a strong line, None without one."""

    low: float
    high: float
    ticks: tuple[float, ...]
    divides: float | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis with its label."""

    y: str
    label_y: str
    label: str
    divides: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One quarter on the axis."""

    x: str
    quarter: str
    year: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One series. Places along are in percent, heights in px; the last figure is labelled."""

    title: str
    title_y: str
    ticks: tuple[Tick, ...]
    whiskers: tuple[tuple[str, str, str], ...]  # x, y1, y2
    lines: tuple[tuple[str, str, str, str], ...]
    points: tuple[tuple[str, str, bool], ...]  # x, y, is it the last
    gaps: tuple[tuple[str, str], ...]  # left, width
    top: str
    height: str
    label: str
    label_x: str
    label_y: str
    label_anchor: str  # middle over its point; end where it would leave the narrowest picture


@dataclass(frozen=True, slots=True)
class OutcomeChart:
    """All that the template prints."""

    id: str
    title: str
    description: str
    height: str
    panels: tuple[Panel, ...]
    columns: tuple[Column, ...]
    quarter_y: str
    year_y: str


@dataclass(frozen=True, slots=True)
class Series:
    """What one panel draws: one value per quarter, and how its figures are printed."""

    title: str
    values: tuple[Value, ...]
    axis: Axis
    tell: Callable[[float], str]


def make(
    id: str,
    title: str,
    description: str,
    quarters: Sequence[Quarter],
    series: Sequence[Series],
    quarter_number: Callable[[Quarter], str] = lambda quarter: f"Q{quarter.number}",
) -> OutcomeChart:
    """The panels one below the other; every series has one value per quarter, oldest first."""
    seen = tuple(quarters)[-MOST_QUARTERS:]
    panels = []
    top = 0.0
    for one in series:
        top += HEAD
        panels.append(_panel(one, one.values[-len(seen) :], top))
        top += PLOT
    return OutcomeChart(
        id=id,
        title=title,
        description=description,
        height=plain(top + FOOT),
        panels=tuple(panels),
        columns=_columns(seen, quarter_number),
        quarter_y=plain(top + 17),
        year_y=plain(top + 34),
    )


def nice_axis(values: Sequence[float], least: float | None = None, most: float | None = None) -> Axis:
    """Round ends around the values, at most five lines; never beyond `least` and `most`. An axis of counts has 0."""
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or 1.0
    power = 10 ** math.floor(math.log10(span / 4))
    step = next(size * power for size in (1.0, 2.0, 2.5, 5.0, 10.0) if span / (size * power) <= 4.000001)
    start, end = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    if start == end:
        start, end = (start - step, end) if most is not None and end >= most else (start, end + step)
    start = start if least is None else max(start, least)
    end = end if most is None else min(end, most)
    count = round((end - start) / step)
    return Axis(start, end, tuple(start + i * step for i in range(count + 1)))


def _panel(series: Series, values: Sequence[Value], top: float) -> Panel:
    axis, count = series.axis, len(values)

    def height(value: float) -> float:
        inside = min(max(value, axis.low), axis.high)
        return top + (axis.high - inside) / (axis.high - axis.low) * PLOT

    spots = [(centre(i, count), height(one.value)) if one.value is not None else None for i, one in enumerate(values)]
    last = max((i for i, spot in enumerate(spots) if spot is not None), default=None)
    end = spots[last] if last is not None else None
    shown = values[last].value if last is not None else None
    low_end = end is not None and end[1] < top + 20
    label = series.tell(shown) if shown is not None else ""
    beyond = end is not None and end[0] / 100 * PHONE + len(label) * LETTER / 2 > PHONE
    return Panel(
        title=series.title,
        title_y=plain(top - 16),
        ticks=tuple(
            Tick(plain(height(tick)), plain(height(tick) + 4), series.tell(tick), tick == axis.divides)
            for tick in axis.ticks
        ),
        whiskers=tuple(
            (percent(centre(i, count)), plain(height(one.hi)), plain(height(one.lo)))
            for i, one in enumerate(values)
            if one.value is not None and one.lo is not None and one.hi is not None
        ),
        lines=tuple(
            (percent(a[0]), plain(a[1]), percent(b[0]), plain(b[1]))
            for (a, b), one in zip(pairwise(spots), values[1:], strict=True)
            if a is not None and b is not None and one.joined
        ),
        points=tuple((percent(s[0]), plain(s[1]), i == last) for i, s in enumerate(spots) if s is not None),
        gaps=tuple((percent(i / count * 100), percent(100 / count)) for i, s in enumerate(spots) if s is None),
        top=plain(top),
        height=plain(PLOT),
        label=label,
        label_x="100%" if beyond else percent(end[0]) if end is not None else "",
        label_y=plain(end[1] + (24 if low_end else -12)) if end is not None else "",
        label_anchor="end" if beyond else "middle",
    )


def _columns(seen: tuple[Quarter, ...], quarter_number: Callable[[Quarter], str]) -> tuple[Column, ...]:
    count = len(seen)
    columns = []
    for i, one in enumerate(seen):
        first = i == 0 or seen[i - 1].year != one.year
        left = sum(1 for other in seen[i:] if other.year == one.year)
        room = left * NARROWEST / count >= 48 or i + left == count
        columns.append(
            Column(
                percent(centre(i, count)),
                quarter_number(one) if count <= ALL_NAMED or first or one.number == 3 else "",
                str(one.year) if first and room else "",
            )
        )
    return tuple(columns)
