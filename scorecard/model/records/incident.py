"""incidents/YEAR/*.yml: one incident or one planned maintenance."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import ConfigDict

from scorecard.model import written
from scorecard.model.annotations import Parsed, Shorthand
from scorecard.model.lexical import (
    LARGEST_COUNT,
    Clock,
    Day,
    Gap,
    Id,
    Line,
    Link,
    Moment,
    Text,
    Words,
    YesNo,
    parse_count,
)
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
    """When others told the public."""
    by: Annotated[
        str,
        Words(
            customer="A customer.",
            press="Newspapers, radio, television or the net.",
            partner="A supplier or a firm we work with.",
            authority="An authority or a body that watches over us.",
            other="Somebody else.",
        ),
    ]
    """Who told the public first."""


def _people(value: Any) -> Any:
    if value is None or isinstance(value, Gap):
        return value
    return Gap.UNKNOWN if value == "unknown" else parse_count(value)


_PEOPLE = {
    "anyOf": [
        written.count(LARGEST_COUNT),
        written.words({"unknown": "Nobody can say how many."}),
        {"type": "null"},
    ]
}


class Affected(Record):
    """How many people it touched, and whether they were told themselves."""

    customers: Annotated[int | Gap | None, Parsed(_people, _PEOPLE)] = None
    """How many customers it touched; unknown where nobody can say."""
    estimate: YesNo = False
    """Whether the number is an estimate."""
    told_directly: YesNo | None = None
    """Whether the affected customers were told themselves, by mail, message or phone."""

    @classmethod
    def unknown(cls) -> "Affected":
        """Nobody knows how many."""
        return cls(customers=Gap.UNKNOWN)


class Acknowledged(Record):
    """The company says that it was its fault, in its own words."""

    text: Text
    """What the company says about its fault, in its own words."""
    by: Line | None = None
    """Who says so: a name or an office."""
    at: Moment | None = None
    """When; the first notice when left out."""


class Postmortem(Record):
    """The published explanation."""

    published: Day | None = None
    """Left out while it is promised only."""
    due: Day | None = None
    """The day by which it is promised."""
    url: Link | None = None
    """Where it can be read, when it stands elsewhere."""
    text: Text | None = None
    """The explanation itself, where it stands here and not elsewhere."""


class Action(Record):
    """Something that is being changed so that it does not happen again."""

    what: Line
    """What is changed."""
    owner: Line | None = None
    """Who sees to it: an office, not a private person."""
    due: Day
    """The first due date; the one that is scored."""
    renegotiated: Day | None = None
    """A later date, agreed and published before the first one passed."""
    done: Day | None = None
    """The day it was done; left out while it is not."""


class Update(Record):
    """One word to the public while an incident lasts."""

    at: Moment
    """When this was said in public."""
    status: Annotated[
        str,
        Words(
            investigating="We are looking for the cause.",
            identified="We know the cause and work on it.",
            monitoring="It is mended; we watch whether it holds.",
            resolved="It is over.",
            postmortem="The explanation is out.",
            planned="Planned work was announced.",
            in_progress="Planned work has begun.",
            update="A word without a status, as imported sources have them.",
        ),
    ] = "investigating"
    """Where things stood; `update` for a word without a status, as imported sources have them."""
    text: Text
    """What was said, letter for letter."""
    next_update: Moment | None = None
    """When the next word was promised."""


def _affected(value: Any) -> Any:
    if value == "unknown":
        return {"customers": "unknown"}
    if isinstance(value, str):
        return {"customers": value}
    return value


_NOT_FORESEEN = {"not-foreseen": "It stood on no risk list."}


def _risks(value: Any) -> Any:
    if isinstance(value, str) and value.strip() in ("not-foreseen", "not foreseen"):
        return []
    return keep_list(value)


class Incident(FileRecord):
    """One incident: what happened to whom, when it was known and told, whose fault, what is changed."""

    #: Without updates that say it goes on, a file must say whether it is over (read.records.needs_resolved).
    model_config = ConfigDict(
        json_schema_extra={
            "if": {"not": {"required": ["updates"], "properties": {"updates": {"type": "array", "minItems": 1}}}},
            "then": {"required": ["resolved"]},
        }
    )

    title: Line
    """What happened, in a few words that customers understand."""
    kind: Annotated[
        str,
        Words(
            service="A service failed or was worse than promised.",
            personal_data="Data of people got lost or into wrong hands.",
            billing="Bills, prices or payments were wrong or late.",
            safety="People could have come to harm.",
            other="Something else.",
            maintenance="Planned work; never counted as an incident.",
        ),
    ]
    """What sort of thing went wrong."""
    severity: Severity
    """How bad it was for people; what each word means stands in organisation.yml."""
    fault: Annotated[
        str,
        Words(
            ours="Our own fault.",
            supplier="The fault of a firm that works for us.",
            nature="Storm, flood, heat: nobody's fault.",
            unknown="Not known yet.",
        ),
    ]
    """Whose fault it was, as far as known today."""
    systems: Ids = ()
    """Which systems it touched, by their ids in organisation.yml."""
    started: Clock = Gap.UNKNOWN
    """When it began; unknown where nobody can say."""
    known: Clock
    """First known to anyone in the company: the first clock starts here."""
    should_have_known: Moment | None = None
    """When it could have been known, had somebody looked; the time in the dark starts here."""
    staff_told: Clock | None = None
    """When the company's own people were told."""
    notified: Clock
    """The FIRST public word."""
    resolved: Clock = Gap.NOT_YET
    """When it was put right; not-yet while it is open. Needed, unless the last update says that it goes on."""
    planned: Moment | None = None
    """Announced start of a maintenance."""
    first_enquiry: Moment | None = None
    """When the first customer asked; left out when nobody wrote it down."""
    times_doubtful: Line | None = None
    """Why the clocks of this record cannot be trusted: shown, and left out of every duration."""
    retroactive: YesNo = False
    """Written down only afterwards, in one go."""
    found_by: (
        Annotated[
            str,
            Words(
                company="We found it ourselves.",
                customer="A customer told us.",
                partner="A supplier or a firm we work with told us.",
                press="We read or heard it in the news.",
                authority="An authority told us.",
                unknown="Nobody wrote it down.",
            ),
        ]
        | None
    ) = None
    """Who noticed it first."""
    made_public: MadePublic | None = None
    """Filled in only where others told the public before the company did."""
    affected: Annotated[
        Annotated[Annotated[Affected, GIVEN] | Reasoned, EITHER],
        Shorthand(_affected, lambda full: {"anyOf": [*full["anyOf"], *_PEOPLE["anyOf"]]}),
    ] = Affected.model_construct()
    """How many people it touched, and whether they were told themselves."""
    acknowledged: Annotated[Annotated[Acknowledged, GIVEN] | Reasoned, EITHER] | None = None
    """The company's own word that it was at fault; needed where the fault is ours."""
    what_to_do: Annotated[Annotated[Text, GIVEN] | Reasoned, EITHER] | None = None
    """What customers should do, in plain words."""
    postmortem: Annotated[Annotated[Postmortem, GIVEN] | Reasoned, EITHER] | None = None
    """The published explanation, or by when it is promised."""
    cause: Id | None = None
    """What caused it, by its id in organisation.yml."""
    risks: Annotated[Ids, Shorthand(_risks, lambda ids: {"anyOf": [written.words(_NOT_FORESEEN), ids]})] | None = None
    """Ids from the risk list, or not-foreseen where it stood on none."""
    parent: Id | None = None
    """The incident this one is part of, by its id."""
    links: tuple[Link, ...] = ()
    """Further pages about it."""
    source: Link | None = None
    """Where it was taken from, when it was imported."""
    description: Text | None = None
    """The account, in the company's words."""
    remediation: Annotated[Annotated[tuple[Action, ...], GIVEN] | Reasoned, EITHER] | None = None
    """What is changed so that it does not happen again, with a day for each."""
    updates: tuple[Update, ...] = ()
    """Every word to the public while it lasted, oldest first. Add new ones at the end."""

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
