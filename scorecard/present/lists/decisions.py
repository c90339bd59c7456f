"""Decisions on service and cost, and what they did to customers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypedDict

from scorecard.present import addresses, outward
from scorecard.present.desk import Desk
from scorecard.present.shapes import Address, Day, Says

NAME = "decisions"
WHAT = "Decisions on service and cost, and what they did to customers."


class SeenEffect(TypedDict):
    """What a decision did to customers."""

    at: Day
    better: Annotated[str, Says("better, worse, no-change, mixed")]
    text: str


class Decision(TypedDict):
    """One decision."""

    id: str
    url: Address
    title: str
    decided: Day
    what: str
    why: str
    expected_effect: str
    customers: int | None
    saving: str | None
    check_by: Day
    overdue: bool
    seen_effect: SeenEffect | None


ITEM = Decision


def items(desk: Desk) -> Iterator[tuple[date | None, Decision]]:
    """Every decision made by the cut-off with its day."""
    for entry in desk.records.decisions:
        one, reading = entry.record, desk.scorecard.decisions.get(entry.id)
        if one.decided > desk.today:
            continue
        seen = one.seen_effect if one.seen_effect is not None and one.seen_effect.at <= desk.today else None
        yield (
            one.decided,
            {
                "id": entry.id,
                "url": outward.href(desk, addresses.entry(addresses.DECISIONS, entry.id)),
                "title": one.title,
                "decided": one.decided.isoformat(),
                "what": one.what,
                "why": one.why,
                "expected_effect": one.expected_effect,
                "customers": one.customers,
                "saving": one.saving,
                "check_by": one.check_by.isoformat(),
                "overdue": reading is not None and reading.overdue,
                "seen_effect": (
                    {"at": seen.at.isoformat(), "better": seen.better, "text": seen.text} if seen is not None else None
                ),
            },
        )
