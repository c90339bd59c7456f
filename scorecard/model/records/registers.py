"""Promises, dialogue, risks, decisions, outcomes, enquiries and corrections."""

from typing import Annotated

from pydantic import Field

from scorecard.model.lexical import Count, Day, Id, Line, Link, Number, QuarterName, Text, Words
from scorecard.model.records.base import Audience, FileRecord, Links, Record
from scorecard.model.records.incident import Action


class PromiseState(Record):
    """What became of a promise on a day."""

    at: Day
    """The day."""
    state: Annotated[
        str,
        Words(
            kept="Done as promised.",
            compromise="Partly done, or in another way.",
            broken="Not done.",
            in_the_works="Somebody works on it.",
            stalled="Nothing moves.",
            not_yet_rated="Nobody has looked yet.",
        ),
    ]
    """What became of it."""
    text: Text | None = None
    """What was done or not done, in words."""
    proof: Link | None = None
    """Where one can see it."""


class Renegotiation(Record):
    """A new due date, published with its reason."""

    at: Day
    """The day the new date was published."""
    due: Day
    """The new due date."""
    why: Text
    """Why the date moved."""


class Promise(FileRecord):
    """Something promised in public, with a measure and a date."""

    title: Line
    """The promise in one line, as it was made."""
    made: Day
    """The day it was made in public."""
    due: Day
    """The first due date."""
    measure: Text | None = None
    """How one can tell; without one, a promise counts as broken at its due date."""
    owner: Line | None = None
    """Who keeps it: an office, not a private person."""
    text: Text | None = None
    """More about it."""
    proof: Link | None = None
    """Where the promise can be read."""
    renegotiated: tuple[Renegotiation, ...] = ()
    """New dates, oldest first."""
    history: tuple[PromiseState, ...] = ()
    """What became of it, oldest first. Add new states at the end."""


class Dialogue(FileRecord):
    """A question or proposal and what became of it."""

    with_: Annotated[
        str,
        Words(
            customers="People and firms that the company serves.",
            community="People who live with the company, customers or not.",
            staff="People who work for the company.",
            operations="People who do the daily work for customers.",
            agencies="Authorities and bodies that watch over it.",
        ),
        Field(alias="with"),
    ]
    """Who the company spoke with."""
    started_by: Line
    """Who began: us, customers, a council …"""
    asked: Day
    """The day it was asked."""
    channel: Line | None = None
    """How it was asked: town hall, letter, web form."""
    question: Text
    """What was asked or proposed."""
    answered: Day | None = None
    """The day it was answered; left out while it is open."""
    answer: Text | None = None
    """The answer."""
    outcome: Annotated[
        str,
        Words(
            changed="Something was changed; say what under changed.",
            answered="It was answered.",
            declined_because="It was declined; say why under because.",
            open="No answer yet.",
        ),
    ] = "open"
    """What came of it."""
    because: Text | None = None
    """Why not, where declined."""
    changed: Text | None = None
    """What changed."""
    lang: Line | None = None
    """Language of the entry, where it differs."""


class Rating(Record):
    """Likelihood and impact, 1 to 5 each, before and after treatment, on a day."""

    at: Day
    """The day of the rating."""
    likelihood: Count
    """How likely, 1 (hardly ever) to 5 (almost surely)."""
    impact: Count
    """How bad for customers, 1 (hardly felt) to 5 (very bad)."""
    likelihood_after: Count | None = None
    """How likely once the measures work, 1 to 5."""
    impact_after: Count | None = None
    """How bad once the measures work, 1 to 5."""
    note: Text | None = None
    """Why it was rated so."""


class Risk(FileRecord):
    """Something that could go wrong for customers."""

    title: Line
    """What could go wrong, in a few words."""
    description: Text | None = None
    """What it would mean for customers."""
    owner: Line
    """Who watches it: an office, not a private person."""
    next_review: Day
    """When the next look is due."""
    reviewed: tuple[Day, ...] = ()
    """Days it was looked at without a new rating; ratings count as looks."""
    measures: tuple[Action, ...] = ()
    """What is done about it, with a day for each."""
    ratings: tuple[Rating, ...] = ()
    """Ratings, oldest first. Add new ones at the end."""


