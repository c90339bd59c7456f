"""The whole result of scoring: what the presenting room draws from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from scorecard.model.quarters import Quarter
from scorecard.model.transparency import Fact, IncidentReading, IndicatorNote, TransparencyQuarter
from scorecard.model.trust import TrustQuarter, TrustSeries


@dataclass(frozen=True, slots=True)
class PromiseReading:
    """A promise at the cut-off: `state` as shown, `why` a detail (not_measured, overdue), `kept_in_time` for E."""

    id: str
    state: str  # kept | compromise | broken | in-the-works | stalled | not-yet-rated
    due: date
    since: date | None = None
    detail: str = ""
    renegotiated: bool = False
    quarter_due: Quarter | None = None


@dataclass(frozen=True, slots=True)
class OutcomeReading:
    """One point of an outcome; for a net promoter score `value` is -100 to 100 with its adjusted-Wald interval."""

    id: str
    quarter: Quarter
    value: float | None
    lo: float | None = None
    hi: float | None = None
    n: int | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class DialogueFigures:
    """Dialogue with one party: items, how many are open, median days to an answer (Kaplan-Meier, None = not known)."""

    party: str
    items: int
    open: int
    median_days: float | None
    started_by_them: int = 0


@dataclass(frozen=True, slots=True)
class RiskReading:
    """A risk at the cut-off: likelihood times impact before and after treatment (1 to 25); is a look due?"""

    id: str
    before: int | None
    after: int | None
    last_review: date | None
    next_review: date
    overdue: bool
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """A decision at the cut-off: overdue when its effect should have been looked at and was not."""

    id: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Every computed figure. `quarter` is the one the site leads with, None when nothing is published yet."""

    as_of: datetime
    quarter: Quarter | None
    series: tuple[TrustSeries, ...] = ()
    after_contact: tuple[TrustQuarter, ...] = ()
    transparency: tuple[TransparencyQuarter, ...] = ()
    incidents: Mapping[str, IncidentReading] = field(default_factory=dict)
    promises: Mapping[str, PromiseReading] = field(default_factory=dict)
    risks: Mapping[str, RiskReading] = field(default_factory=dict)
    decisions: Mapping[str, DecisionReading] = field(default_factory=dict)
    dialogue: tuple[DialogueFigures, ...] = ()
    outcomes: tuple[OutcomeReading, ...] = ()
    anticipation: Fact | None = None  # notices sent before the first enquiry
    notes: tuple[IndicatorNote, ...] = ()  # what each indicator's page says

    def of(self, audience: str) -> TrustSeries | None:
        """The series of an audience, None when it was never asked."""
        return next((one for one in self.series if one.audience == audience), None)

    def transparency_at(self, quarter: Quarter) -> TransparencyQuarter | None:
        """Transparency of a quarter, None when it is not computed."""
        return next((one for one in self.transparency if one.quarter == quarter), None)
