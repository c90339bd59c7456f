"""incidents/YEAR/*.yml: one incident or one planned maintenance."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator

from scorecard.model.lexical import Clock, Day, Gap, Id, Line, Link, Moment, Text, Words, YesNo, parse_count
from scorecard.model.records.base import (
    EITHER,
    GIVEN,
    FileRecord,
    Ids,
    NotApplicable,
    Reasoned,
    Record,
    Severity,
    keep_list,
)


class MadePublic(Record):
    """Others told the public before the company did."""

    at: Moment
    by: Annotated[str, Words("customer", "press", "partner", "authority", "other")]


def _people(value: Any) -> Any:
    if value is None or isinstance(value, Gap):
        return value
    return Gap.UNKNOWN if value == "unknown" else parse_count(value)


class Affected(Record):
    """How many people it touched, and whether they were told themselves."""

    customers: Annotated[int | Gap | None, BeforeValidator(_people)] = None
    estimate: YesNo = False
    told_directly: YesNo | None = None

    @classmethod
    def unknown(cls) -> Affected:
        """Nobody knows how many."""
        return cls(customers=Gap.UNKNOWN)


class Acknowledged(Record):
    """The company says that it was its fault, in its own words."""

    text: Text
    by: Line | None = None
    at: Moment | None = None
    """When; the first notice when left out."""


class Postmortem(Record):
    """The published explanation."""

    published: Day | None = None
    """None: promised, not published yet."""
    due: Day | None = None
    url: Link | None = None
    text: Text | None = None
    """The explanation itself, where it stands here and not elsewhere."""


class Action(Record):
    """Something that is being changed so that it does not happen again."""

    what: Line
    owner: Line | None = None
    due: Day
    """The first due date; the one that is scored."""
    renegotiated: Day | None = None
    """A later date, agreed and published before the first one passed."""
    done: Day | None = None


class Update(Record):
    """One word to the public while an incident lasts."""

    at: Moment
    status: Annotated[
        str,
        Words(
            "investigating", "identified", "monitoring", "resolved", "postmortem", "planned", "in-progress", "update"
        ),
    ] = "investigating"
    """Where things stood; `update` for a word without a status, as imported sources have them."""
    text: Text
    next_update: Moment | None = None
    """When the next word was promised."""


def _affected(value: Any) -> Any:
    if value == "unknown":
        return {"customers": "unknown"}
    if isinstance(value, str):
        return {"customers": value}
    return value


def _risks(value: Any) -> Any:
    if isinstance(value, str) and value.strip() in ("not-foreseen", "not foreseen"):
        return []
    return keep_list(value)


class Incident(FileRecord):
    """One incident: what happened to whom, when it was known and told, whose fault, what is changed."""

    title: Line
    kind: Annotated[str, Words("service", "personal-data", "billing", "safety", "other", "maintenance")]
    severity: Severity
    fault: Annotated[str, Words("ours", "supplier", "nature", "unknown")]
    systems: Ids = ()
    started: Clock = Gap.UNKNOWN
    known: Clock
    """First known to anyone in the company: the first clock starts here."""
    should_have_known: Moment | None = None
    staff_told: Clock | None = None
    notified: Clock
    """The FIRST public word."""
    resolved: Clock = Gap.NOT_YET
    """When it was put right; not-yet while it is open, unknown where nobody wrote it down."""
    planned: Moment | None = None
    """Announced start of a maintenance."""
    first_enquiry: Moment | None = None
    """When the first customer asked; None when not recorded."""
    times_doubtful: Line | None = None
    """Why the clocks of this record cannot be trusted: shown, and left out of every duration."""
    retroactive: YesNo = False
    """Written down only afterwards, in one go."""
    found_by: Annotated[str, Words("company", "customer", "partner", "press", "authority", "unknown")] | None = None
    made_public: MadePublic | None = None
    affected: Annotated[Annotated[Annotated[Affected, GIVEN] | Reasoned, EITHER], BeforeValidator(_affected)] = (
        Affected()
    )
    acknowledged: Annotated[Annotated[Acknowledged, GIVEN] | Reasoned, EITHER] | None = None
    what_to_do: Annotated[Annotated[Text, GIVEN] | Reasoned, EITHER] | None = None
    postmortem: Annotated[Annotated[Postmortem, GIVEN] | Reasoned, EITHER] | None = None
    cause: Id | None = None
    risks: Annotated[Ids, BeforeValidator(_risks)] | None = None
    """Ids from the risk list; empty means not-foreseen; None means not stated."""
    parent: Id | None = None
    links: tuple[Link, ...] = ()
    source: Link | None = None
    description: Text | None = None
    """The account, in the company's words."""
    remediation: Annotated[Annotated[tuple[Action, ...], GIVEN] | Reasoned, EITHER] | None = None
    updates: tuple[Update, ...] = ()

    @property
    def is_maintenance(self) -> bool:
        """Planned work; never counted as an incident."""
        return self.kind == "maintenance"

    @property
    def actions(self) -> tuple[Action, ...]:
        """The repair actions; empty where none apply or none are stated."""
        return () if self.remediation is None or isinstance(self.remediation, NotApplicable) else self.remediation

    @property
    def first_known(self) -> datetime | None:
        """The moment that decides the quarter: known, else notified, else started; None when nothing is known."""
        for clock in (self.known, self.notified, self.started):
            if isinstance(clock, datetime):
                return clock
        return None
