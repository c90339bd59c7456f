"""Where the way of asking changed, nothing is compared across."""

from typing import Any

import pytest

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Flag, ReasonCode, Verdict, VerdictWord
from scorecard.model.records.method import Change
from scorecard.model.states import StateName
from scorecard.model.trust import TrustQuarter
from scorecard.score.breaks import version_at
from tests.score.waves import all_at, asked, method, mixed, only, series, wave

PLAIN = {"fieldwork": {"mode": ["web"]}}


def detail(verdict: Verdict | None) -> tuple[str, str]:
    """Word and detail of a verdict that compares nothing."""
    assert verdict is not None
    assert verdict.reason is not None
    return verdict.word, verdict.reason.detail


def trust(text: str = "How much?", **more: Any) -> list[dict[str, Any]]:
    return [{"id": "trust", "text": text, "counts": mixed(7), **more}]


CHANGES: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "scale": (trust(scale="1-5", counts=[20, 40, 100, 150, 90]), {}),
    "wording": (trust("How far do you trust us?"), {}),
    "mark": (trust(comparable=False, note="The order of the questions changed."), {}),
    "mode": (trust(), {"fieldwork": {"mode": ["web", "phone"]}}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_breaks_the_series(change: str) -> None:
    """Scale, wording, `comparable: false` and mode: flag b, no verdict, unusable for the state, and why."""
    questions, fields = CHANGES[change]
    found = only(wave(0, trust(), **PLAIN), wave(1, questions, **{**PLAIN, **fields}))
    assert detail(found.verdict) == ("not comparable", change)
    assert found.break_before is not None
    assert (found.break_before.code, found.break_before.detail) == (ReasonCode.BREAK, change)
    assert found.break_before.facts["quarter"] == "2024-Q2"
    assert Flag.BREAK in found.direct.flags & found.flags
    assert not found.usable
    assert (found.state.rule, found.state.facts["why"]) == ("R0", "break")


def test_a_mark_on_the_wave_breaks_everything_and_tells_its_note() -> None:
    """`method_changed` concerns all questions."""
    found = only(wave(0, all_at(7.0)), wave(1, all_at(7.0), method_changed="A new agency asks."))
    assert detail(found.verdict) == ("not comparable", "mark")
    assert found.break_before is not None
    assert found.break_before.facts["note"] == "A new agency asks."
    assert found.mark == "A new agency asks."
    assert {detail(part.verdict) for part in found.dimensions} == {("not comparable", "mark")}


def test_capitals_and_blanks_are_no_change_of_wording() -> None:
    """`How  MUCH?` is `How much?`; the method's own text is the text of a question without one."""
    found = only(wave(0, trust()), wave(1, trust("How  MUCH?")))
    assert found.break_before is None
    default = "How much do you trust us? (1 not at all; 10 completely)"
    same = only(wave(0, [{"id": "trust", "counts": mixed(7)}]), wave(1, trust(default)))
    assert same.break_before is None


def test_the_first_wave_breaks_nothing() -> None:
    """A mark without anything before it is no break."""
    found = only(wave(0, all_at(7.0), method_changed="We start."))
    assert (found.break_before, found.usable, found.flags) == (None, True, frozenset())


def test_a_question_is_compared_with_the_last_wave_that_asked_it() -> None:
    """A wave in between that left it out does not hide a change of its scale."""
    rest = asked(7.0)
    found = series(
        wave(0, [*rest, {"id": "honest", "scale": "1-5", "counts": [20, 40, 100, 150, 90]}]),
        wave(1, rest),
        wave(2, [*rest, {"id": "honest", "counts": mixed(7)}]),
    ).latest
    honest = next(one for one in found.questions if one.id == "honest")
    assert not honest.comparable
    assert honest.estimate.flags == {Flag.BREAK}
    assert found.break_before is None


def test_one_changed_question_does_not_break_the_score() -> None:
    """T is compared on the seven dimensions left, the changed one by itself is not; the quarter stays usable."""
    changed = all_at(8.0)
    changed[-1] = {**changed[-1], "text": "They reply at once."}
    found = only(wave(0, all_at(7.0)), wave(1, changed))
    assert found.verdict is not None
    assert found.verdict.word is VerdictWord.BETTER
    assert found.usable
    assert found.trust.flags == frozenset()
    assert detail(found.dimensions[-1].verdict) == ("not comparable", "wording")
    assert found.dimensions[-1].estimate.flags == {Flag.BREAK}


def test_three_of_eight_changed_questions_break_the_score() -> None:
    """Less than 75 % of the weight is left to compare on: flag b, not comparable, unusable."""
    changed = all_at(8.0)
    for i in (-1, -2, -3):
        changed[i] = {**changed[i], "text": "Another question."}
    found = only(wave(0, all_at(7.0)), wave(1, changed))
    assert detail(found.verdict) == ("not comparable", "wording")
    assert not found.usable
    assert Flag.BREAK in found.trust.flags


def states(*waves: Any, **more: Any) -> list[StateName]:
    return [quarter.state.name for quarter in series(*waves, **more).quarters]


def test_the_quarter_after_a_break_is_usable_again() -> None:
    """And compared with the break quarter, never with one before it."""
    found = series(wave(0, all_at(7.0)), wave(1, all_at(7.0), method_changed="New."), wave(2, all_at(7.0)))
    after = found.latest
    assert after.usable
    assert after.verdict is not None
    assert after.verdict.word is VerdictWord.SAME
    far = series(*[wave(i, all_at(7.0), **({"method_changed": "New."} if i == 2 else {})) for i in range(6)])
    assert detail(far.quarters[5].verdict_year) == ("not comparable", "mark")


def test_a_mark_hides_no_bad_wave_but_a_new_scale_may() -> None:
    """Marked by hand a wave at 3 breaks; with another scale it only keeps the state."""
    good = wave(0, all_at(8.0))
    assert states(good, wave(1, all_at(3.0), method_changed="New.")) == [StateName.PARTNER, StateName.BROKEN]
    assert states(good, wave(1, all_at(6.0), method_changed="New.")) == [StateName.PARTNER, StateName.GUARDED]
    single = [{**one, "comparable": False, "note": "Reordered."} for one in all_at(3.0)]
    assert states(good, wave(1, single)) == [StateName.PARTNER, StateName.BROKEN]
    other = [{"id": one["id"], "scale": "1-5", "counts": [200, 150, 50, 0, 0]} for one in all_at(3.0)]
    assert states(good, wave(1, other)) == [StateName.PARTNER, StateName.PARTNER]
    both = wave(1, other, method_changed="New.")
    assert states(good, both) == [StateName.PARTNER, StateName.PARTNER]


def opt_in(step: int, score: float) -> Any:
    return wave(step, all_at(score), sample="opt-in")


def test_an_opt_in_wave_is_shown_and_never_used() -> None:
    """It carries flag u, has no state of its own, and is compared with no other kind of wave."""
    found = series(wave(0, all_at(8.0)), opt_in(1, 3.0), wave(2, all_at(8.0)))
    chosen, after = found.quarters[1:]
    assert chosen.trust.score is not None
    assert (chosen.usable, chosen.state.name, chosen.state.facts["why"]) == (False, StateName.PARTNER, "opt_in")
    assert Flag.LOW_RELIABILITY in chosen.flags
    assert detail(chosen.verdict) == detail(after.verdict) == ("not comparable", "sample")
    assert after.usable
    assert after.break_before is None


def test_two_opt_in_quarters_make_a_partner_unknown() -> None:
    """R0 counts them like missing ones."""
    assert states(wave(0, all_at(8.0)), opt_in(1, 8.0), opt_in(2, 8.0))[-1] is StateName.UNKNOWN


def test_random_and_census_belong_together() -> None:
    """Both ask people that did not choose themselves: no break."""
    found = only(wave(0, all_at(7.0)), wave(1, all_at(7.0), sample="census"))
    assert (found.break_before, found.usable) == (None, True)


def two(quarter: str) -> tuple[Change, ...]:
    return (Change.model_validate({"version": "2.0.0", "from": quarter, "what": "Other weights."}),)


def test_another_major_version_is_not_compared_but_joined() -> None:
    """Flag b and no verdict across it; the history is computed with one method, so the state goes on."""
    later = method(version="2.0.0", changes=two("2024-Q2"))
    found = series(wave(0, all_at(9.0)), wave(1, all_at(3.0)), method=later).latest
    assert detail(found.verdict) == ("not comparable", "method")
    assert (found.usable, found.state.name, found.method_version) == (True, StateName.BROKEN, "2.0.0")
    assert Flag.BREAK in found.flags


def test_a_minor_version_is_compared() -> None:
    """Only the first number says that figures mean something else."""
    minor = method(
        changes=(Change.model_validate({"version": "1.1.0", "from": "2024-Q2", "what": "Display."}),), version="1.1.0"
    )
    found: TrustQuarter = series(wave(0, all_at(7.0)), wave(1, all_at(7.0)), method=minor).latest
    assert found.verdict is not None
    assert found.verdict.word is VerdictWord.SAME


def test_the_version_of_a_quarter() -> None:
    """The last change that had come; before the first listed major one the major before; else the one in force."""
    later = method(version="2.0.0", changes=two("2024-Q2"))
    assert [version_at(later, Quarter(2024, n)) for n in (1, 2, 3)] == ["1", "2.0.0", "2.0.0"]
    assert version_at(method(), Quarter(2020, 1)) == "1.0.0"
