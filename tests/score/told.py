"""Histories of a relation for the tests of its state: waves, repairs, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scorecard.model.quarters import Quarter
from scorecard.model.states import StateName
from scorecard.model.trust import State
from scorecard.score.states import Point, run
from scorecard.score.verdicts import Range
from tests.score.company import default_method

FIRST = Quarter(2010, 1)
RULES = default_method().state
PARTNER, GUARDED, BROKEN = StateName.PARTNER, StateName.GUARDED, StateName.BROKEN
RECOVERING, UNKNOWN = StateName.RECOVERING, StateName.UNKNOWN


@dataclass(frozen=True)
class Told:
    """Repairs by quarter: how many are published, which quarters have one overdue, which a repeat."""

    actions: int = 1
    late: frozenset[Quarter] = frozenset()
    repeats: frozenset[Quarter] = field(default_factory=frozenset)

    def published(self, broke: Quarter, at: Quarter) -> int:
        """The same all the time."""
        return self.actions

    def overdue(self, broke: Quarter, at: Quarter) -> int:
        """One in a late quarter."""
        return int(at in self.late)

    def repeat(self, broke: Quarter, at: Quarter) -> tuple[str, str] | None:
        """An incident in a quarter of repeats."""
        return ("again", "same-cause") if at in self.repeats else None


def at(step: int) -> Quarter:
    return FIRST.plus(step)


def point(step: int, x: float | None, reach: float = 0.3, **more: object) -> Point:
    """A usable quarter with T = x and ends at x ± reach; None: nobody was asked."""
    if x is None:
        return Point(at(step))
    return replace(Point(at(step), trust=Range(x, x - reach, x + reach), usable=True, why=""), **more)  # type: ignore[arg-type]


def history(*scores: float | None, told: Told | None = None, reach: float = 0.3) -> tuple[State, ...]:
    return run([point(i, x, reach) for i, x in enumerate(scores)], RULES, told or Told())


def names(states: Sequence[State]) -> list[StateName]:
    return [state.name for state in states]


def last(points: Sequence[Point], told: Told | None = None) -> State:
    return run(points, RULES, told or Told())[-1]
