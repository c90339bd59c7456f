"""Chart f: the days with an incident in the last 53 weeks, a column per week; only those days are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.model.records.base import SEVERITIES
from scorecard.present.charts.geometry import percent, plain

WEEKS = 53
#: Height of a day's row and of what stands under the rows, in px.
ROW, FOOT = 15.0, 22.0
#: A month's name needs this many columns in the narrowest picture; others wait for a wide one.
ROOM = 8


@dataclass(frozen=True, slots=True)
class Spell:
    """An incident's days, both ends included."""

    severity: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Day:
    """One day with an incident: its square, and the worst severity on it. x2 and middle are for the mark inside."""

    day: date
    severity: str
    x: str
    y: str
    x1: str
    x2: str
    y1: str
    y2: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month's name under the week of its first day; `wide_only` hides it on a phone."""

    x: str
    name: str
    wide_only: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that the template prints; x in percent, y in px."""

    id: str
    title: str
    description: str
    height: str
    plot_height: str
    row_height: str
    width: str  # of a day
    weeks: tuple[str, ...]  # lines between the columns
    rows: tuple[str, ...]  # lines between the rows
    days: tuple[Day, ...]
    months: tuple[Month, ...]
    month_y: str
    blanks: tuple[tuple[str, str, str, str], ...]  # stretches without a record or still to come: x, y, width, height


def start_of(last: date) -> date:
    """The Monday of the first column where `last` lies in the last one."""
    return last - timedelta(days=last.weekday() + 7 * (WEEKS - 1))


def worst_by_day(spells: Sequence[Spell], first: date, last: date) -> dict[date, str]:
    """The worst severity of every day from `first` to `last` that has an incident, in order."""
    found: dict[date, str] = {}
    for one in spells:
        start, end = max(one.first, first), min(one.last, last)
        for back in range((end - start).days + 1):
            day = start + timedelta(days=back)
            if day not in found or SEVERITIES.index(one.severity) < SEVERITIES.index(found[day]):
                found[day] = one.severity
    return dict(sorted(found.items()))


def make(
    id: str, title: str, description: str, days: Mapping[date, str], since: date, last: date, months: Sequence[str]
) -> Calendar:
    """The picture; `days` holds the worst severity of each day with an incident, `since` is the first day on record."""
    start = start_of(last)
    size = 100 / WEEKS
    air = size * 0.08
    return Calendar(
        id=id,
        title=title,
        description=description,
        height=plain(7 * ROW + FOOT),
        plot_height=plain(7 * ROW),
        row_height=plain(ROW - 2),
        width=percent(size - 2 * air),
        weeks=tuple(percent(week * size) for week in range(1, WEEKS)),
        rows=tuple(plain(row * ROW) for row in range(1, 7)),
        days=tuple(_day(day, severity, start, size, air) for day, severity in days.items()),
        months=tuple(_months(start, last, months)),
        month_y=plain(7 * ROW + 16),
        blanks=tuple(_blanks(start, since, last, size)),
    )


def _day(day: date, severity: str, start: date, size: float, air: float) -> Day:
    week, row = divmod((day - start).days, 7)
    left, top = week * size + air, row * ROW + 1
    inner = size - 2 * air
    return Day(
        day=day,
        severity=severity,
        x=percent(left),
        y=plain(top),
        x1=percent(left + inner * 0.25),
        x2=percent(left + inner * 0.75),
        y1=plain(top + (ROW - 2) * 0.25),
        y2=plain(top + (ROW - 2) * 0.75),
    )


def _months(start: date, last: date, names: Sequence[str]) -> list[Month]:
    """The months that begin in the picture; on a phone only those with room."""
    found: list[Month] = []
    shown = -ROOM
    for week in range(WEEKS - 1):  # a name under the last column would stand outside
        days = [start + timedelta(days=7 * week + i) for i in range(7)]
        first = next((day for day in days if day.day == 1), None)
        if first is None or first > last:
            continue
        fits = week - shown >= ROOM
        shown = week if fits else shown
        found.append(Month(percent(week * 100 / WEEKS), names[first.month - 1], not fits))
    return found


def _blanks(start: date, since: date, last: date, size: float) -> list[tuple[str, str, str, str]]:
    """What lies before the first day on record and behind the last day, as at most four rectangles."""
    found = []
    weeks, rest = divmod(max(0, (since - start).days), 7)
    weeks = min(weeks, WEEKS)
    if weeks:
        found.append(("0", "0", percent(weeks * size), plain(7 * ROW)))
    if rest and weeks < WEEKS:
        found.append((percent(weeks * size), "0", percent(size), plain(rest * ROW)))
    behind = 6 - last.weekday()
    if behind:
        found.append((percent((WEEKS - 1) * size), plain((7 - behind) * ROW), percent(size), plain(behind * ROW)))
    return found
