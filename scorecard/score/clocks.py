"""Clocks: what has been seen at a cut-off, how a duration scores, and the median with clocks still open."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction
from zoneinfo import ZoneInfo

from scorecard.model.quarters import Calendar, Quarter
from scorecard.model.records.organisation import Organisation

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The moment up to which facts count: the end of a quarter, or `as_of` where that comes first.

    `day` is the local day it falls on. `whole`: the quarter is over; then `at` is the first moment that no longer
    counts, else the last that still does.
    """

    at: datetime
    day: date
    whole: bool = False

    def seen(self, moment: datetime) -> bool:
        """True when that moment counts."""
        return moment < self.at if self.whole else moment <= self.at

    def seen_day(self, day: date | None) -> bool:
        """True when that day is stated and counts."""
        return day is not None and day <= self.day

    def minutes_since(self, moment: datetime) -> float:
        """Minutes gone by since then, never below 0."""
        return minutes_between(moment, self.at)


@dataclass(frozen=True, slots=True)
class Almanac:
    """Which local day and which quarter a moment belongs to: the organisation's zone and fiscal year."""

    zone: tzinfo
    calendar: Calendar

    @classmethod
    def of(cls, organisation: Organisation) -> Almanac:
        """That of an organisation."""
        return cls(ZoneInfo(organisation.timezone), organisation.calendar)

    def day(self, moment: datetime) -> date:
        """The local day."""
        return moment.astimezone(self.zone).date()

    def quarter(self, moment: datetime) -> Quarter:
        """The quarter of the local day."""
        return self.calendar.quarter_of(self.day(moment))

    def midnight(self, day: date) -> datetime:
        """The moment a local day begins."""
        return datetime(day.year, day.month, day.day, tzinfo=self.zone).astimezone(UTC)

    def now(self, as_of: datetime) -> Cutoff:
        """The cut-off at that very moment, whatever the quarter."""
        return Cutoff(as_of, self.day(as_of))

    def cutoff(self, quarter: Quarter, as_of: datetime) -> Cutoff:
        """Cut-off of a quarter: the earlier of `as_of` and its end."""
        end = self.midnight(self.calendar.start(quarter.plus(1)))
        return self.now(as_of) if as_of < end else Cutoff(end, self.calendar.end(quarter), whole=True)


def minutes_between(start: datetime, end: datetime) -> float:
    """Minutes from start to end; 0 where the end was written before the start."""
    return max(0.0, (end - start) / MINUTE)


def duration_score(duration: float, target: float, limit: float) -> float:
    """100 up to the target, 0 from the limit, between them 100 ln(limit/d) / ln(limit/target); all in one unit.

    Source: METHOD.md section 2, vector V18. Doubling a delay always costs the same, so the first hours count.
    """
    if duration <= target:
        return 100.0
    if duration >= limit:
        return 0.0
    return 100.0 * math.log(limit / duration) / math.log(limit / target)


def median(clocks: Iterable[tuple[float, bool]]) -> float | None:
    """Kaplan-Meier median of (duration, ended): the smallest t with S(t) <= 1/2, None if that is never reached.

    Computed in fractions: S(t) is often exactly one half, where floating point goes wrong. Where every clock has ended,
    half of them are enough. Source: Kaplan and Meier 1958, vector V19.
    """
    durations = sorted(clocks)
    if all(ended for _, ended in durations):
        return durations[(len(durations) - 1) // 2][0] if durations else None
    at_risk, survival, half = len(durations), Fraction(1), Fraction(1, 2)
    place = 0
    while place < len(durations):
        t, ended, gone = durations[place][0], 0, 0
        while place < len(durations) and durations[place][0] == t:
            ended += durations[place][1]
            gone += 1
            place += 1
        survival *= Fraction(at_risk - ended, at_risk)
        if survival <= half:
            return t
        at_risk -= gone
    return None


def working_days_after(day: date, days: int) -> date:
    """The day that many working days later; Monday to Friday, holidays not known."""
    while days > 0:
        day += DAY
        days -= day.weekday() < 5
    return day
