"""The year figure: four quarters together, and never a way to a hidden one."""

from typing import Any

import pytest

from scorecard.model.quarters import Quarter
from scorecard.model.readings import VerdictWord
from scorecard.model.trust import TrustQuarter, YearFigure
from tests.score.waves import FIRST, all_at, asked, mixed, only, series, wave


def year(found: TrustQuarter) -> YearFigure:
    assert found.year is not None
    return found.year


def quarters(*scores: float, n: int = 180) -> list[Any]:
    return [wave(i, all_at(x, n=n)) for i, x in enumerate(scores)]


def test_four_quarters_are_pooled() -> None:
    """Counts added up: n = 720, the plain mean of equal quarters, a narrower interval; three are no year."""
    found = series(*quarters(6.0, 7.0, 6.0, 7.0))
    assert [one.year is None for one in found.quarters] == [True, True, True, False]
    pooled = year(found.latest)
    assert pooled.estimate.n == 720
    assert pooled.estimate.score == pytest.approx(6.5)
    assert (pooled.estimate.hi or 0) - (pooled.estimate.lo or 0) < (found.latest.trust.hi or 0) - (
        found.latest.trust.lo or 0
    )
    assert pooled.quarters == tuple(FIRST.plus(i) for i in range(4))
    assert pooled.verdict is None


def test_a_year_is_judged_against_the_four_quarters_before() -> None:
    """Only against those: with eight quarters there is a verdict, with seven there is none."""
    seven = series(*quarters(*[6.0] * 4, *[6.6] * 3))
    assert year(seven.latest).verdict is None
    eight = year(only(*quarters(*[6.0] * 4, *[6.6] * 4)))
    assert eight.verdict is not None
    assert (eight.verdict.word, eight.verdict.against) == (VerdictWord.BETTER, FIRST.plus(3))


def test_the_headline_uses_the_year_where_the_quarter_cannot_tell() -> None:
    """n < 400 and no clear change of its own; a clear change, or 400 answers, leave it to the quarter."""
    small = only(*quarters(6.0, 6.0, 6.0, 6.4, n=60))
    assert small.verdict is not None
    assert (small.verdict.word, small.headline) == (VerdictWord.UNCLEAR, "year")
    assert only(*quarters(6.0, 6.0, 6.0, 8.0, n=60)).headline == "quarter"
    assert only(*quarters(6.0, 6.0, 6.0, 6.0, n=400)).headline == "quarter"


def test_a_missing_quarter_is_passed_over() -> None:
    """The last four usable ones, however long ago; an opt-in wave is none."""
    chosen = wave(2, all_at(9.0, n=180), sample="opt-in")
    found = only(*[wave(i, all_at(6.0, n=180)) for i in (0, 1, 3, 5)], chosen)
    assert year(found).quarters == tuple(FIRST.plus(i) for i in (0, 1, 3, 5))
    assert year(found).estimate.score == pytest.approx(6.0)


def test_no_year_reaches_across_a_break() -> None:
    """The break quarter is unusable; four usable ones after it make the next year, and it has none before it."""
    waves = [wave(i, all_at(6.0, n=180), **({"method_changed": "New."} if i == 4 else {})) for i in range(9)]
    found = series(*waves)
    assert [one.year is not None for one in found.quarters] == [i in (3, 8) for i in range(9)]
    verdict = year(found.latest).verdict
    assert verdict is not None
    assert verdict.reason is not None
    assert (verdict.word, verdict.reason.detail) == (VerdictWord.NOT_COMPARABLE, "mark")


def test_a_changed_question_is_pooled_from_its_change_on() -> None:
    """One question was reworded in the third quarter: its year holds two quarters, the others' four."""
    waves = []
    for i in range(4):
        questions = all_at(6.0, n=180)
        if i >= 2:
            questions[-1] = {"id": "answers-promptly", "text": "They reply at once.", "counts": mixed(8, 20)}
        waves.append(wave(i, questions))
    found = only(*waves)
    assert found.dimensions[-1].by_year is not None
    assert found.dimensions[-1].by_year.score == pytest.approx(8.0)
    assert found.dimensions[-1].by_year.n == 40
    assert found.dimensions[0].by_year is None


def test_a_hidden_quarter_is_in_no_year() -> None:
    """A question with 9 answers in one quarter: the year holds the other three, so nothing can be subtracted."""
    waves = [wave(i, asked(6.0, n=9 if i == 1 else 180)) for i in range(5)]
    found = series(*waves)
    assert [one.year is not None for one in found.quarters] == [False] * 4 + [True]
    assert year(found.latest).estimate.n == 720
    assert FIRST.plus(1) not in year(found.latest).quarters


def segments(*sizes: int) -> list[dict[str, Any]]:
    parts = {f"g{i}": mixed(4 + i, n) for i, n in enumerate(sizes)}
    return [{"id": "trust", "counts": {"all": [sum(row) for row in zip(*parts.values(), strict=True)], **parts}}]


def test_groups_under_thirty_are_shown_by_year() -> None:
    """20 a quarter: 80 in the year; a group of 30 needs none."""
    found = only(*[wave(i, segments(20, 30, 200)) for i in range(4)])
    by_year = {group.id: group.by_year for group in found.questions[0].groups}
    assert by_year["g0"] is not None
    assert (by_year["g0"].n, by_year["g0"].score) == (80, 4.0)
    assert by_year["g1"] is None


def test_a_year_never_tells_of_a_hidden_group() -> None:
    """8 in one quarter: the year of the group holds only the quarters in which it is shown."""
    sizes = [(20, 30, 200), (8, 30, 200), (20, 30, 200), (8, 30, 200)]
    found = only(*[wave(i, segments(*row)) for i, row in enumerate(sizes)])
    hidden = found.questions[0].groups[0]
    assert hidden.estimate.n is None
    assert hidden.by_year is not None
    assert hidden.by_year.n == 40


def test_a_group_hidden_all_year_stays_hidden() -> None:
    """8 each quarter: no year, though 32 people answered."""
    found = only(*[wave(i, segments(8, 30, 200)) for i in range(4)])
    assert found.questions[0].groups[0].by_year is None


def test_the_measured_correlation_holds_only_where_all_quarters_have_it() -> None:
    """The largest of the four narrows the year; with one missing nothing does."""
    known = [wave(i, all_at(6.0, n=180), question_correlation=0.2 + 0.1 * i) for i in range(4)]
    some = [wave(0, all_at(6.0, n=180)), *known[1:]]
    plain = [wave(i, all_at(6.0, n=180)) for i in range(4)]
    narrow, wide, widest = (year(only(*waves)).estimate.hi for waves in (known, some, plain))
    assert narrow is not None
    assert wide is not None
    assert narrow < wide
    assert wide == widest
    assert (narrow - 6) / (wide - 6) == pytest.approx((0.5 + 0.5 / 8) ** 0.5, abs=1e-6)


def test_a_wave_of_means_has_no_year() -> None:
    """Only counts can be added up."""
    waves = [wave(i, [{"id": "trust", "mean": 6, "sd": 2, "n": 180}]) for i in range(4)]
    assert only(*waves).year is None


def test_quarters_of_a_year_are_named() -> None:
    """Oldest first."""
    assert year(only(*quarters(6.0, 6.0, 6.0, 6.0))).quarters[0] == Quarter(2024, 1)
