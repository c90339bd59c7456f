"""Figures and records made by hand, so that a test of what is said needs neither files nor scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode, Verdict, VerdictWord
from scorecard.model.records import Entry, Records
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation
from scorecard.model.records.registers import Promise
from scorecard.model.scorecards import Scorecard
from scorecard.model.states import StateName
from scorecard.model.transparency import IncidentReading
from scorecard.model.trust import Fielding, State, TrustQuarter, TrustSeries
from scorecard.present.desk import Desk
from scorecard.present.words import Words
from scorecard.read.packaged import default_method

AS_OF = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
Q3 = Quarter(2026, 3)
Q2 = Quarter(2026, 2)
NOBODY = Estimate(reason=Reason(ReasonCode.NOT_ASKED))


@cache
def method() -> Entry[Method]:
    """The packaged method."""
    return default_method()[0]


def organisation(**more: Any) -> Entry[Organisation]:
    """An invented organisation with what it cannot do without."""
    given = {
        "name": "Example Water",
        "url": "https://trust.example.org",
        "contact": "trust@example.org",
        "timezone": "Europe/Rome",
        **more,
    }
    return Entry("organisation", Organisation.model_validate(given))


def incident(id: str = "2026-08-14-wrong-bills", **more: Any) -> Entry[Incident]:
    """An own-fault major incident of the third quarter of 2026."""
    given = {
        "title": "We sent 9,400 wrong bills",
        "kind": "billing",
        "severity": "major",
        "fault": "ours",
        "started": "2026-08-12T01:00Z",
        "known": "2026-08-14T08:00Z",
        "notified": "2026-08-14T10:00Z",
        "resolved": "2026-08-20T08:00Z",
        "affected": {"customers": "9400"},
        **more,
    }
    return Entry(id, Incident.model_validate(given), f"data/incidents/2026/{id}.yml")


def promise(id: str = "phone", **more: Any) -> Entry[Promise]:
    """A promise with a measure."""
    given = {"title": "A person answers the phone", "made": "2025-01-10", "due": "2026-07-31", "measure": "x", **more}
    return Entry(id, Promise.model_validate(given), f"data/promises/{id}.yml")


def records(**more: Any) -> Records:
    """An organisation and the packaged method, and whatever else is given."""
    return Records(**{"organisation": organisation(), "method": method(), **more})


def score(value: float, half: float = 0.3, n: int = 600, **more: Any) -> Estimate:
    """A score with an interval of that half-width, kept on the scale."""
    return Estimate(value, max(1.0, value - half), min(10.0, value + half), n, **more)


def verdict(word: VerdictWord, before: float, now: float, against: Quarter = Q2) -> Verdict:
    """A change in that word."""
    d = now - before
    return Verdict(word, against, d, d - 0.2, d + 0.2, before, now)


def state(name: StateName = StateName.GUARDED, **more: Any) -> State:
    """A state with the numbers its rule looked at."""
    given: dict[str, Any] = {"rule": "R6", "changed": False, "detail": "lower_end", "facts": {"lo": 6.5, "line": 7.0}}
    return State(name, **{**given, **more})


def quarter(figure: Estimate | None = None, at: Quarter = Q3, **more: Any) -> TrustQuarter:
    """A quarter whose trust and direct answer are the figure given."""
    figure = figure if figure is not None else score(6.8)
    given: dict[str, Any] = {
        "quarter": at,
        "audience": "customers",
        "n": 600,
        "fielding": Fielding("random", invited=2400),
        "trust": figure,
        "direct": figure,
        "state_score": figure,
        "state": state(),
        "usable": figure.score is not None,
    }
    return TrustQuarter(**{**given, **more})


def series(*quarters: TrustQuarter) -> TrustSeries:
    """These quarters as one series."""
    return TrustSeries(quarters[0].audience, quarters)


def two(now: TrustQuarter, before: float = 6.5) -> TrustSeries:
    """The quarter given after one with that score."""
    return series(quarter(score(before), at=now.quarter.plus(-1), audience=now.audience), now)


def reading(id: str, at: Quarter | None = Q3, **more: Any) -> IncidentReading:
    """What the clocks of an incident say: told after two hours where 30 minutes were promised."""
    given: dict[str, Any] = {
        "counted": True,
        "scored": True,
        "notice_minutes": 120.0,
        "notice_promise_minutes": 30.0,
        "kept": False,
        "resolve_minutes": 8640.0,
    }
    return IncidentReading(id, at, **{**given, **more})


def scorecard(*all_series: TrustSeries, quarter: Quarter | None = Q3, **more: Any) -> Scorecard:
    """These series under one cut-off."""
    return Scorecard(AS_OF, quarter, tuple(all_series), **more)


def desk(card: Scorecard | None = None, known: Records | None = None) -> Desk:
    """A desk with these figures and records."""
    return Desk(
        card if card is not None else scorecard(two(quarter(verdict=verdict(VerdictWord.UNCLEAR, 6.5, 6.8)))),
        known if known is not None else records(),
        AS_OF,
        "1.0.0",
        Words(zone="Europe/Rome"),
    )


def with_facts(one: TrustQuarter, facts: Mapping[str, float | int | str], **more: Any) -> TrustQuarter:
    """The quarter with a state that looked at these numbers."""
    return replace(one, state=replace(one.state, facts=facts, **more))


def texts(items: Iterable[object]) -> str:
    """Items as one text."""
    return " ".join(str(item) for item in items)
