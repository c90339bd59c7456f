"""Promises, dialogue, risks, decisions, outcomes, enquiries and corrections."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scorecard.model.lexical import Count, Day, Id, Line, Link, Number, QuarterName, Text, Words
from scorecard.model.records.base import Audience, FileRecord, Lines, Record
from scorecard.model.records.incident import Action


class PromiseState(Record):
    """What became of a promise on a day."""

    at: Day
    state: Annotated[str, Words("kept", "compromise", "broken", "in-the-works", "stalled", "not-yet-rated")]
    text: Text | None = None
    proof: Link | None = None


class Renegotiation(Record):
    """A new due date, published with its reason."""

    at: Day
    due: Day
    why: Text


class Promise(FileRecord):
    """Something promised in public, with a measure and a date."""

    title: Line
    made: Day
    due: Day
    """The first due date."""
    measure: Text | None = None
    """How one can tell; without one, a promise counts as broken at its due date."""
    owner: Line | None = None
    text: Text | None = None
    proof: Link | None = None
    renegotiated: tuple[Renegotiation, ...] = ()
    history: tuple[PromiseState, ...] = ()


class Dialogue(FileRecord):
    """A question or proposal and what became of it."""

    with_: Annotated[str, Words("customers", "community", "staff", "operations", "agencies"), Field(alias="with")]
    started_by: Line
    """Who began: us, customers, a council …"""
    asked: Day
    channel: Line | None = None
    question: Text
    answered: Day | None = None
    answer: Text | None = None
    outcome: Annotated[str, Words("changed", "answered", "declined-because", "open")] = "open"
    because: Text | None = None
    """Why not, where declined."""
    changed: Text | None = None
    """What changed."""
    lang: Line | None = None


class Rating(Record):
    """Likelihood and impact, 1 to 5 each, before and after treatment, on a day."""

    at: Day
    likelihood: Count
    impact: Count
    likelihood_after: Count | None = None
    impact_after: Count | None = None
    note: Text | None = None


class Risk(FileRecord):
    """Something that could go wrong for customers."""

    title: Line
    description: Text | None = None
    owner: Line
    next_review: Day
    """When the next look is due."""
    reviewed: tuple[Day, ...] = ()
    """Days it was looked at without a new rating; ratings count as looks."""
    measures: tuple[Action, ...] = ()
    ratings: tuple[Rating, ...] = ()


class SeenEffect(Record):
    """What a decision did to customers."""

    at: Day
    text: Text
    better: Annotated[str, Words("better", "worse", "no-change", "mixed")] = "no-change"


class Decision(FileRecord):
    """A decision about service and cost, weighed for its effect on customers."""

    title: Line
    decided: Day
    what: Text
    why: Text
    expected_effect: Text
    customers: Count | None = None
    saving: Line | None = None
    check_by: Day
    seen_effect: SeenEffect | None = None


class Enquiries(FileRecord):
    """How many people wrote or called in a quarter, and how many got an answer in the promised time."""

    received: Count
    answered_in_time: Count
    open: Count = 0
    median_hours: Number | None = None


class OutcomePoint(Record):
    """One quarter of an outcome: a value, or promoters, passives and detractors, or why there is none."""

    quarter: QuarterName
    value: Number | None = None
    n: Count | None = None
    promoters: Count | None = None
    passives: Count | None = None
    detractors: Count | None = None
    missing: Line | None = None


class Outcome(Record):
    """A figure shown beside trust, without claiming a cause."""

    id: Id
    title: Line
    kind: Annotated[str, Words("number", "share", "net-promoter-score")] = "number"
    unit: Line | None = None
    note: Text | None = None
    series: tuple[OutcomePoint, ...] = ()


class Outcomes(FileRecord):
    """outcomes.yml."""

    outcomes: tuple[Outcome, ...] = ()


class Correction(FileRecord):
    """A published figure that was wrong, what it says now, and why."""

    concerns: Line
    """survey:2026-Q1, incident:ID, promise:ID …; with an audience: survey:2026-Q1-staff."""
    field: Line
    was: Line
    is_: Annotated[Line, Field(alias="is")]
    label: Annotated[str, Words("R1", "R2", "R3", "C")]
    found: Day
    published: Day
    found_by: Line | None = None
    reason: Text
    effect: Text | None = None
    notice: Annotated[str, Words("given", "none")] = "given"
    """none: a published figure was changed without telling (cap 60)."""
    audience: Audience | None = None
    links: Lines = ()
