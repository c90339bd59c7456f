"""The state over thousands of histories drawn at random."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

import pytest

from scorecard.model.trust import State
from scorecard.score.states import Point, run
from scorecard.score.verdicts import Range
from tests.score.told import (
    BROKEN,
    GUARDED,
    PARTNER,
    RECOVERING,
    RULES,
    UNKNOWN,
    Told,
    at,
)

pytestmark = pytest.mark.xdist_group("states")


@dataclass(frozen=True)
class Drawn:
    """A random history with its repairs."""

    points: tuple[Point, ...]
    told: Told


def draw(rng: random.Random) -> Drawn:
    """Walks with shocks, silences, marks, opt-in waves, breaks and repairs of every kind."""
    quarters = rng.randint(4, 24)
    x, wild = rng.uniform(2, 9.5), rng.choice([0.2, 0.6, 1.5])
    silence, odd = rng.choice([0.0, 0.1, 0.5]), rng.choice([0.0, 0.15])
    points = []
    for step in range(quarters):
        x = min(9.9, max(1.1, x + rng.gauss(0, wild) + (rng.uniform(-6, 3) if rng.random() < 0.08 else 0)))
        if rng.random() < silence:
            points.append(Point(at(step)))
            continue
        reach = rng.uniform(0.05, 0.6)
        lo, hi = max(1.0, x - reach), min(10.0, x + reach)
        s = min(10.0, max(1.0, x + rng.gauss(0, 0.3)))
        direct = Range(s, max(1.0, s - reach), min(10.0, s + reach)) if rng.random() < 0.5 else None
        trust = Range(x, lo, hi) if direct is None or rng.random() < 0.8 else None
        weak = max(1.0, x - rng.uniform(0, 3)) if trust is not None and rng.random() < 0.7 else None
        kind = rng.random()
        mark, opt_in = kind < odd / 2, odd / 2 <= kind < odd
        points.append(Point(at(step), trust, direct, weak, "", not (mark or opt_in), mark, mark))
    late = frozenset(at(step) for step in range(quarters) if rng.random() < 0.1)
    repeats = frozenset(at(step) for step in range(quarters) if rng.random() < 0.05)
    return Drawn(tuple(points), Told(rng.choice([0, 1, 1, 1]), late, repeats))


HISTORIES = 10_000
Histories = list[tuple[Drawn, tuple[State, ...]]]


@pytest.fixture(scope="module")
def histories() -> Histories:
    """10,000 random histories with their states."""
    rng = random.Random(20260314)
    found = [draw(rng) for _ in range(HISTORIES)]
    return [(one, run(one.points, RULES, one.told)) for one in found]


def steps(histories: Histories) -> list[tuple[Point, State, State]]:
    """Every quarter with the state before it and its own."""
    return [
        (point, before, after)
        for one, states in histories
        for point, (before, after) in zip(one.points[1:], pairwise(states), strict=True)
    ]


@pytest.mark.slow
def test_silence_never_heals(histories: Histories) -> None:
    """In an unusable quarter no state improves: broken and recovering stay or break, none becomes partner."""
    allowed = {
        PARTNER: {PARTNER, GUARDED, UNKNOWN, BROKEN},
        GUARDED: {GUARDED, UNKNOWN, BROKEN},
        UNKNOWN: {UNKNOWN, BROKEN},
        RECOVERING: {RECOVERING, BROKEN},
        BROKEN: {BROKEN},
    }
    silent = [(before.name, after.name) for point, before, after in steps(histories) if not point.usable]
    assert len(silent) > 10_000
    assert all(after in allowed[before] for before, after in silent)


@pytest.mark.slow
def test_recovery_takes_its_time(histories: Histories) -> None:
    """Broken leads to recovering only; recovering to partner never before 4, to guarded never before 8 quarters."""
    seen = set()
    for _, before, after in steps(histories):
        if before.name is BROKEN:
            assert after.name in (BROKEN, RECOVERING)
        if before.name is RECOVERING and after.name not in (RECOVERING, BROKEN):
            seen.add(after.name)
            assert after.name in (PARTNER, GUARDED)
            assert after.since_break is not None
            assert after.since_break >= (4 if after.name is PARTNER else 8)
    assert seen == {PARTNER, GUARDED}


@pytest.mark.slow
def test_a_rising_score_never_breaks_on_an_old_high(histories: Histories) -> None:
    """In recovering, a quarter above all since the break in T and in S never counts as fallen."""
    looked = 0
    for one, states in histories:
        for i in range(1, len(states)):
            broke = states[i - 1].broke
            now = one.points[i]
            if states[i - 1].name is not RECOVERING or not now.usable or broke is None:
                continue
            since = [p for p in one.points[:i] if p.quarter >= broke and p.usable]
            highest_t = max((p.trust.score for p in since if p.trust), default=0.0)
            highest_s = max((p.direct.score for p in since if p.direct), default=0.0)
            highest_x = max((p.x.score for p in since if p.x), default=0.0)
            assert now.x is not None
            rising = (
                now.x.score >= highest_x
                and (now.trust is None or now.trust.score >= highest_t)
                and (now.direct is None or now.direct.score >= highest_s)
            )
            if rising:
                looked += 1
                assert states[i].detail not in ("drop", "slide", "fall")
    assert looked > 1_000


@pytest.mark.slow
def test_a_partner_stands_on_published_parts(histories: Histories) -> None:
    """Nobody becomes partner without T, nor with an X that could be under 7, nor with a dimension under 5."""
    became = [
        (p, after) for p, before, after in steps(histories) if after.name is PARTNER and before.name is not PARTNER
    ]
    assert len(became) > 500
    for point, _ in became:
        assert point.trust is not None
        assert point.x is not None
        assert point.x.lo >= 7
        assert point.weakest is None or point.weakest >= 5


@pytest.mark.slow
def test_equal_inputs_give_equal_words_and_the_future_changes_no_past(histories: Histories) -> None:
    """Run again, or run on the first half only: the same states with the same numbers."""
    for one, states in histories[:2_000]:
        half = len(one.points) // 2
        assert run(one.points, RULES, one.told) == states
        assert run(one.points[:half], RULES, one.told) == states[:half]


@pytest.mark.slow
def test_every_state_tells_its_rule_and_its_numbers(histories: Histories) -> None:
    """R0 to R9 all occur; a usable quarter tells X and its ends, an unusable one how long nothing was measured."""
    seen = set()
    for one, states in histories:
        for point, state in zip(one.points, states, strict=True):
            seen.add(state.rule)
            if point.usable and point.x is not None:
                assert (state.facts["x"], state.facts["lo"], state.facts["hi"]) == (
                    point.x.score,
                    point.x.lo,
                    point.x.hi,
                )
            else:
                assert state.rule == "R0"
                assert "silent" in state.facts
    assert seen == {f"R{n}" for n in range(10)}
