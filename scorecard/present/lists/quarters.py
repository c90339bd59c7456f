"""Quarters in brief: the finding, trust by audience, transparency. All figures stand in scores.json."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, TypedDict

from scorecard.model.moments import utc
from scorecard.model.quarters import Quarter as Span
from scorecard.present import addresses, outward
from scorecard.present.api import number, status
from scorecard.present.desk import Desk
from scorecard.present.shapes import Address, Day, Moment, Says
from scorecard.present.words import headline

NAME = "quarters"
WHAT = "Quarters in brief. All figures with their reasons stand in scores.json."


class Trust(TypedDict):
    """Trust of one audience, 1 to 10, with its range."""

    audience: str
    score: float | None
    low: float | None
    high: float | None
    n: int | None
    status: Annotated[Literal["shown", "suppressed", "no data"], Says("Why there may be no score.")]
    state: Annotated[str, Says("partner, guarded, broken, recovering, unknown")]


class Quarter(TypedDict):
    """One quarter."""

    quarter: str
    url: Address
    first_day: Day
    last_day: Day
    published: Annotated[Moment | None, Says("null where the day of publication is not stated")]
    headline: str
    trust: list[Trust]
    transparency: Annotated[float | None, Says("0 to 100 points for telling, explaining, repairing.")]
    incidents: int


ITEM = Quarter


def items(desk: Desk) -> Iterator[tuple[date | None, Quarter]]:
    """Every quarter with its last day."""
    for quarter in desk.quarters:
        yield desk.organisation.calendar.end(quarter), _item(desk, quarter)


def _item(desk: Desk, quarter: Span) -> Quarter:
    calendar, out = desk.organisation.calendar, desk.released_on(quarter)
    points = desk.scorecard.transparency_at(quarter)
    asked = [one for series in desk.scorecard.series if (one := series.at(quarter)) is not None]
    return {
        "quarter": str(quarter),
        "url": outward.href(desk, addresses.quarter(quarter)),
        "first_day": calendar.start(quarter).isoformat(),
        "last_day": calendar.end(quarter).isoformat(),
        "published": utc(out) if out is not None and out <= desk.as_of else None,
        "headline": headline.make(desk.words, desk.customers, quarter).main,
        "trust": [
            {
                "audience": one.audience,
                "score": number(one.shown.score),
                "low": number(one.shown.lo),
                "high": number(one.shown.hi),
                "n": one.shown.n,
                "status": status(one.shown),  # type: ignore[typeddict-item]
                "state": one.state.name.value,
            }
            for one in asked
        ],
        "transparency": number(points.score) if points is not None else None,
        "incidents": points.incidents.count if points is not None else 0,
    }
