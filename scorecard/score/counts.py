"""Counts of incidents: how far chance alone could move them, and whether there were more or fewer."""

from __future__ import annotations

import math
from collections.abc import Callable

from scorecard.model.figures import settle
from scorecard.score.intervals import score_interval
from scorecard.score.quantiles import Z975

#: From this count on Byar's formula is within 0.02 of the exact limits (vector V16).
BYAR_FROM = 10


def range_of_count(count: int) -> tuple[float, float]:
    """95 % limits of a Poisson count: exact (Garwood 1936) below 10, Byar's approximation from 10. Vector V16."""
    if count >= BYAR_FROM:
        return _byar(count, -Z975), _byar(count + 1, Z975)
    low = 0.0 if count == 0 else _root(lambda mean: 1 - _at_most(count - 1, mean) - 0.025)
    return low, _root(lambda mean: 0.025 - _at_most(count, mean))


def change_of_count(before: int, days_before: int, now: int, days_now: int) -> str:
    """Say `more`, `fewer` or `no clear change` for two counts over two spans of days. Vector V17.

    Given the total, the later count is binomial with the share of its days: the Wilson interval of its share of all
    incidents has to lie wholly on one side of that.
    """
    if before + now == 0 or days_before + days_now == 0:
        return "no clear change"
    low, high = score_interval(now / (before + now), before + now)
    expected = settle(days_now / (days_before + days_now))
    if settle(high) < expected:
        return "fewer"
    return "more" if settle(low) > expected else "no clear change"


def _byar(count: int, z: float) -> float:
    return count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3


def _at_most(count: int, mean: float) -> float:
    """Poisson probability of at most `count` for a mean."""
    term = total = math.exp(-mean)
    for k in range(1, count + 1):
        term *= mean / k
        total += term
    return total


def _root(rising: Callable[[float], float]) -> float:
    """The zero between 0 and 40 of a function that rises there (limits of counts below 10 all lie there)."""
    low, high = 0.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
