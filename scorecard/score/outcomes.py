"""Outcomes shown beside trust: plain figures, shares, and net promoter scores with their interval."""

from __future__ import annotations

from datetime import datetime

from scorecard.model.records import Records
from scorecard.model.records.registers import Outcome, OutcomePoint
from scorecard.model.scorecards import OutcomeReading
from scorecard.score.clocks import Almanac
from scorecard.score.intervals import net_promoter, score_interval


def outcomes(records: Records, as_of: datetime) -> tuple[OutcomeReading, ...]:
    """Every point of every outcome whose quarter has begun by then, in order of outcome and quarter."""
    if records.outcomes is None:
        return ()
    almanac = Almanac.of(records.organisation.record)
    today = almanac.day(as_of)
    return tuple(
        _reading(outcome, point)
        for outcome in records.outcomes.record.outcomes
        for point in sorted(outcome.series, key=lambda point: point.quarter)
        if almanac.calendar.start(point.quarter) <= today
    )


def _reading(outcome: Outcome, point: OutcomePoint) -> OutcomeReading:
    value, n = point.value, point.n
    lo: float | None = None
    hi: float | None = None
    if outcome.kind == "net-promoter-score":
        promoters, passives, detractors = point.promoters, point.passives, point.detractors
        if promoters is not None and passives is not None and detractors is not None:
            found = net_promoter(promoters, passives, detractors)
            n = promoters + passives + detractors
            value, lo, hi = found if found else (None, None, None)
            if value is not None and lo is not None and hi is not None:
                lo, hi = min(lo, value), max(hi, value)
    elif outcome.kind == "share" and value is not None and n and 0 <= value <= 1:
        lo, hi = score_interval(value, n)
    missing = point.missing or ("" if value is not None else "no figure")
    return OutcomeReading(outcome.id, point.quarter, value, lo, hi, n, missing)
