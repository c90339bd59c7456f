"""Chart b: a table of dimensions whose last column draws score, interval, target and last quarter."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model.readings import Estimate
from scorecard.present.charts.geometry import along, percent


@dataclass(frozen=True, slots=True)
class Track:
    """One row's picture on a track of 1 to 10, in percent; '' for what is not drawn."""

    dot: str
    bar: str  # the pale run from 1 to the score
    lo: str
    hi: str
    width: str  # of the interval
    ghost: str  # last quarter
    target: str
    partner: str


def track(now: Estimate, before: float | None = None, target: float | None = None, partner_at: float = 7.0) -> Track:
    """The picture of one score; an estimate without a score draws only the empty track and its marks."""
    score = now.score
    ends = (now.lo, now.hi) if now.lo is not None and now.hi is not None else None
    return Track(
        dot=percent(along(score)) if score is not None else "",
        bar=percent(along(score)) if score is not None else "",
        lo=percent(along(ends[0])) if ends else "",
        hi=percent(along(ends[1])) if ends else "",
        width=percent(along(ends[1]) - along(ends[0])) if ends else "",
        ghost=percent(along(before)) if before is not None else "",
        target=percent(along(target)) if target is not None else "",
        partner=percent(along(partner_at)),
    )


def against_target(now: Estimate, target: float | None) -> str:
    """met, missed or close: judged by the interval, never by the point; '' without target, score or interval."""
    if target is None or now.score is None or now.lo is None or now.hi is None:
        return ""
    if now.lo >= target:
        return "met"
    return "missed" if now.hi < target else "close"
