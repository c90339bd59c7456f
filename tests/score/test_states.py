"""The relationship state: each rule by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
    history,
    last,
    names,
    point,
)


def test_nothing_measured_is_unknown() -> None:
    """Before the first usable score there is no state, and the state says so."""
    found = history(None)[0]
    assert (found.name, found.rule, found.detail, found.measured) == (UNKNOWN, "R0", "never", None)
    assert found.facts == {"silent": 1, "why": "no_wave"}


def test_a_kept_state_names_the_last_measurement() -> None:
    """R0: one quarter without a score keeps the state and tells when it was last measured."""
    found = history(8.0, None)[1]
    assert (found.name, found.rule, found.detail, found.changed) == (PARTNER, "R0", "unusable", False)
    assert (found.measured, found.facts["measured"]) == (at(0), "2010-Q1")


def test_partner_lapses_at_the_second_and_guarded_at_the_fourth_silent_quarter() -> None:
    """R0: in a row; a measurement in between starts the count again."""
    assert names(history(8.0, None, None)) == [PARTNER, PARTNER, UNKNOWN]
    assert names(history(8.0, None, 8.0, None))[-1] is PARTNER
    assert names(history(6.0, None, None, None, None))[1:] == [GUARDED, GUARDED, GUARDED, UNKNOWN]


def test_broken_and_recovering_never_lapse() -> None:
    """R0: silence does not heal."""
    assert set(names(history(9.0, 3.0, *[None] * 20))[1:]) == {BROKEN}
    assert set(names(history(9.0, 3.0, 5.0, *[None] * 20))[2:]) == {RECOVERING}


def marked(step: int, x: float) -> Point:
    return replace(point(step, x), usable=False, marked=True, breaks=True, why="break")


def test_a_mark_hides_no_bad_wave() -> None:
    """R0: a quarter unusable only by a hand-set mark still breaks wholly under 4 and ends partner wholly under 7."""
    before = [point(0, 8.0)]
    broken, guarded, kept = (last([*before, marked(1, x)]) for x in (3.6, 6.6, 6.8))
    assert (broken.name, broken.rule, broken.detail) == (BROKEN, "R0", "marked")
    assert broken.facts["hi"] == pytest.approx(3.9)
    assert (guarded.name, guarded.rule, guarded.detail) == (GUARDED, "R0", "marked")
    assert (kept.name, kept.detail) == (PARTNER, "unusable")


def test_an_unusable_wave_without_a_mark_changes_nothing() -> None:
    """R0: an opt-in wave at 3 neither breaks a partner nor ends it."""
    opt_in = replace(point(1, 3.0), usable=False, why="opt_in")
    found = last([point(0, 8.0), opt_in])
    assert (found.name, found.facts) == (PARTNER, {"silent": 1, "why": "opt_in", "measured": "2010-Q1"})


def test_nothing_is_compared_across_a_break_of_the_series() -> None:
    """After a mark the quarter before it is no high to fall from; a fall after the mark is one."""
    held = run([point(0, 8.0), marked(1, 7.4), point(2, 5.0)], RULES, Told())
    assert names(held) == [PARTNER, PARTNER, GUARDED]
    fell = run([point(0, 8.0), marked(1, 7.4), point(2, 7.4), point(3, 5.0)], RULES, Told())
    assert (fell[-1].name, fell[-1].facts["from"]) == (BROKEN, 7.4)


def test_trust_breaks_by_a_fall_within_four_quarters() -> None:
    """R1: wholly under 5.5 and very likely at least 1.5 lower; both numbers are told."""
    found = history(9.0, 3.0)[1]
    assert (found.name, found.rule, found.detail, found.broke, found.since_break) == (BROKEN, "R1", "drop", at(1), 0)
    assert found.facts == {
        "x": 3.0,
        "lo": 2.7,
        "hi": 3.3,
        "measure": "T",
        "least_drop": pytest.approx(6 - 0.3 * 2**0.5),
        "drop": 6.0,
        "from": 9.0,
        "to": 3.0,
        "limit": 1.5,
        "below": 5.5,
    }


def test_a_fall_that_stays_at_5_5_does_not_break() -> None:
    """R1: hi must be under 5.5, settled to 9 decimals; hi = 5.5 is not."""
    assert names(history(9.0, 5.2))[1] is GUARDED
    assert names(history(9.0, 5.19))[1] is BROKEN


def test_a_slow_slide_breaks_within_twelve_quarters() -> None:
    """R1: 2.0 within twelve usable quarters, where four show less than 1.5."""
    slide = [7.6, 7.3, 7.0, 6.7, 6.4, 6.1, 5.8, 5.5, 5.2, 4.9]
    found = history(*slide)
    assert (found[-1].name, found[-1].detail, found[-1].facts["from"]) == (BROKEN, "slide", 7.6)
    assert BROKEN not in names(found[:-1])


def test_deep_distrust_needs_no_fall() -> None:
    """R1: wholly under 4 from the start."""
    found = history(3.6)[0]
    assert (found.name, found.detail, found.facts["floor"]) == (BROKEN, "deep_distrust", 4.0)


def test_t_falls_against_t_and_s_against_s() -> None:
    """R1: X may change from T to S; the fall is taken within one of them, and the surer one counts."""
    high, low = Range(9.0, 8.7, 9.3), Range(5.0, 4.8, 5.2)
    first = Point(at(0), trust=low, direct=high, usable=True)
    no_fall = Point(at(1), trust=low, usable=True)
    assert last([first, no_fall]).name is GUARDED
    s_falls = Point(at(1), trust=low, direct=Range(5.1, 4.8, 5.4), usable=True)
    found = last([first, s_falls])
    assert (found.name, found.facts["measure"], found.facts["from"], found.facts["to"]) == (BROKEN, "T", 9.0, 5.1)


def test_recovery_needs_a_clear_rise_and_repairs() -> None:
    """R2: 0.5 above the lowest since the break, an action published and none overdue; the page learns what lacks."""
    flat, none, late, well = (
        history(9.0, 3.0, 3.4)[2],
        history(9.0, 3.0, 5.0, told=Told(actions=0))[2],
        history(9.0, 3.0, 5.0, told=Told(late=frozenset({at(2)})))[2],
        history(9.0, 3.0, 5.0)[2],
    )
    assert [(one.name, one.detail) for one in (flat, none, late, well)] == [
        (BROKEN, "no_rise"),
        (BROKEN, "no_action"),
        (BROKEN, "overdue"),
        (RECOVERING, "rise"),
    ]
    assert (well.facts["lowest"], well.facts["rise"], well.facts["published"]) == (3.0, 2.0, 1)


def test_a_repeated_cause_breaks_again_and_starts_the_count_again() -> None:
    """R3: whatever the score does."""
    found = history(9.0, 3.0, 5.0, 6.0, 6.5, told=Told(repeats=frozenset({at(3)})))
    assert names(found)[2:] == [RECOVERING, BROKEN, BROKEN]
    assert (found[3].rule, found[3].detail, found[3].facts["cause"]) == ("R3", "repeat", "same-cause")
    assert (found[3].broke, found[4].since_break) == (at(3), 1)


def test_a_clear_fall_while_recovering_breaks_again() -> None:
    """R3: wholly below the quarter before and under 5.5."""
    found = history(9.0, 3.0, 5.4, 4.6)[3]
    assert (found.name, found.rule, found.detail, found.facts["before"]) == (BROKEN, "R3", "fall", 5.4)


def test_recovering_becomes_partner_after_four_quarters_at_the_earliest() -> None:
    """R4: calendar quarters count, silent ones too; two usable quarters in a row wholly at 7 or more."""
    early = history(9.0, 3.0, 8.0, 8.0, 8.0, 8.0)
    assert names(early)[2:] == [RECOVERING, RECOVERING, RECOVERING, PARTNER]
    assert (early[-1].rule, early[-1].since_break) == ("R4", 4)
    assert [state.facts["lacking"] for state in early[3:5]] == ["time", "time"]
    silent = history(9.0, 3.0, 8.0, None, None, 8.0)
    assert (names(silent)[-1], silent[-1].since_break) == (PARTNER, 4)


def test_what_partner_still_needs_is_told() -> None:
    """R4: after four quarters the lower end, twice running, then the weakest dimension, then the parts themselves."""
    low = [point(i, x) for i, x in enumerate([9.0, 3.0, 6.0, 6.0, 6.0])]
    assert last([*low, point(5, 7.2)]).facts["lacking"] == "lower_end"
    assert last([*low, point(5, 8.0)]).facts["lacking"] == "once"
    twice = [*low, point(5, 8.0)]
    assert last([*twice, point(6, 8.0, weakest=4.0)]).facts["lacking"] == "weakest"
    direct = Point(at(6), direct=Range(8.0, 7.7, 8.3), usable=True)
    assert last([*twice, direct]).facts["lacking"] == "no_trust"


def test_recovering_becomes_guarded_after_eight_quarters() -> None:
    """R5: wholly at 5.5 or more; the page names the rule and the quarters."""
    found = history(9.0, 3.0, *[6.0] * 8)
    assert names(found)[2:9] == [RECOVERING] * 7
    assert (found[9].name, found[9].rule, found[9].since_break) == (GUARDED, "R5", 8)


def test_the_direct_question_alone_gives_guarded_at_most() -> None:
    """R6 and R4 need T: a company that asks one question is told so where nothing else stands in the way."""
    only = [Point(at(i), direct=Range(9.0, 8.8, 9.2), usable=True) for i in range(6)]
    found = run(only, RULES, Told())
    assert set(names(found)) == {GUARDED}
    assert [state.detail for state in found] == ["no_trust"] * 6


def test_partner_needs_a_margin_and_no_weak_dimension() -> None:
    """R6: lo at 7, X at 7.2, weakest at 5; the page names the first that lacks."""
    assert last([point(0, 7.3)]).detail == "partner"
    assert last([point(0, 7.29)]).detail == "lower_end"
    assert last([point(0, 7.19, 0.1)]).detail == "margin"
    assert last([point(0, 7.2, 0.1)]).detail == "partner"
    assert last([point(0, 8.0, weakest=4.9, weakest_id="openness")]).facts["weakest_id"] == "openness"
    assert last([point(0, 8.0, weakest=5.0)]).name is PARTNER


def test_a_partner_is_lost_in_three_ways_and_by_one_dimension() -> None:
    """R8: wholly under 7, twice at 6.8 or less, four quarters pooled under 7. R9: weakest under 4.5."""
    ways = {
        "upper_end": [8.0, 6.6],
        "twice": [8.0, 6.8, 6.8],
        "pooled": [8.0, 7.1, 7.1, 7.1, 7.1],
    }
    for detail, scores in ways.items():
        found = history(*scores)
        assert (found[-1].name, found[-1].rule, found[-1].detail) == (GUARDED, "R8", detail)
        assert set(names(found[:-1])) == {PARTNER}
    weak = last([point(0, 8.0), point(1, 8.0, weakest=4.4)])
    assert (weak.name, weak.rule, weak.facts["weakest_limit"]) == (GUARDED, "R9", 4.5)
    assert last([point(0, 8.0), point(1, 8.0, weakest=4.5)]).name is PARTNER
