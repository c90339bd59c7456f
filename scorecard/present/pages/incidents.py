"""Lists of incidents: the newest, a table of quarters by severity, and a list per quarter in pages of a fixed size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from scorecard.model.pages import Later, Page
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry
from scorecard.model.records.base import SEVERITIES
from scorecard.model.records.incident import Incident
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import calendar, incident_line, notices
from scorecard.present.views.calendar import IncidentDays
from scorecard.present.views.incident_line import IncidentLine
from scorecard.present.views.notices import Notices
from scorecard.present.views.openness import faults_unknown
from scorecard.present.words import openness, terms

PLACE = 20
#: So many stand on the index, the newest first.
NEWEST = 30


@dataclass(frozen=True, slots=True)
class QuarterCount:
    """Incidents of one quarter by severity, own fault and planned work; '' for none."""

    href: str
    name: str
    counts: tuple[tuple[str, str], ...]  # (link to the group on the quarter's list, number)
    total: str
    own: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What a severity means here."""

    severity: str
    severity_word: str
    text: str


@dataclass(frozen=True, slots=True)
class Incidents(Context):
    """The index."""

    open_incidents: tuple[IncidentLine, ...]
    newest: tuple[IncidentLine, ...]
    quarters: tuple[QuarterCount, ...]
    severities: tuple[str, ...]
    definitions: tuple[Definition, ...]
    total: str
    anticipation: str
    planned: tuple[IncidentLine, ...]
    days: IncidentDays | None
    notices: Notices | None


@dataclass(frozen=True, slots=True)
class Group:
    """Incidents of one severity on a page."""

    id: str
    title: str
    lines: tuple[IncidentLine, ...]


@dataclass(frozen=True, slots=True)
class IncidentsOfQuarter(Context):
    """One page of one quarter's incidents."""

    title: str
    counted: str
    groups: tuple[Group, ...]
    planned: tuple[IncidentLine, ...]
    number: int
    pages: tuple[tuple[int, str], ...]
    quarter_href: str


def make(desk: Desk) -> Iterator[Page]:
    """The index, then the lists."""
    words = desk.words
    yield Page(
        uri=addresses.INCIDENTS,
        kind="incidents",
        title=words.say("Incidents"),
        template="incidents.html.jinja",
        context=_index(desk),
        updated=desk.updated,
        description=words.say("What went wrong, how many people it affected, and whose fault it was."),
        source="data/incidents",
        parent=addresses.HOME,
        summary=words.say("What went wrong, how many people it affected, and whose fault it was."),
        nav=words.say("Incidents"),
        language=words.language,
    )
    for quarter in _quarters(desk):
        yield from _lists(desk, quarter)


def _index(desk: Desk) -> Incidents:
    words = desk.words
    counted = [entry for entry in desk.records.incidents if not entry.record.is_maintenance]
    newest = sorted(counted, key=lambda entry: (entry.record.first_known or desk.epoch, entry.id), reverse=True)
    planned = [entry for entry in desk.records.incidents if entry.record.is_maintenance and _ahead(desk, entry)]
    one = desk.scorecard.anticipation
    meanings = desk.organisation.severities
    return Incidents(
        words=words,
        say=words.say,
        frame=desk.frame,
        open_incidents=tuple(incident_line.make(desk, entry) for entry in desk.open_incidents),
        newest=tuple(incident_line.make(desk, entry) for entry in newest[:NEWEST]),
        quarters=tuple(_count(desk, quarter) for quarter in _quarters(desk)),
        severities=tuple(terms.severity(words, name) for name in SEVERITIES),
        definitions=tuple(
            Definition(name, terms.severity(words, name), meanings[name]) for name in SEVERITIES if name in meanings
        ),
        total=words.count("{n} incident so far", "{n} incidents so far", len(counted)) if counted else "",
        anticipation=words.say(
            "We spoke before the first customer asked in {met} of {of} cases.", met=one.met, of=one.of
        )
        if one is not None and one.of
        else "",
        planned=tuple(incident_line.make(desk, entry) for entry in planned),
        days=calendar.make(desk),
        notices=notices.make(desk),
    )


