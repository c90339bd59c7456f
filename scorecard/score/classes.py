"""From incidents to one figure: averaged within each severity class, then the classes weighted.

350 minor cases told at once beside 3 critical ones never told give 20, not 97 (vector V21).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scorecard.score.intervals import score_interval


class Weighed(NamedTuple):
    """One incident's score, 0 to 100, its severity class, and its weight within the class.

    `heaviest` above `weight`: nobody knows yet whose fault it was, so it weighs whatever makes the figure lower.
    """

    score: float
    severity: str
    weight: float = 1.0
    heaviest: float = 1.0


@dataclass(frozen=True, slots=True)
class Average:
    """The figure with its evidence range, all 0 to 100, and the Kish n behind it."""

    value: float
    lo: float
    hi: float
    n: float


def average(cases: Iterable[Weighed], class_weights: Mapping[str, float]) -> Average:
    """Average the cases (at least one) class by class.

    An incident weighs its class weight times its own weight over the weights of its class; n is Kish's of these
    weights (Kish 1965). The range is Wilson's, as if each score were a share: for durations it is the widest possible.
    """
    classes: dict[str, list[Weighed]] = {}
    for case in cases:
        classes.setdefault(case.severity, []).append(case)
    value = all_weights = squares = 0.0
    for severity, members in sorted(classes.items()):
        of_class = class_weights[severity]
        mean, weights = _lowest(members)
        total = sum(weights)
        value += of_class * mean
        all_weights += of_class
        squares += of_class**2 * sum([w * w for w in weights]) / total**2
    value /= all_weights
    n = all_weights**2 / squares
    return _with_range(value, n)


def plain(scores: Iterable[float]) -> Average:
    """The unweighted mean of scores 0 to 100 (at least one), for what has no severity: enquiries, risks, dates."""
    listed = list(scores)
    return _with_range(sum(listed) / len(listed), float(len(listed)))


def share(met: int, of: int) -> Average:
    """A share of at least one case, 0 to 100."""
    return _with_range(100.0 * met / of, float(of))


def _with_range(value: float, n: float) -> Average:
    value = min(100.0, max(0.0, value))
    lo, hi = score_interval(value / 100, n)
    return Average(value, min(100 * lo, value), max(100 * hi, value), n)


def _lowest(members: list[Weighed]) -> tuple[float, list[float]]:
    """Mean of a class and its members' weights; where a weight is open, those that make the mean lowest.

    The lowest mean gives the heavy weight to the lowest scores, so only as many choices as open weights are tried.
    """
    fixed = [m for m in members if m.heaviest <= m.weight]
    if len(fixed) == len(members):
        weights = [m.weight for m in fixed]
        return sum([m.weight * m.score for m in fixed]) / sum(weights), weights
    free = sorted((m for m in members if m.heaviest > m.weight), key=lambda m: m.score)
    total = sum(m.weight for m in fixed) + sum(m.weight for m in free)
    points = sum(m.weight * m.score for m in fixed) + sum(m.weight * m.score for m in free)
    best, heavy = points / total, 0
    for count, member in enumerate(free, 1):
        extra = member.heaviest - member.weight
        total, points = total + extra, points + extra * member.score
        if points / total < best:
            best, heavy = points / total, count
    weights = [m.weight for m in fixed] + [m.heaviest if i < heavy else m.weight for i, m in enumerate(free)]
    return best, weights
