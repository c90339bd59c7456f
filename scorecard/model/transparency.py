"""Transparency: what was done, quarter by quarter, and incident by incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason


@dataclass(frozen=True, slots=True)
class Fact:
    """A count anybody can check: `met` of `of`; shown with and without a score."""

    id: str
    met: int
    of: int


@dataclass(frozen=True, slots=True)
class IndicatorReading:
    """One indicator over one window: 0 to 100 with its evidence range, or a reason.

    `cases` counts what was looked at; `median` and `worst` are minutes (or days, see `unit`), printed, never scored.
    """

    id: str
    name: str
    weight: float
    value: float | None = None
    lo: float | None = None
    hi: float | None = None
    cases: int = 0
    reason: Reason | None = None
    provisional: bool = False
    fact: Fact | None = None
    median: float | None = None
    worst: float | None = None
    unit: str = ""  # minutes | days | ratio | ''

    def __post_init__(self) -> None:
        if (self.value is None) == (self.reason is None):
            raise ValueError("an indicator has a value or a reason, never both and never neither")


@dataclass(frozen=True, slots=True)
class PillarReading:
    """A pillar: mean of its applicable indicators, or the reason why it is not rated. `coverage` 0 to 1."""

    id: str
    name: str
    weight: float
    score: float | None
    coverage: float
    indicators: tuple[IndicatorReading, ...]
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Cap:
    """A highest total, its name (made_public, changed_without_notice, unknown_fields) and the cases behind it."""

    id: str
    value: float
    cases: tuple[str, ...]
    facts: Mapping[str, float | int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncidentFigures:
    """Counts and times of one quarter's incidents. Times in minutes; medians by Kaplan-Meier, None = not yet known."""

    count: int
    maintenances: int
    lo: float | None = None  # range of the count (Poisson)
    hi: float | None = None
    change: str = ""  # fewer | more | no clear change | '' against the quarter before
    by_severity: Mapping[str, int] = field(default_factory=dict)
    own_fault: int = 0
    open: int = 0
    people: int | None = None  # customers affected where stated
    people_unknown: int = 0
    median_minutes_to_notice: float | None = None
    median_minutes_to_resolve: float | None = None
    longest_silence_minutes: float | None = None
    worst_notice_minutes: float | None = None


@dataclass(frozen=True, slots=True)
class TransparencyQuarter:
    """One quarter's transparency over its window, with the record that is shown without a score too."""

    quarter: Quarter
    score: float | None
    coverage: float
    window: tuple[Quarter, ...]
    pillars: tuple[PillarReading, ...]
    incidents: IncidentFigures
    uncapped: float | None = None
    caps: tuple[Cap, ...] = ()
    reason: Reason | None = None
    record: tuple[Fact, ...] = ()
    late: tuple[str, ...] = ()  # critical and major notices past their limit, this quarter
    absent: tuple[str, ...] = ()  # registers not published: risks, promises, dialogue, enquiries …
    provisional: bool = False
    lengthened: bool = False  # the window was longer than four quarters
    unknown_share: float = 0.0
    faults: Mapping[str, int] = field(default_factory=dict)  # ours, supplier, nature, unknown in the window


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without a word: from, to (both UTC), and what had been promised, in minutes."""

    start: datetime
    end: datetime
    promised_minutes: float
    too_long: bool
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class IncidentReading:
    """What the clocks of one incident say at the cut-off. Minutes; None = unknown or does not apply.

    `notice_minutes`: from first known to the first public word (elapsed so far while `notice_open`).
    `dark_minutes`: from the start. `kept`: first word within the promise; None where it cannot be said.
    `score`s are 0 to 100. `risk`: foreseen | not-foreseen | not-stated.
    """

    id: str
    quarter: Quarter | None
    counted: bool  # an incident, not a maintenance, not folded into a parent
    scored: bool
    notice_minutes: float | None = None
    notice_open: bool = False
    notice_target_minutes: float | None = None
    notice_limit_minutes: float | None = None
    notice_score: float | None = None
    kept: bool | None = None
    past_limit: bool = False
    dark_minutes: float | None = None
    dark_score: float | None = None
    told_after_end: bool = False
    told_after_end_minutes: float | None = None
    told_first: bool | None = None  # customers heard it from the company first
    told_directly: bool | None = None
    resolve_minutes: float | None = None
    resolve_open: bool = False
    longest_silence_minutes: float | None = None
    promised_update_minutes: float | None = None
    silences: tuple[Silence, ...] = ()
    next_updates_kept: int = 0
    next_updates_promised: int = 0
    fault_owned: bool | None = None  # None where the fault was not ours
    staff_before_customers: bool | None = None
    before_first_enquiry: bool | None = None
    risk: str = "not-stated"
    overdue_actions: int = 0
    repeat_of: str | None = None
    unknown: tuple[str, ...] = ()  # required fields that are unknown
