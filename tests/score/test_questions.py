"""What each kind of figure that staff may have becomes: counts, percentages, means, shares, nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.readings import Flag, ReasonCode
from scorecard.model.trust import QuestionReading
from scorecard.score import dimensions, intervals, questions
from scorecard.score.samples import of_counts, of_moments
from tests.score.company import default_method
from tests.score.waves import frame, mixed, question


def read(**fields: Any) -> QuestionReading:
    return questions.read(question(**fields), frame())


def told(reading: QuestionReading) -> tuple[object, str, object]:
    """Reason code, detail and facts."""
    reason = reading.estimate.reason
    assert reason is not None
    return reason.code, reason.detail, dict(reason.facts)


def test_counts_give_a_score_on_1_to_10_and_a_mean_as_asked() -> None:
    """A 5-point item: mean, sd and ends as asked, score and ends on 1 to 10 (V04)."""
    found = read(scale="1-5", counts=[3, 7, 20, 45, 25])
    assert found.mean == pytest.approx(3.82)
    assert found.estimate.score == pytest.approx(7.345)
    assert (found.estimate.lo, found.estimate.hi) == pytest.approx((6.8713, 7.7742), abs=5e-05)
    assert (found.lo, found.hi) == pytest.approx((3.6095, 4.0107), abs=5e-05)
    assert found.sd == pytest.approx(0.9886, abs=5e-05)
    assert (found.kind, found.scale, found.estimate.n, found.estimate.at_most) == ("counts", (1, 5), 100, False)


def test_the_methods_text_and_scale_stand_in() -> None:
    """A question without text and scale has those of the method; one the method does not know has 1 to 10."""
    assert read(id="heard-listens", counts=mixed(6)).text == "They listen to me."
    unknown = read(id="our-own", counts=mixed(6))
    assert (unknown.text, unknown.scale) == ("", (1, 10))


def test_segments_without_a_total_are_added_up() -> None:
    """Where `all` is left out the segments are the whole."""
    found = read(counts={"a": mixed(6, 100), "b": mixed(8, 100)})
    assert found.estimate.score == pytest.approx(7.0)
    assert found.estimate.n == 200


def test_nobody_answered_is_not_hidden_and_not_unasked() -> None:
    """Counts of 0, n of 0 and a missing question are three different things from n < 10."""
    assert told(read(counts=[0] * 10)) == (ReasonCode.TOO_FEW, "nobody", {"n": 0})
    assert told(read(mean=3, scale="1-5", n=0)) == (ReasonCode.TOO_FEW, "nobody", {"n": 0})
    assert told(read(share=0.5, n=0)) == (ReasonCode.TOO_FEW, "nobody", {"n": 0})
    assert told(read(missing="not asked this quarter")) == (ReasonCode.NOT_ASKED, "missing", {})
    assert told(read()) == (ReasonCode.NOT_ASKED, "", {})
    assert told(read(counts=mixed(6, 9))) == (ReasonCode.SUPPRESSED, "", {"below": 10})


def test_ten_to_twenty_nine_answers_are_weak() -> None:
    """Flag u from 10 to 29, none from 30."""
    weak, full = read(counts=mixed(6, 29)), read(counts=mixed(6, 30))
    assert weak.estimate.flags == {Flag.LOW_RELIABILITY}
    assert full.estimate.flags == frozenset()


def test_many_who_do_not_know_make_a_figure_weak() -> None:
    """Don't-knows leave n, their share is told; over 30 % the figure carries flag u, at 30 % it does not."""
    at, over = read(counts=mixed(6, 70), dont_know=30), read(counts=mixed(6, 70), dont_know=31, no_answer=10)
    assert (at.estimate.n, at.dont_know_share, at.estimate.flags) == (70, 0.3, frozenset())
    assert over.estimate.flags == {Flag.LOW_RELIABILITY}
    assert over.no_answer_share == 10 / 111
    assert read(counts=mixed(6, 70)).dont_know_share is None


def test_a_mean_with_sd_and_n_is_as_good_as_counts() -> None:
    """The same mean, spread and n give the same interval."""
    counts = mixed(6.4, 200)
    exact = of_counts(counts, 1, 10)
    found = read(mean=exact.mean, sd=exact.s2**0.5, n=200)
    assert found.estimate.lo == pytest.approx(read(counts=counts).estimate.lo, abs=1e-6)
    assert (found.kind, found.estimate.at_most, found.shares) == ("mean", False, ())


def test_a_mean_without_sd_has_the_widest_interval_and_says_so() -> None:
    """The variance is the largest that the mean allows: (hi - m)(m - lo) n / (n - 1)."""
    found = read(mean="4.66", scale="1-5", n=300)
    loosest = of_moments(300, 4.66, (5 - 4.66) * (4.66 - 1) * 300 / 299, 1, 5)
    assert (found.lo, found.hi) == pytest.approx(intervals.of_sample(loosest))
    assert (found.estimate.at_most, found.sd, found.s2) == (True, None, None)


