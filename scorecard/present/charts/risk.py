"""A risk on a track of 1 to 25: a ring before what we do about it, a dot after. The numbers stand in words."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.present.charts.geometry import percent

#: Likelihood times impact, 5 each.
MOST = 25


@dataclass(frozen=True, slots=True)
class RiskTrack:
    """Places along the track in percent; '' where there is no rating."""

    before: str
    after: str


def make(before: int | None, after: int | None) -> RiskTrack:
    """The two places of one risk."""
    return RiskTrack(_along(before), _along(after))


def _along(weight: int | None) -> str:
    return "" if weight is None else percent((min(max(weight, 1), MOST) - 1) / (MOST - 1) * 100)
