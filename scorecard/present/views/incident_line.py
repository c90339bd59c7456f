"""One incident as a line of a list: what, when, how bad, whose fault, told when."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model.lexical import Gap
from scorecard.model.records import Entry
from scorecard.model.records.incident import Incident
from scorecard.present import addresses
from scorecard.present.desk import Desk
from scorecard.present.words import events, terms


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """All that a list prints of an incident; `kept` is yes, no or '' where the promise cannot be judged."""

    href: str
    title: str
    day: str
    severity: str
    severity_word: str
    fault: str
    fault_word: str
    people: str
    told: str
    told_cell: str
    kept: str
    lasted: str
    open: bool


def make(desk: Desk, entry: Entry[Incident]) -> IncidentLine:
    """The line of one incident; several lists share it."""
    lines = desk.once(_lines)
    if entry.id not in lines:
        lines[entry.id] = _line(desk, entry)
    return lines[entry.id]


def _lines(desk: Desk) -> dict[str, IncidentLine]:
    return {}


def _line(desk: Desk, entry: Entry[Incident]) -> IncidentLine:
    incident, reading, words = entry.record, desk.reading(entry.id), desk.words
    at = incident.first_known
    return IncidentLine(
        href=addresses.incident(entry.id),
        title=words.clip(incident.title, 24, 140),
        day=words.short_day(at) if at is not None else words.say("day not known"),
        severity=incident.severity,
        severity_word=terms.severity(words, incident.severity),
        fault=incident.fault,
        fault_word=terms.fault(words, incident.fault),
        people=events.people_cell(words, incident, reading),
        told=events.told(words, incident, reading),
        told_cell=events.told_cell(words, incident, reading),
        kept="" if reading.kept is None or incident.times_doubtful else "yes" if reading.kept else "no",
        lasted=events.lasted(words, reading),
        open=reading.resolve_open or incident.resolved is Gap.NOT_YET,
    )
