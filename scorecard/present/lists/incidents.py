"""Incidents and planned work, with their clocks and every word said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal, TypedDict

from scorecard.model.lexical import Gap
from scorecard.model.moments import utc
from scorecard.model.records import Entry
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Incident as Record
from scorecard.present import addresses, outward
from scorecard.present.api import number
from scorecard.present.desk import Desk
from scorecard.present.shapes import Address, Moment, Says
from scorecard.present.views import story

NAME = "incidents"
WHAT = "Incidents and planned work. The newest first; a gap says why a time is null."
Kind = Literal["service", "personal-data", "billing", "safety", "other", "maintenance"]


class Update(TypedDict):
    """One word to the public."""

    id: str
    at: Moment
    status: Literal[
        "investigating", "identified", "monitoring", "resolved", "postmortem", "planned", "in-progress", "update"
    ]
    text: str
    next_update: Annotated[Moment | None, Says("When the next word was promised.")]


class Incident(TypedDict):
    """One incident, or planned work."""

    id: str
    url: Address
    quarter: Annotated[str | None, Says("2026-Q3; null where no time is known.")]
    title: str
    kind: Kind
    severity: Literal["critical", "major", "minor"]
    fault: Literal["ours", "supplier", "nature", "unknown"]
    systems: list[str]
    started: Moment | None
    known: Annotated[Moment | None, Says("First known to anyone in the company.")]
    notified: Annotated[Moment | None, Says("The first public word.")]
    resolved: Moment | None
    gaps: Annotated[dict[str, str], Says("Why a time is null: unknown, not-yet, not-applicable.")]
    open: bool
    customers: Annotated[int | None, Says("People it touched; null where that is unknown or not stated.")]
    customers_estimated: bool
    minutes_to_notice: float | None
    notice_promised_minutes: float | None
    notice_promise_kept: bool | None
    longest_silence_minutes: float | None
    updates: Annotated[list[Update], Says("The newest first, 50 at most.")]


ITEM = Incident


def items(desk: Desk) -> Iterator[tuple[date | None, Incident]]:
    """Every incident with the day that it became known."""
    for entry in desk.records.incidents:
        at = entry.record.first_known
        yield desk.words.local(at).date() if at is not None else None, _item(desk, entry)


def _item(desk: Desk, entry: Entry[Record]) -> Incident:
    record, reading, quarter = entry.record, desk.reading(entry.id), desk.quarter_of(entry)
    affected = None if isinstance(record.affected, NotApplicable) else record.affected
    people = 0 if affected is None else affected.customers
    clocks = {"started": record.started, "known": record.known, "notified": record.notified}
    clocks["resolved"] = record.resolved
    return {
        "id": entry.id,
        "url": outward.href(desk, addresses.incident(entry.id)),
        "quarter": str(quarter) if quarter is not None else None,
        "title": record.title,
        "kind": record.kind,  # type: ignore[typeddict-item]
        "severity": record.severity,  # type: ignore[typeddict-item]
        "fault": record.fault,  # type: ignore[typeddict-item]
        "systems": list(record.systems),
        "started": _clock(record.started),
        "known": _clock(record.known),
        "notified": _clock(record.notified),
        "resolved": _clock(record.resolved),
        "gaps": {name: clock.value for name, clock in clocks.items() if isinstance(clock, Gap)},
        "open": reading.resolve_open,
        "customers": people if isinstance(people, int) else None,
        "customers_estimated": affected is not None and affected.estimate,
        "minutes_to_notice": number(reading.notice_minutes),
        "notice_promised_minutes": number(reading.notice_promise_minutes),
        "notice_promise_kept": reading.kept,
        "longest_silence_minutes": number(reading.longest_silence_minutes),
        "updates": [
            {
                "id": f"{entry.id}-{one.key}",
                "at": utc(one.at),
                "status": one.status,  # type: ignore[typeddict-item]
                "text": one.text,
                "next_update": utc(one.next_update) if one.next_update is not None else None,
            }
            for one in story.told(desk, entry)[::-1][: outward.NEWEST]
        ],
    }


def _clock(value: datetime | Gap) -> str | None:
    return utc(value) if isinstance(value, datetime) else None
