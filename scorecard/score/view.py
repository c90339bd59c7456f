"""What an indicator is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from scorecard.model.memo import Memo
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


#: By the function that marks and the weight of our own fault: the mark of each case (by its identity), None: left out.
Marked = dict[tuple[Callable[["Case"], "Mark | None"], float], dict[int, tuple["Mark", Weighed] | None]]


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
    memo: Memo = field(default_factory=Memo, compare=False, repr=False)
    marked: Marked = field(default_factory=dict, compare=False, repr=False)
    """Marks of this run: the windows of neighbouring quarters hold the same cases."""

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


class Mark(NamedTuple):
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

    None leaves an incident out of both sums; so does a severity of weight 0. `mark` sees nothing but the case.
    """
    double = view.method.own_fault_weight if own_fault_double else 1.0
    key = ("over incidents", getattr(mark, "__module__", ""), getattr(mark, "__qualname__", ""), view.quarter)
    inputs = (mark, view.cases, view.method, double, unit)
    return view.memo.of(key, inputs, lambda: _over(view, mark, double, unit))


def _over(view: View, mark: Callable[[Case], Mark | None], double: float, unit: str) -> Finding:
    cases, weights = view.cases, view.method.severity_weights
    known = view.marked.setdefault((mark, double), {})
    found: list[tuple[Case, Mark]] = []
    weighed: list[Weighed] = []
    for case in cases:
        key = id(case)
        if key not in known:
            known[key] = _marked(case, mark, weights, double)
        if (both := known[key]) is not None:
            found.append((case, both[0]))
            weighed.append(both[1])
    if not found:
        code, detail = (ReasonCode.NOT_APPLICABLE, "no_case") if cases else (ReasonCode.NOT_TESTED, "no_incident")
        return Finding(reason=Reason(code, detail), incidents=frozenset(), unit=unit)
    marks = [one for _, one in found]
    met = [one.met for one in marks]
    sized = [one for one in marks if one.size is not None]
    return Finding(
        average(weighed, weights),
        cases=len(marks),
        met=met.count(True),
        of=len(met) - met.count(None),
        provisional=any(one.is_open and one.score > 0 for one in marks),
        incidents=frozenset(case.reading.id for case, _ in found),
        unit=unit,
        median=median([(one.size or 0.0, not one.is_open) for one in sized]),
        worst=max((one.size or 0.0 for one in sized), default=None),
    )


def _marked(
    case: Case, mark: Callable[[Case], Mark | None], weights: Mapping[str, float], double: float
) -> tuple[Mark, Weighed] | None:
    severity, fault = case.incident.severity, case.incident.fault
    if weights[severity] <= 0 or (found := mark(case)) is None:
        return None
    own = double if fault == "ours" else 1.0
    return found, Weighed(found.score, severity, own, double if fault == "unknown" else own)


def over_register(average: Average | None, met: int, of: int, *, register: str, published: bool) -> Finding:
    """A finding about a register: its average, or why there is none (not published, or nothing was due)."""
    if average is not None:
        return Finding(average, cases=of, met=met, of=of)
    if not published:
        return Finding(reason=Reason(ReasonCode.NOT_APPLICABLE, "no_register", {"register": register}))
    return Finding(reason=Reason(ReasonCode.NOT_TESTED, "none_due", {"register": register}))
