"""Published figures that were wrong, what they say now, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypedDict

from scorecard.present import addresses, outward
from scorecard.present.desk import Desk
from scorecard.present.shapes import Address, Day, Says

NAME = "corrections"
WHAT = "What we had published, what it says now, and why."

# A field is named `is`, which no class can hold as a name.
Correction = TypedDict(
    "Correction",
    {
        "id": str,
        "url": Address,
        "concerns": Annotated[str, Says("survey:2026-Q1, incident:ID, promise:ID and so on.")],
        "field": str,
        "was": str,
        "is": str,
        "label": Annotated[str, Says("R1 late data, R2 routine, R3 method, C our mistake")],
        "found": Day,
        "published": Day,
        "found_by": str | None,
        "notice": Annotated[str, Says("given, or none: changed without telling")],
        "reason": str,
        "effect": str | None,
    },
)
ITEM = Correction


def items(desk: Desk) -> Iterator[tuple[date | None, Correction]]:
    """Every correction published by the cut-off with its day."""
    for entry in desk.records.corrections:
        one = entry.record
        if one.published > desk.today:
            continue
        yield (
            one.published,
            {
                "id": entry.id,
                "url": outward.href(desk, addresses.entry(addresses.CORRECTIONS, entry.id)),
                "concerns": one.concerns,
                "field": one.field,
                "was": one.was,
                "is": one.is_,
                "label": one.label,
                "found": one.found.isoformat(),
                "published": one.published.isoformat(),
                "found_by": one.found_by,
                "notice": one.notice,
                "reason": one.reason,
                "effect": one.effect,
            },
        )
