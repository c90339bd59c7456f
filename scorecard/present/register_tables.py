"""The registers as tables for the downloads: questions, risks, decisions and enquiries at the cut-off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scorecard.model.pages import Cell
from scorecard.present.api import number
from scorecard.present.desk import Desk
from scorecard.present.views.entries import state_of

Row = tuple[Cell, ...]

DIALOGUE = ("id", "party", "started_by", "asked", "state", "answered", "question", "answer", "changed", "reason")
RISKS = ("id", "title", "owner", "before", "after", "last_review", "next_review", "overdue")
DECISIONS = (
    "id", "title", "decided", "customers", "saving", "expected", "check_by", "overdue", "seen_on", "seen_as", "seen",
)  # fmt: skip
ENQUIRIES = ("quarter", "received", "answered_in_time", "open", "median_hours")


def dialogue(desk: Desk) -> Iterator[Row]:
    """Every question asked by the cut-off; an answer that came later is not told."""
    for entry in desk.records.dialogue:
        one = entry.record
        if one.asked <= desk.today:
            state = state_of(one, desk.today)
            said = state != "open"
            yield (
                entry.id, one.with_, one.started_by, _day(one.asked), state, _day(one.answered) if said else "",
                one.question, (one.answer or "") if said else "", (one.changed or "") if said else "",
                (one.because or "") if said else "",
            )  # fmt: skip


def risks(desk: Desk) -> Iterator[Row]:
    """Every risk with its weights."""
    for entry in desk.records.risks:
        one, reading = entry.record, desk.scorecard.risks.get(entry.id)
        if reading is not None:
            yield (
                entry.id, one.title, one.owner, reading.before, reading.after, _day(reading.last_review),
                _day(reading.next_review), reading.overdue,
            )  # fmt: skip


def decisions(desk: Desk) -> Iterator[Row]:
    """Every decision made by the cut-off."""
    for entry in desk.records.decisions:
        one, reading = entry.record, desk.scorecard.decisions.get(entry.id)
        if one.decided <= desk.today:
            seen = one.seen_effect if one.seen_effect is not None and one.seen_effect.at <= desk.today else None
            yield (
                entry.id, one.title, _day(one.decided), one.customers, one.saving or "", one.expected_effect,
                _day(one.check_by), reading.overdue if reading is not None else None,
                _day(seen.at) if seen is not None else "", seen.better if seen is not None else "",
                seen.text if seen is not None else "",
            )  # fmt: skip


def enquiries(desk: Desk) -> Iterator[Row]:
    """How many wrote or called, quarter by quarter."""
    for entry in desk.records.enquiries:
        one, quarter = entry.record, desk.enquiries_quarter(entry.id)
        if quarter is not None:
            yield str(quarter), one.received, one.answered_in_time, one.open, number(one.median_hours)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
