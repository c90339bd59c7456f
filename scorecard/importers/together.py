"""Did all items move together in one quarter, as they do when the way of asking changes?

A rule of thumb of ours, not from literature: every item asked in both quarters in the same words moved the same way,
each by more than chance and rounding can do, and the middle one at least four times as far as is usual between the
other quarters. It says that something about the survey may have changed; it cannot say what.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

LEAST_ITEMS = 3
LEAST_OTHER_STEPS = 2
FAR = 4.0
_Q95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Item:
    """A mean on its scale low to high with n answers (None: not known); `words` tells one wording from another."""

    mean: float
    low: float
    high: float
    n: int | None
    words: str

    def chance(self) -> float | None:
        """Variance of the mean at most: that of answers at both ends only. None where n is not known."""
        if not self.n or self.n < 2:
            return None
        return (self.high - self.mean) * (self.mean - self.low) / (self.n - 1)


@dataclass(frozen=True, slots=True)
class Step:
    """What all items did between one quarter and the next."""

    at: int
    items: int
    fell: bool
    least: float
    most: float
    chance: float
    usual: float


def steps_together(waves: Sequence[Mapping[str, Item]], rounding: float) -> list[Step]:
    """The quarters (index of the later one) at which all comparable items moved together.

    `rounding`: the unit of the last decimal the means are published with.
    """
    moves = [_moves(before, after) for before, after in pairwise(waves)]
    found = []
    for index, here in enumerate(moves):
        others = [abs(d) for other, step in enumerate(moves) if other != index for d, _ in step]
        elsewhere = sum(1 for other, step in enumerate(moves) if other != index and step)
        if len(here) < LEAST_ITEMS or elsewhere < LEAST_OTHER_STEPS:
            continue
        usual = max(median(others), rounding)
        sizes = sorted(abs(d) for d, _ in here)
        chances = [chance for _, chance in here]
        known = [chance for chance in chances if chance is not None]
        same_way = all(d < 0 for d, _ in here) or all(d > 0 for d, _ in here)
        if not same_way or len(known) < len(chances):
            continue
        beyond = all(abs(d) > (chance or 0.0) + rounding for d, chance in here)
        if beyond and median(sizes) >= FAR * usual - 1e-9:
            found.append(Step(index + 1, len(here), here[0][0] < 0, sizes[0], sizes[-1], max(known), usual))
    return found


def _moves(before: Mapping[str, Item], after: Mapping[str, Item]) -> list[tuple[float, float | None]]:
    """Change of each item asked twice in the same words on the same scale, and what chance could do at most (95 %)."""
    made: list[tuple[float, float | None]] = []
    for id, now in after.items():
        then = before.get(id)
        if then is None or (then.words, then.low, then.high) != (now.words, now.low, now.high):
            continue
        variances = (then.chance(), now.chance())
        chance = None if None in variances else _Q95 * math.sqrt(sum(v for v in variances if v is not None))
        made.append((round(now.mean - then.mean, 9), chance))
    return made
