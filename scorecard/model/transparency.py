"""Transparency: what was done, quarter by quarter, and incident by incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason


@dataclass(frozen=True, slots=True)
class Fact:
    """A count anybody can check: `met` of `of`; shown with and without a score.

    `id` is that of the indicator it belongs to; `words` say what was met: 'told in time', 'fault owned'.
    """

    id: str
    met: int
    of: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorNote:
    """What an indicator's own page says: a one-sentence summary, then (heading, paragraphs) in the order written."""

    id: str
    name: str
    summary: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


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
    also: tuple[Fact, ...] = ()  # figures of their own beside the fact: told only after the end, renegotiated

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
    `score`s are 0 to 100; 0 with minutes None where a required time is unknown, None where `times_doubtful` leaves the
    clocks out. `notice_target_minutes` and `notice_limit_minutes` are the method's, `notice_promise_minutes` is the
    company's own promise (the target where it made none). `told_after_end_minutes`: from the end to the first word.
    `repeat_of`: an earlier incident of the same cause. `risk`: foreseen | not-foreseen | not-stated.
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
    known_at: datetime | None = None  # the moment that decided the quarter
    notice_promise_minutes: float | None = None
    others_first: bool = False  # made public by others before the company's first word
    silence_score: float | None = None  # of the silence that was longest against its promise
    silence_ratio: float | None = None  # that silence as a multiple of what was promised
    silence_open: bool = False
    told_what_to_do: bool | None = None
    explanation_published: bool | None = None  # None where none is asked for, or it is not due yet
    explanation_days: float | None = None
    explanation_open: bool = False
    explanation_score: float | None = None
    repeat: bool | None = None  # None where no cause is stated or nobody could have mended it
    repairs_due: int = 0  # actions that can be judged: done, or past their first due date
    repairs_on_time: int = 0
    repairs_renegotiated: int = 0  # late against the first date, in time against the agreed later one
    people: int | None = None  # customers touched, those of folded incidents included
    children: tuple[str, ...] = ()  # incidents folded into this one
