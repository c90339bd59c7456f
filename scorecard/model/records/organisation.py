"""organisation.yml: who publishes, in which zone and languages, with which systems, segments and dates."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any

from pydantic import Field

from scorecard.model import written
from scorecard.model.annotations import Parsed
from scorecard.model.lexical import (
    Contact,
    Count,
    Duration,
    Id,
    Line,
    Link,
    Moment,
    QuarterName,
    Text,
    Words,
    Zone,
    parse_like,
)
from scorecard.model.quarters import Calendar
from scorecard.model.records.base import ONE_OR_MANY, FileRecord, Ids, Lines, Record, Severity


def _month_day(value: Any) -> str:
    pattern = r"(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    return parse_like(pattern, value, "a month and day", "bad-time", "write MM-DD, such as 01-01 or 10-01")


def _colour(value: Any) -> str:
    help = 'write six hexadecimal digits in quotes, such as "#1d4ed8"'
    return parse_like(r"#[0-9a-fA-F]{6}", value, "a colour", "bad-colour", help).lower()


def _file_name(value: Any) -> str:
    help = "write the name of a .svg or .png file in content/, such as logo.svg"
    return parse_like(r"[a-z0-9][a-z0-9._-]{0,63}\.(svg|png)", value, "a picture's file name", "bad-link", help)


def _language(value: Any) -> str:
    pattern = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"
    return parse_like(pattern, value, "a language code", "unknown-word", "write a code such as en or it")


Language = Annotated[str, Parsed(_language, written.LANGUAGE)]


class Segment(Record):
    """A group of the customers that is looked at apart."""

    name: Line | None = None
    """Name shown to readers; the key when left out."""
    customers: Count | None = None
    """How many people are in the group; with all of them given, answers are weighted by it."""


class Release(Record):
    """A day announced for publishing a quarter."""

    quarter: QuarterName
    """The quarter that is published."""
    at: Moment
    """When it was promised to be published."""
    published: Moment | None = None
    """When it really was; the wave's publish_at when left out."""


class Break(Record):
    """The quarter trust broke and the causes that must not repeat."""

    quarter: QuarterName
    """The quarter in which trust broke."""
    causes: Ids = ()
    """Causes that must not repeat, by their ids."""
    declared: Text | None = None
    """A company may declare trust broken early; a comment only, without effect on the state."""


class Enquiries(Record):
    """The promise about answering people who write or call."""

    promised_working_days: Count = 5
    """Within how many working days people get an answer."""


class Brand(Record):
    """The company's look."""

    colour: Annotated[str, Parsed(_colour, written.COLOUR)] | None = None
    """Main colour of the site, in quotes."""
    logo: Annotated[str, Parsed(_file_name, written.PICTURE)] | None = None
    """File name of the logo in content/."""


class Organisation(FileRecord):
    """Who publishes this scorecard."""

    name: Line
    """The name of the company as customers know it."""
    url: Link
    """Public address of this site."""
    contact: Contact
    """Where readers can ask: a mail address or a link."""
    timezone: Zone
    """IANA name; times without an offset are local time here."""
    languages: Annotated[tuple[Language, ...], ONE_OR_MANY] = ("en",)
    """Languages of the site; the first one is the main one."""
    data_source: Line | None = None
    """`invented` marks example data on every page; otherwise a source named under every figure."""
    source_url: Link | None = None
    """Where that source can be read."""
    licence: Line | None = None
    """Licence of the published data."""
    fiscal_year_starts: Annotated[str, Parsed(_month_day, written.MONTH_DAY)] = "01-01"
    """Month and day on which the fiscal year starts."""
    segments: Mapping[Id, Segment] = {}
    """Groups of customers, by id."""
    systems: Mapping[Id, Line] = {}
    """Systems that an incident may name: an id and a name for readers."""
    severities: Mapping[Severity, Text] = {}
    """What each severity means, by its effect on people."""
    causes: Mapping[Id, Line] = {}
    """Causes an incident may name."""
    update_every: Mapping[Severity, Duration] = {}
    """How often customers are promised an update while an incident lasts."""
    notice_within: Mapping[
        Annotated[
            str,
            Words(
                service="A service failed or was worse than promised.",
                personal_data="Data of people got lost or into wrong hands.",
                billing="Bills, prices or payments were wrong or late.",
                safety="People could have come to harm.",
                other="Something else.",
            ),
        ],
        Duration,
    ] = {}
    """The public promise of a first notice per kind; the method's target when left out."""
    enquiries: Enquiries = Enquiries.model_construct()
    """The promise about answering people who write or call."""
    releases: tuple[Release, ...] = ()
    """Days announced for publishing quarters."""
    waves_planned: tuple[QuarterName, ...] = ()
    """Quarters in which a survey is planned, so that a missing one is noticed."""
    scored_from: QuarterName | None = None
    """First quarter that is scored; imported history before it is shown, not scored."""
    break_: Annotated[Break | None, Field(alias="break")] = None
    """Filled in once trust broke: when, and what must not repeat."""
    brand: Brand = Brand.model_construct()
    """Colour and logo."""
    notes: Lines = ()
    """Caveats about the data, shown on home, quarter and method pages."""

    @property
    def calendar(self) -> Calendar:
        """Quarters of the fiscal year."""
        month, day = self.fiscal_year_starts.split("-")
        return Calendar(int(month), int(day))

    def update_interval(self, severity: str) -> timedelta:
        """The promised interval between updates; half an hour, 2 and 24 hours when not stated."""
        default = {
            "critical": timedelta(minutes=30),
            "major": timedelta(hours=2),
            "minor": timedelta(hours=24),
        }
        return self.update_every.get(severity, default[severity])
