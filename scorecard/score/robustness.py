"""What the score would be under other reasonable ways of adding up the same answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.model.figures import settle
from scorecard.model.trust import Robustness
from scorecard.score.aggregate import average


def alternatives(values: Sequence[float], weights: Sequence[float]) -> Iterator[tuple[tuple[object, ...], float]]:
    """All 4(k+1) ways with their result: geometric or arithmetic, given or equal weights, all or one left out.

    The first item names a way so that two that come to the same (equal weights given) have one name.
    """
    everything = range(len(values))
    choices = [tuple(everything), *(tuple(i for i in everything if i != out) for out in everything)]
    for kept in choices:
        if not kept:
            continue
        both = [(given, _shares(given)) for given in ([weights[i] for i in kept], [1.0] * len(kept))]
        for aggregation in ("geometric", "arithmetic"):
            for given, shares in both:
                name = (kept, shares, aggregation if len(kept) > 1 else "")
                yield name, average([values[i] for i in kept], given, aggregation)


def _shares(weights: Sequence[float]) -> tuple[float, ...]:
    total = sum(weights)
    return tuple([settle(weight / total) for weight in weights])


def band(values: Sequence[float], weights: Sequence[float], line: float) -> Robustness:
    """Lowest and highest of all ways, how many distinct other ways there are, and whether `line` lies between.

    Deterministic, no random draw. Vector V27.
    """
    found = list(alternatives(values, weights))
    low, high = (settle(end([value for _, value in found])) for end in (min, max))
    return Robustness(low, high, len({name for name, _ in found}) - 1, low < line <= high)
