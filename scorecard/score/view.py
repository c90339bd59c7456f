"""What an indicator is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records import Records
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation
from scorecard.model.transparency import Fact, IncidentReading
from scorecard.score.classes import Average, Weighed, average
from scorecard.score.clocks import Almanac, Cutoff, median


@dataclass(frozen=True, slots=True)
class Case:
    """One counted incident of the window and what its clocks say at the cut-off."""

    incident: Incident
    reading: IncidentReading

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.reading.id

    @property
    def is_serious(self) -> bool:
        """True for critical and major."""
        return self.incident.severity != "minor"


@dataclass(frozen=True, slots=True)
class View:
    """All that may be looked at for one quarter: the window, its incidents, the records and the cut-off.

    `quarters`: those of the window, oldest first. `cases` stand in order of their ids.
    """

    quarter: Quarter
    quarters: tuple[Quarter, ...]
    cutoff: Cutoff
    cases: tuple[Case, ...]
    records: Records
    almanac: Almanac

    @property
    def method(self) -> Method:
        """The method in force."""
        return self.records.method.record

    @property
    def organisation(self) -> Organisation:
        """Who publishes."""
        return self.records.organisation.record

    def holds(self, quarter: Quarter | None) -> bool:
        """True when the quarter belongs to the window."""
        return quarter in self.quarters

    def holds_day(self, day: date) -> bool:
        """True when the day was seen at the cut-off and lies in the window."""
        return self.cutoff.seen_day(day) and self.holds(self.almanac.calendar.quarter_of(day))

    def holds_moment(self, moment: datetime) -> bool:
        """True when the moment was seen at the cut-off and lies in the window."""
        return self.cutoff.seen(moment) and self.holds(self.almanac.quarter(moment))


@dataclass(frozen=True, slots=True)
class Mark:
    """What one incident contributes: a score of 0 to 100, and what is printed beside it.

    `met`: the claim of the fact holds (None: it cannot be said yet). `size`: a duration in the indicator's unit, for
    median and worst case. `is_open`: the clock still runs, so the score is provisional.
    """

    score: float
    met: bool | None = None
    size: float | None = None
    is_open: bool = False

    @classmethod
    def of(cls, claim: bool) -> Mark:
        """100 where the claim holds, else 0."""
        return cls(100.0 if claim else 0.0, claim)


@dataclass(frozen=True, slots=True)
class Finding:
    """An indicator over the window: an average, or the reason why there is none.

    `incidents`: ids of the incidents behind it; None: it is not about incidents, so it needs no number of them.
    """

    average: Average | None = None
    reason: Reason | None = None
    cases: int = 0
    met: int = 0
    of: int = 0
    provisional: bool = False
    incidents: frozenset[str] | None = None
    median: float | None = None
    worst: float | None = None
    unit: str = ""
    also: tuple[Fact, ...] = ()


def over_incidents(
    view: View, mark: Callable[[Case], Mark | None], *, own_fault_double: bool = False, unit: str = ""
) -> Finding:
    """Average the marks of all incidents of the window by severity class.

    None leaves an incident out of both sums; so does a severity of weight 0.
    """
    weights = view.method.severity_weights
    cases = [case for case in view.cases if weights[case.incident.severity] > 0]
    marks = [(case, found) for case in cases if (found := mark(case)) is not None]
    if not marks:
        code, detail = (ReasonCode.NOT_APPLICABLE, "no_case") if view.cases else (ReasonCode.NOT_TESTED, "no_incident")
        return Finding(reason=Reason(code, detail), incidents=frozenset(), unit=unit)
    double = view.method.own_fault_weight if own_fault_double else 1.0
    return Finding(
        average(_weighed(marks, double), weights),
        cases=len(marks),
        met=sum(found.met is True for _, found in marks),
        of=sum(found.met is not None for _, found in marks),
        provisional=any(found.is_open and found.score > 0 for _, found in marks),
        incidents=frozenset(case.id for case, _ in marks),
        unit=unit,
        median=median((found.size, not found.is_open) for _, found in marks if found.size is not None),
        worst=max((found.size for _, found in marks if found.size is not None), default=None),
    )


def over_register(average: Average | None, met: int, of: int, *, register: str, published: bool) -> Finding:
    """A finding about a register: its average, or why there is none (not published, or nothing was due)."""
    if average is not None:
        return Finding(average, cases=of, met=met, of=of)
    if not published:
        return Finding(reason=Reason(ReasonCode.NOT_APPLICABLE, "no_register", {"register": register}))
    return Finding(reason=Reason(ReasonCode.NOT_TESTED, "none_due", {"register": register}))


def _weighed(marks: Iterable[tuple[Case, Mark]], double: float) -> Iterator[Weighed]:
    for case, found in marks:
        fault, severity = case.incident.fault, case.incident.severity
        own = double if fault == "ours" else 1.0
        yield Weighed(found.score, severity, own, double if fault == "unknown" else own)