class SeenEffect(Record):
    """What a decision did to customers."""

    at: Day
    """The day somebody looked."""
    text: Text
    """What was seen."""
    better: Annotated[
        str,
        Words(
            better="Customers are better off.",
            worse="Customers are worse off.",
            no_change="Nothing changed for customers.",
            mixed="Better for some, worse for others.",
        ),
    ] = "no-change"
    """Whether customers are better or worse off."""


class Decision(FileRecord):
    """A decision about service and cost, weighed for its effect on customers."""

    title: Line
    """The decision in a few words."""
    decided: Day
    """The day it was taken."""
    what: Text
    """What was decided."""
    why: Text
    """Why."""
    expected_effect: Text
    """What it is expected to do to customers."""
    customers: Count | None = None
    """How many customers it touches."""
    saving: Line | None = None
    """What it saves, in words."""
    check_by: Day
    """The day by which somebody looks what it did."""
    seen_effect: SeenEffect | None = None
    """What it did, once somebody has looked."""


class Enquiries(FileRecord):
    """How many people wrote or called in a quarter, and how many got an answer in the promised time."""

    received: Count
    """How many people wrote or called."""
    answered_in_time: Count
    """How many got an answer in the promised time."""
    open: Count = 0
    """How many still wait."""
    median_hours: Number | None = None
    """Hours until the answer for the one in the middle."""


class OutcomePoint(Record):
    """One quarter of an outcome: a value, or promoters, passives and detractors, or why there is none."""

    quarter: QuarterName
    """The quarter."""
    value: Number | None = None
    """The value; a share lies between 0 and 1."""
    n: Count | None = None
    """How many cases it rests on."""
    promoters: Count | None = None
    """How many answered 9 or 10."""
    passives: Count | None = None
    """How many answered 7 or 8."""
    detractors: Count | None = None
    """How many answered 0 to 6."""
    missing: Line | None = None
    """Why there is no figure."""


class Outcome(Record):
    """A figure shown beside trust, without claiming a cause."""

    id: Id
    """The id of the outcome."""
    title: Line
    """The name that readers see."""
    kind: Annotated[
        str,
        Words(
            number="A plain number.",
            share="A share between 0 and 1.",
            net_promoter_score="Promoters less detractors, from counts of both.",
        ),
    ] = "number"
    """What sort of figure it is."""
    unit: Line | None = None
    """Its unit, such as EUR million."""
    note: Text | None = None
    """A remark that readers see beside it."""
    series: tuple[OutcomePoint, ...] = ()
    """One entry for each quarter, oldest first. Add new ones at the end."""


class Outcomes(FileRecord):
    """outcomes.yml."""

    outcomes: tuple[Outcome, ...] = ()
    """The figures, each with its series."""


class Correction(FileRecord):
    """A published figure that was wrong, what it says now, and why."""

    concerns: Line
    """What is corrected: survey:2026-Q1, incident:ID, promise:ID …; with an audience: survey:2026-Q1-staff."""
    field: Line
    """The key that was wrong, such as invited."""
    was: Line
    """What was published."""
    is_: Annotated[Line, Field(alias="is")]
    """What it says now."""
    label: Annotated[
        str,
        Words(
            R1="Late data came in.",
            R2="A routine revision.",
            R3="The method changed.",
            C="A mistake of ours.",
        ),
    ]
    """What sort of correction it is."""
    found: Day
    """The day it was found."""
    published: Day
    """The day the correction was published."""
    found_by: Line | None = None
    """Who found it."""
    reason: Text
    """How it came about."""
    effect: Text | None = None
    """What it changes in the published figures."""
    notice: Annotated[
        str,
        Words(
            given="Readers were told of the change.",
            none="The figure was changed without telling.",
        ),
    ] = "given"
    """Whether readers were told; a figure changed without telling limits the transparency score."""
    audience: Audience | None = None
    """The audience of the survey, where it is not customers."""
    links: Links = ()
    """Further pages about it."""
