"""Promises and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypedDict

from scorecard.present import addresses, outward
from scorecard.present.desk import Desk
from scorecard.present.outward import day
from scorecard.present.shapes import Address, Day, Says

NAME = "promises"
WHAT = "What we said we would do, and what became of it."


class Promise(TypedDict):
    """One promise at the moment of the figures."""

    id: str
    url: Address
    title: str
    made: Day
    due: Annotated[Day, Says("The first due date.")]
    due_now: Day
    state: Annotated[str, Says("kept, compromise, broken, in-the-works, stalled, not-yet-rated")]
    since: Day | None
    detail: str | None
    measure: str | None
    owner: str | None
    proof: Address | None


ITEM = Promise


def items(desk: Desk) -> Iterator[tuple[date | None, Promise]]:
    """Every promise with the day it was made."""
    for entry in desk.records.promises:
        one, reading = entry.record, desk.scorecard.promises.get(entry.id)
        if reading is None:
            continue
        yield (
            one.made,
            {
                "id": entry.id,
                "url": outward.href(desk, addresses.entry(addresses.PROMISES, entry.id)),
                "title": one.title,
                "made": one.made.isoformat(),
                "due": one.due.isoformat(),
                "due_now": reading.due.isoformat(),
                "state": reading.state,
                "since": day(reading.since),
                "detail": reading.detail or None,
                "measure": one.measure,
                "owner": one.owner,
                "proof": addresses.in_ascii(one.proof) if one.proof else None,
            },
        )
