"""The times of a record that say that something happened, as against plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from scorecard.model.nodes import Loc
from scorecard.model.records import Correction, Decision, Dialogue, Entry, Incident, Promise, Risk, Wave
from scorecard.model.records.incident import Acknowledged, Postmortem

Dated = tuple[Loc, date]


def happened(entry: Entry[Any]) -> Iterator[Dated]:
    """Every day or moment of an entry at which something is said to have happened, with its location."""
    record = entry.record
    for loc, when in _dates(record):
        if isinstance(when, date):
            yield loc, when


def _dates(record: Any) -> Iterator[tuple[Loc, Any]]:
    if isinstance(record, Incident):
        yield from _incident(record)
    elif isinstance(record, Wave):
        yield ("fieldwork", "from"), record.fieldwork.from_ if record.fieldwork else None
    elif isinstance(record, Promise):
        yield ("made",), record.made
        yield from ((("history", i, "at"), state.at) for i, state in enumerate(record.history))
        yield from ((("renegotiated", i, "at"), step.at) for i, step in enumerate(record.renegotiated))
    elif isinstance(record, Dialogue):
        yield ("asked",), record.asked
        yield ("answered",), record.answered
    elif isinstance(record, Risk):
        yield from ((("ratings", i, "at"), rating.at) for i, rating in enumerate(record.ratings))
        yield from ((("reviewed", i), day) for i, day in enumerate(record.reviewed))
        yield from ((("measures", i, "done"), action.done) for i, action in enumerate(record.measures))
    elif isinstance(record, Decision):
        yield ("decided",), record.decided
        yield ("seen_effect", "at"), record.seen_effect.at if record.seen_effect else None
    elif isinstance(record, Correction):
        yield ("found",), record.found
        yield ("published",), record.published


def _incident(one: Incident) -> Iterator[tuple[Loc, Any]]:
    yield ("known",), one.known
    yield ("notified",), one.notified
    if not one.is_maintenance:
        foreseen = isinstance(one.started, datetime) and isinstance(one.known, datetime) and one.known <= one.started
        yield ("started",), None if foreseen else one.started
        yield ("resolved",), one.resolved
    yield ("staff_told",), one.staff_told
    yield ("first_enquiry",), one.first_enquiry
    yield ("made_public", "at"), one.made_public.at if one.made_public else None
    yield ("acknowledged", "at"), one.acknowledged.at if isinstance(one.acknowledged, Acknowledged) else None
    yield ("postmortem", "published"), one.postmortem.published if isinstance(one.postmortem, Postmortem) else None
    yield from ((("remediation", i, "done"), action.done) for i, action in enumerate(one.actions))
    yield from ((("updates", i, "at"), update.at) for i, update in enumerate(one.updates))
