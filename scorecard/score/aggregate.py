"""From dimensions to the trust score T, with the ends of its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scorecard.model.figures import settle
from scorecard.model.readings import Estimate, Flag, Reason, ReasonCode
from scorecard.model.records.method import Method
from scorecard.model.trust import DimensionReading

#: From how many answers a measured correlation between questions may narrow the interval.
CORRELATION_FROM = 100


def average(values: Sequence[float], weights: Sequence[float], aggregation: str) -> float:
    """The weighted geometric (or arithmetic) mean of scores of 1 to 10. Source: the HDI's pattern, vector V10."""
    total = sum(weights)
    if aggregation == "arithmetic":
        return sum(w * x for w, x in zip(weights, values, strict=True)) / total
    return math.exp(sum(w * math.log(x) for w, x in zip(weights, values, strict=True)) / total)


def present(dimensions: Sequence[DimensionReading], full_from: int) -> tuple[DimensionReading, ...]:
    """The dimensions that may enter T: a score with an interval, on at least `full_from` answers, and a weight."""
    return tuple(
        one
        for one in dimensions
        if one.estimate.lo is not None and (one.estimate.n or 0) >= full_from and one.weight > 0
    )


def narrowing(correlation: float | None, n: int, k: int) -> float:
    """Factor of the half-widths where staff measured the correlation between questions, else 1. Vector V12."""
    if correlation is None or n < CORRELATION_FROM or not 0 <= correlation <= 1:
        return 1.0
    return math.sqrt(correlation + (1 - correlation) / k)


def combine(parts: Sequence[DimensionReading], method: Method, correlation: float | None = None) -> Estimate:
    """T over dimensions that are `present`, at least one: all lower ends give the lower end, all upper the upper.

    Nearly always wider than needed, because it lets all errors move together. n is the smallest of the dimensions.
    A break of single questions is theirs; whether T itself breaks shows in what is left to compare (audience.py).
    """
    weights = [part.weight for part in parts]

    def over(values: Sequence[float]) -> float:
        return average(values, weights, method.aggregation)

    score = over([part.estimate.score or 0.0 for part in parts])
    n = min(part.estimate.n or 0 for part in parts)
    by = narrowing(correlation, n, len(parts))
    low = score - by * (score - over([part.estimate.lo or 0.0 for part in parts]))
    high = score + by * (over([part.estimate.hi or 0.0 for part in parts]) - score)
    flags = frozenset[Flag]()
    if all(Flag.LOW_RELIABILITY in part.estimate.flags for part in parts):
        flags |= {Flag.LOW_RELIABILITY}
    return Estimate(
        score=settle(score),
        lo=settle(low),
        hi=settle(high),
        n=n,
        flags=flags,
        at_most=any(part.estimate.at_most for part in parts),
    )


def coverage(parts: Sequence[DimensionReading], method: Method) -> float:
    """Share of the method's weight that these dimensions hold, 0 to 1."""
    total = sum(dimension.weight for dimension in method.dimensions)
    return settle(sum(part.weight for part in parts) / total) if total > 0 else 0.0


def trust(dimensions: Sequence[DimensionReading], method: Method, correlation: float | None = None) -> Estimate:
    """T where at least 75 % of the weight is present at n >= 30, else the reason; missing is never filled in. V11."""
    parts = present(dimensions, method.gates.full_from)
    share = coverage(parts, method)
    if parts and share >= method.gates.coverage:
        figure = combine(parts, method, correlation)
        if len(parts) == len(method.dimensions):
            return figure
        return Estimate(
            figure.score, figure.lo, figure.hi, figure.n, None, figure.flags | {Flag.MISSING}, figure.at_most
        )
    facts: dict[str, str | int | float] = {
        "present": len(parts),
        "parts": len(method.dimensions),
        "share": share,
        "needed": method.gates.coverage,
    }
    reasons = [one.estimate.reason for one in dimensions]
    if all(reason is not None and reason.code is ReasonCode.NOT_ASKED for reason in reasons):
        return Estimate(reason=Reason(ReasonCode.NOT_ASKED, "direct_only", facts))
    if any(reason is not None and reason.code is ReasonCode.SUPPRESSED for reason in reasons) and not any(
        one.estimate.score is not None for one in dimensions
    ):
        return Estimate(reason=Reason(ReasonCode.SUPPRESSED, "", {"below": method.gates.suppress_below}))
    return Estimate(reason=Reason(ReasonCode.TOO_FEW, "coverage", facts))


def lower(first: Estimate, second: Estimate) -> Estimate:
    """The lower of two scores with its own interval; the one that is published where only one is."""
    if first.score is None or second.score is None:
        return second if first.score is None and second.score is not None else first
    return first if (first.score, first.lo or 0.0) <= (second.score, second.lo or 0.0) else second
