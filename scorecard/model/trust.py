"""Trust of one audience, quarter by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Flag, Reason, Verdict
from scorecard.model.states import StateName


@dataclass(frozen=True, slots=True)
class State:
    """The state after a quarter, the rule that gave it (R0 … R9) and the numbers that rule looked at.

    `changed` tells a transition from staying; `detail` names the branch of the rule (slide, deep_distrust, repeat …);
    `measured` is the last quarter with a usable score; `since_break` counts calendar quarters since trust broke.
    """

    name: StateName
    rule: str
    changed: bool
    detail: str = ""
    facts: Mapping[str, float | int | str] = field(default_factory=dict)
    measured: Quarter | None = None
    broke: Quarter | None = None
    since_break: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerShare:
    """Share of one answer, or of neighbours merged because one had 1 to 4; low to high on the scale as asked."""

    low: int
    high: int
    share: float


@dataclass(frozen=True, slots=True)
class GroupReading:
    """One segment's (or channel's) reading of one question; a hidden one has reason suppressed and n None."""

    id: str
    name: str
    estimate: Estimate
    verdict: Verdict | None = None
    by_year: Estimate | None = None


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """One item in one wave.

    `mean`, `sd`, `lo`, `hi` are on the scale as asked; `estimate` is rescaled to 1 to 10. `kind` says what staff had:
    counts, mean, percentages, share or missing. `s2` is the variance of the answers (n-1). For a share question,
    `share`, `share_lo`, `share_hi` stand 0 to 1 and the estimate has reason not_applicable.
    """

    id: str
    text: str
    kind: str
    scale: tuple[int, int]
    estimate: Estimate
    mean: float | None = None
    sd: float | None = None
    s2: float | None = None
    lo: float | None = None
    hi: float | None = None
    dont_know_share: float | None = None
    no_answer_share: float | None = None
    shares: tuple[AnswerShare, ...] = ()
    very_low: float | None = None  # share answering 1 or 2 on 1-10
    very_high: float | None = None  # share answering 9 or 10 on 1-10
    share: float | None = None
    share_lo: float | None = None
    share_hi: float | None = None
    share_of: str = ""
    missing: str = ""
    note: str = ""
    comparable: bool = True
    verdict: Verdict | None = None
    groups: tuple[GroupReading, ...] = ()
    channels: tuple[GroupReading, ...] = ()
    language: str = ""
    company_comment: str = ""
    effective_n: float | None = None  # Kish's n where the mean is weighted by the groups' customers, else None


@dataclass(frozen=True, slots=True)
class DimensionReading:
    """One dimension in one quarter, mean of its questions present."""

    id: str
    name: str
    weight: float
    estimate: Estimate
    questions: tuple[str, ...] = ()
    target: float | None = None
    verdict: Verdict | None = None
    verdict_year: Verdict | None = None
    by_year: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Robustness:
    """Lowest and highest T over all enumerated ways of adding up; `ways` counts the distinct other ways."""

    lo: float
    hi: float
    ways: int
    straddles: bool  # the line at 7 (method: partner_at) lies inside


@dataclass(frozen=True, slots=True)
class YearFigure:
    """The last four usable quarters pooled, judged only against the four before."""

    estimate: Estimate
    quarters: tuple[Quarter, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Fielding:
    """Who was asked and how; every None is 'not stated'. Rates 0 to 1; AAPOR names where dispositions are given."""

    sample: str
    population: int | None = None
    invited: int | None = None
    respondents: int | None = None
    response_rate: float | None = None
    response_rate_name: str = ""  # RR1, or 'answered of asked'
    response_rate_partial: float | None = None  # RR2
    from_day: date | None = None
    to_day: date | None = None
    mode: tuple[str, ...] = ()
    agency: str = ""
    note: str = ""
    company_comment: str = ""
    comments: tuple[str, ...] = ()
    suppressed: bool = False  # so few answered that nothing may tell how many


@dataclass(frozen=True, slots=True)
class TrustQuarter:
    """Everything about one audience's trust in one quarter.

    `trust` is T over the dimensions, `direct` is S, `state_score` X is the lower of the two. `n` is the number of
    people who answered: respondents where stated, else the n of S, else that of T; None when hidden. `mark` is the
    note of a hand-set method change, `break_before` says that nothing is compared with earlier quarters and why.
    `file` is the wave's file relative to the project, '' for a quarter without a wave.
    """

    quarter: Quarter
    audience: str
    n: int | None
    fielding: Fielding | None
    trust: Estimate
    direct: Estimate
    state_score: Estimate
    state: State
    usable: bool
    dimensions: tuple[DimensionReading, ...] = ()
    questions: tuple[QuestionReading, ...] = ()
    verdict: Verdict | None = None  # of the headline figure against last quarter
    verdict_year: Verdict | None = None
    direct_verdict: Verdict | None = None
    robustness: Robustness | None = None
    year: YearFigure | None = None
    headline: str = "quarter"  # quarter | year: which figure the headline uses
    weakest: str = ""  # id of the weakest dimension
    gap: float | None = None  # S minus T
    gap_clear: bool = False
    mark: str = ""
    break_before: Reason | None = None
    flags: frozenset[Flag] = frozenset()
    method_version: str = ""
    file: str = ""

    @property
    def shown(self) -> Estimate:
        """The figure the public sees first: T where it is published, else S."""
        return self.trust if self.trust.score is not None else self.direct


@dataclass(frozen=True, slots=True)
class TrustSeries:
    """One audience over time, every quarter from the first wave on, missing ones included."""

    audience: str
    quarters: tuple[TrustQuarter, ...]

    @property
    def latest(self) -> TrustQuarter:
        """The last quarter of the series."""
        return self.quarters[-1]

    def at(self, quarter: Quarter) -> TrustQuarter | None:
        """The reading of a quarter, None outside the series."""
        return next((q for q in self.quarters if q.quarter == quarter), None)
