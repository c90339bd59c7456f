"""What people asked, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypedDict

from scorecard.present import addresses, outward
from scorecard.present.desk import Desk
from scorecard.present.outward import day
from scorecard.present.shapes import Address, Day, Says
from scorecard.present.views.entries import state_of

NAME = "dialogue"
WHAT = "What people asked us, what we said, and what changed."


class Question(TypedDict):
    """One question or proposal. An answer that lies after the moment of the figures is not told."""

    id: str
    url: Address
    party: Annotated[str, Says("customers, community, staff, operations, agencies")]
    started_by: str
    asked: Day
    question: str
    state: Annotated[str, Says("open, answered, changed, declined-because")]
    answered: Day | None
    answer: str | None
    changed: str | None
    because: str | None


ITEM = Question


def items(desk: Desk) -> Iterator[tuple[date | None, Question]]:
    """Every question asked by the cut-off with its day."""
    for entry in desk.records.dialogue:
        one = entry.record
        if one.asked > desk.today:
            continue
        state = state_of(one, desk.today)
        said = state != "open"
        yield (
            one.asked,
            {
                "id": entry.id,
                "url": outward.href(desk, addresses.entry(addresses.DIALOGUE, entry.id)),
                "party": one.with_,
                "started_by": one.started_by,
                "asked": one.asked.isoformat(),
                "question": one.question,
                "state": state,
                "answered": day(one.answered) if said else None,
                "answer": one.answer if said else None,
                "changed": one.changed if said else None,
                "because": one.because if said else None,
            },
        )