def _ahead(desk: Desk, entry: Entry[Incident]) -> bool:
    planned = entry.record.planned
    return planned is not None and planned > desk.as_of


def _quarters(desk: Desk) -> list[Quarter | None]:
    """Quarters with incidents or planned work, newest first; None holds those whose time nobody knows."""
    known = {*desk.incidents_by_quarter, *desk.planned_by_quarter}
    dated = sorted((quarter for quarter in known if quarter is not None), reverse=True)
    return [*dated, *([None] if None in known else [])]


def _name(desk: Desk, quarter: Quarter | None) -> str:
    return desk.words.quarter(quarter) if quarter is not None else desk.words.say("Day not known")


def _count(desk: Desk, quarter: Quarter | None) -> QuarterCount:
    words, entries = desk.words, desk.incidents_by_quarter.get(quarter, ())
    href = addresses.incidents_of(quarter)
    counts = []
    for name in SEVERITIES:
        number = sum(entry.record.severity == name for entry in entries)
        first_page = len(entries) <= addresses.PAGE_SIZE
        counts.append((f"{href}#{name}" if number and first_page else href, words.number(number) if number else ""))
    own = sum(entry.record.fault == "ours" for entry in entries)
    return QuarterCount(
        href=href,
        name=_name(desk, quarter),
        counts=tuple(counts),
        total=words.number(len(entries)),
        own=words.number(own),
    )


def _lists(desk: Desk, quarter: Quarter | None) -> Iterator[Page]:
    """The pages of a quarter; worst first, so a page keeps what it holds unless a worse incident is added."""
    words = desk.words
    entries = desk.incidents_by_quarter.get(quarter, ())
    slices: list[Sequence[Entry[Incident]]] = [
        entries[i : i + addresses.PAGE_SIZE] for i in range(0, len(entries), addresses.PAGE_SIZE)
    ] or [()]
    title = _title(desk, quarter)
    for number in range(1, len(slices) + 1):
        yield Page(
            uri=addresses.incidents_of(quarter, number),
            kind="incidents-of-quarter",
            title=title if number == 1 else words.say("{title}, page {n}", title=title, n=number),
            template="incidents_of_quarter.html.jinja",
            context=Later(partial(_list, desk, quarter, number, slices)),
            updated=desk.updated,
            description=title,
            source="data/incidents",
            parent=addresses.INCIDENTS,
            summary=title,
            language=words.language,
        )


def _title(desk: Desk, quarter: Quarter | None) -> str:
    return desk.words.say("Incidents in {quarter}", quarter=_name(desk, quarter))


def _list(
    desk: Desk, quarter: Quarter | None, number: int, slices: Sequence[Sequence[Entry[Incident]]]
) -> IncidentsOfQuarter:
    """All that the template of one page of a quarter is given."""
    words, piece = desk.words, slices[number - 1]
    planned = desk.planned_by_quarter.get(quarter, ())
    figures = desk.scorecard.transparency_at(quarter) if quarter is not None else None
    return IncidentsOfQuarter(
        words=words,
        say=words.say,
        frame=desk.frame,
        title=_title(desk, quarter),
        counted=openness.counted(words, figures.incidents, faults_unknown(desk, quarter))
        if figures is not None and quarter is not None
        else "",
        groups=tuple(_groups(desk, piece)),
        planned=tuple(incident_line.make(desk, entry) for entry in planned[: addresses.PAGE_SIZE])
        if number == 1
        else (),
        number=number,
        pages=tuple((n, addresses.incidents_of(quarter, n)) for n in range(1, len(slices) + 1))
        if len(slices) > 1
        else (),
        quarter_href=addresses.quarter(quarter) if quarter in desk.quarters and quarter is not None else "",
    )


def _groups(desk: Desk, entries: Sequence[Entry[Incident]]) -> Iterator[Group]:
    for name in SEVERITIES:
        lines = tuple(incident_line.make(desk, entry) for entry in entries if entry.record.severity == name)
        if lines:
            yield Group(name, terms.severity(desk.words, name), lines)