def test_a_mean_without_n_has_no_interval() -> None:
    """It is shown as it is: a score, n and interval unknown."""
    found = read(mean=4.66, scale="1-5")
    assert found.estimate.score == pytest.approx(9.235)
    assert (found.estimate.lo, found.estimate.hi, found.estimate.n) == (None, None, None)


def test_percentages_are_never_rescaled_in_silence() -> None:
    """99 to 101 is rounding; 80 says that a fifth answered something else, and no mean is made of it."""
    whole = read(scale="1-5", percentages=[5, 10, 20, 40, 24.5], n=200)
    assert whole.estimate.score == pytest.approx(1 + 9 * (3.6934673366834 - 1) / 4)
    assert whole.kind == "percentages"
    assert told(read(scale="1-5", percentages=[5, 10, 15, 30, 20], n=200)) == (
        ReasonCode.NOT_APPLICABLE,
        "percentages",
        {"sum": 80.0},
    )
    unknown = read(scale="1-5", percentages=[5, 10, 20, 40, 25])
    assert (unknown.estimate.lo, unknown.estimate.n) == (None, None)
    assert [one.share for one in unknown.shares] == pytest.approx([0.05, 0.1, 0.2, 0.4, 0.25])


def test_a_share_is_never_turned_into_a_score() -> None:
    """It stands from 0 to 1 with Wilson's interval; without n there is no interval and the reason says so."""
    found = read(share=0.7, share_of="answered 9 or 10", n=100)
    assert told(found) == (ReasonCode.NOT_APPLICABLE, "share", {})
    assert (found.share, found.share_lo, found.share_hi) == pytest.approx((0.7, 0.6042, 0.7811), abs=5e-05)
    alone = read(share=0.7)
    assert told(alone) == (ReasonCode.NOT_APPLICABLE, "share_no_n", {})
    assert (alone.share, alone.share_lo) == (0.7, None)
    few = read(share=0.7, n=9)
    assert told(few) == (ReasonCode.SUPPRESSED, "", {"below": 10})
    assert few.share is None


def test_answers_are_weighted_by_customers_where_groups_share_out_the_whole() -> None:
    """With customers given and every answer in a group the mean is weighted; otherwise it is the plain one."""
    counts = {"big": mixed(8, 100), "small": mixed(4, 100)}
    total = [sum(row) for row in zip(*counts.values(), strict=True)]
    stated = {"big": {"customers": 900}, "small": {"customers": 100}}
    weighted = questions.read(question(counts={"all": total, **counts}), frame(stated))
    assert weighted.estimate.score == pytest.approx(0.9 * 8 + 0.1 * 4)
    assert weighted.effective_n == pytest.approx(1 / (0.81 / 100 + 0.01 / 100))
    unstated = questions.read(question(counts={"all": total, **counts}), frame({"big": {"customers": 900}}))
    assert unstated.estimate.score == pytest.approx(6.0)
    assert unstated.effective_n is None
    partial = questions.read(question(counts={"all": [n + 1 for n in total], **counts}), frame(stated))
    assert partial.estimate.score == pytest.approx(6.0, abs=0.05)


def test_a_break_outranks_suppression() -> None:
    """A hidden figure still tells that its series broke."""
    found = questions.read(question(counts=mixed(6, 9)), frame(), "scale")
    assert found.estimate.flags == {Flag.BREAK}
    assert not found.comparable


@given(st.lists(st.integers(0, 200), min_size=10, max_size=10))
def test_any_counts_give_a_reading(counts: list[int]) -> None:
    """Score, or reason; the interval holds the score and stays on the scale."""
    one = read(counts=counts).estimate
    if one.score is not None:
        assert one.lo is not None
        assert one.hi is not None
        assert 1 <= one.lo <= one.score <= one.hi <= 10


def test_a_dimension_is_the_mean_of_its_questions() -> None:
    """Scores and both ends; n is the smallest; a question that is hidden is not there."""
    heard = next(one for one in default_method().dimensions if one.id == "heard")
    asked = {
        "heard-listens": read(id="heard-listens", counts=mixed(6, 400)),
        "heard-matters": read(id="heard-matters", counts=mixed(8, 200)),
    }
    found = dimensions.read(heard, asked, default_method().gates)
    both = [one.estimate for one in asked.values()]
    assert found.estimate.score == pytest.approx(7.0)
    assert found.estimate.n == 200
    assert found.estimate.lo == pytest.approx(sum(one.lo or 0 for one in both) / 2)
    alone = dimensions.read(
        heard, {**asked, "heard-matters": read(id="heard-matters", counts=mixed(8, 9))}, default_method().gates
    )
    assert alone.estimate.score == pytest.approx(6.0)
    assert alone.questions == ("heard-listens",)


def test_a_dimension_without_a_score_tells_the_most_telling_reason() -> None:
    """Hidden before not asked; not asked where nothing was."""
    heard = next(one for one in default_method().dimensions if one.id == "heard")
    hidden = {"heard-listens": read(id="heard-listens", counts=mixed(6, 9))}
    for asked, code in ((hidden, ReasonCode.SUPPRESSED), ({}, ReasonCode.NOT_ASKED)):
        reason = dimensions.read(heard, asked, default_method().gates).estimate.reason
        assert reason is not None
        assert reason.code is code
