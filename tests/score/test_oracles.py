"""The computation against independent paths: scipy, statsmodels and brute force on random inputs."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import gmean, norm, t
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from scorecard.score import aggregate, intervals, robustness, strata, verdicts
from scorecard.score.quantiles import Z975, t975, two_sided_p
from scorecard.score.samples import of_counts, of_moments
from scorecard.score.verdicts import Range
from tests.score.company import default_method

counts = st.lists(st.integers(0, 60), min_size=3, max_size=11).filter(lambda one: sum(one) > 1)
scores = st.floats(1.0, 10.0)


@given(st.integers(1, 100_000))
def test_the_t_quantile_is_right_to_5e_5(df: int) -> None:
    """Against scipy.stats.t, the table and the series above it."""
    assert t975(df) == pytest.approx(t.ppf(0.975, df), abs=5e-05)


def test_every_quantile_up_to_500_is_right_and_falls() -> None:
    """No gap where the table ends: each is within 5e-5 of scipy's and below the one before."""
    found = [t975(df) for df in range(1, 501)]
    assert found == pytest.approx([float(t.ppf(0.975, df)) for df in range(1, 501)], abs=5e-05)
    assert all(b < a for a, b in pairwise(found))


@given(st.floats(-8, 8))
def test_a_p_value_is_that_of_the_normal_distribution(z: float) -> None:
    """2(1 - Phi(|z|)) against scipy.stats.norm."""
    assert two_sided_p(z) == pytest.approx(2 * norm.sf(abs(z)), abs=1e-12)


@given(st.integers(1, 5000), st.data())
def test_the_interval_of_a_share_is_wilsons(n: int, data: st.DataObject) -> None:
    """Against statsmodels' proportion_confint."""
    x = data.draw(st.integers(0, n))
    expected = proportion_confint(x, n, alpha=0.05, method="wilson")
    assert intervals.score_interval(x / n, n) == pytest.approx(expected, abs=1e-9)


@given(counts, st.integers(0, 1))
def test_the_interval_of_a_mean_solves_the_score_equation(answers: list[int], low: int) -> None:
    """Both ends are roots of (p - x)^2 = q^2 x(1 - x)/n_e, with n_e made from the answers and one imaginary one."""
    one = of_counts(answers, low, low + len(answers) - 1)
    found = intervals.of_sample(one)
    assert found is not None
    values = [low + i for i, count in enumerate(answers) for _ in range(count)]
    mean = sum(values) / len(values)
    extended = [*values, one.low if mean >= (one.low + one.high) / 2 else one.high]
    star = sum(extended) / len(extended)
    s2 = sum((x - star) ** 2 for x in extended) / (len(extended) - 1)
    width = one.high - one.low
    p, p_star, v = (mean - one.low) / width, (star - one.low) / width, s2 / len(values) / width**2
    effective, q = p_star * (1 - p_star) / v, t975(len(values) - 1)

    square = q * q / effective
    lower, upper = sorted(np.roots([1 + square, -(2 * p + square), p * p]).real)
    assert found == pytest.approx((one.low + width * lower, one.low + width * upper), abs=1e-7)
    assert one.low <= found[0] <= mean <= found[1] <= one.high


@given(counts)
def test_without_a_spread_the_interval_is_the_widest(answers: list[int]) -> None:
    """A mean without sd gives an interval at least as wide as any answers with that mean, and says so."""
    exact = of_counts(answers, 1, len(answers))
    loose = of_moments(exact.n, exact.mean, None, 1, len(answers))
    near, far = intervals.of_sample(exact), intervals.of_sample(loose)
    assert near is not None
    assert far is not None
    assert loose.at_most
    assert far[0] <= near[0] + 1e-9
    assert far[1] >= near[1] - 1e-9


@given(counts, st.integers(1, 900))
def test_equal_strata_are_one_sample(answers: list[int], customers: int) -> None:
    """Two groups with the same answers and the same number of customers have the mean of either."""
    assume(sum(answers) >= 2)
    one = of_counts(answers, 1, len(answers))
    both = strata.combine({"a": answers, "b": answers}, {"a": customers, "b": customers}, 1, len(answers))
    assert both.mean == pytest.approx(one.mean, abs=1e-9)
    assert both.variance == pytest.approx(one.variance / 2, abs=1e-9)
    assert both.kish == pytest.approx(2 * one.n, abs=1e-6)


@given(st.integers(2, 400), st.integers(2, 400), st.data())
def test_a_change_of_shares_is_newcombes(n1: int, n2: int, data: st.DataObject) -> None:
    """MOVER of two Wilson intervals against statsmodels' method 10."""
    x1, x2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    before, now = (Range(x / n, *intervals.score_interval(x / n, n)) for x, n in ((x1, n1), (x2, n2)))
    moved = verdicts.change(before, now)
    expected = confint_proportions_2indep(x2, n2, x1, n1, method="newcomb", compare="diff")
    assert (moved.lo, moved.hi) == pytest.approx(expected, abs=1e-7)


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_holm_is_holm(ps: list[float]) -> None:
    """Against statsmodels' multipletests."""
    assert verdicts.holm(ps) == pytest.approx(list(multipletests(ps, method="holm")[1]), abs=1e-12)


@given(st.lists(st.tuples(scores, st.floats(0.1, 5)), min_size=1, max_size=10))
def test_the_geometric_mean_is_scipys(rows: list[tuple[float, float]]) -> None:
    """Weighted, against scipy.stats.gmean; never above the arithmetic mean."""
    values, weights = zip(*rows, strict=True)
    found = aggregate.average(values, weights, "geometric")
    assert found == pytest.approx(gmean(values, weights=weights), abs=1e-9)
    assert found <= aggregate.average(values, weights, "arithmetic") + 1e-9


@given(st.lists(st.tuples(scores, st.sampled_from([0.5, 1.0, 2.0])), min_size=2, max_size=8))
def test_the_robustness_band_holds_every_way(rows: list[tuple[float, float]]) -> None:
    """The published way lies inside; there are 4(k + 1) ways, fewer distinct ones."""
    values, weights = zip(*rows, strict=True)
    found = robustness.band(values, weights, 7.0)
    assert found.lo - 1e-9 <= aggregate.average(values, weights, "geometric") <= found.hi + 1e-9
    assert len(list(robustness.alternatives(values, weights))) == 4 * (len(values) + 1)
    assert 1 <= found.ways <= 4 * (len(values) + 1) - 1
    assert found.straddles == (found.lo < 7 <= found.hi)


@given(st.tuples(scores, scores, scores), st.tuples(scores, scores, scores))
def test_turning_a_change_round_turns_its_verdict_round(a: tuple[float, ...], b: tuple[float, ...]) -> None:
    """Better from a to b is worse from b to a, with the same p; both ends change sides."""
    rules = default_method().verdicts
    first, second = (Range(x, lo, hi) for lo, x, hi in (sorted(a), sorted(b)))
    there, back = verdicts.change(first, second), verdicts.change(second, first)
    assert (there.score, there.lo, there.hi) == pytest.approx((-back.score, -back.hi, -back.lo), abs=2e-9)
    words = {"better": "worse", "worse": "better"}
    word = verdicts.word(there, rules)
    # A limit within rounding of a threshold may fall on either side.
    if all(abs(abs(x) - edge) > 1e-8 for x in (there.score, there.lo, there.hi) for edge in (0, 0.2, 0.5)):
        assert verdicts.word(back, rules) == words.get(word, word)


def simulated_coverage(shape: Sequence[float], n: int, runs: int, seed: int) -> float:
    """Share of random samples of n answers whose interval holds the true mean."""
    rng = random.Random(seed)
    answers = range(1, 11)
    truth = sum(a * p for a, p in zip(answers, shape, strict=True))
    held = 0
    for _ in range(runs):
        drawn = rng.choices(answers, shape, k=n)
        ends = intervals.of_sample(of_counts([drawn.count(a) for a in answers], 1, 10))
        held += ends is not None and ends[0] <= truth <= ends[1]
    return held / runs


SHAPES = {
    "even": [0.1] * 10,
    "two percent ones": [0.02, 0, 0, 0, 0, 0, 0, 0, 0, 0.98],
    "nines and tens": [0, 0, 0, 0, 0, 0, 0.02, 0.1, 0.38, 0.5],
    "sixty percent tens": [0.05, 0, 0.05, 0, 0.1, 0, 0.1, 0.1, 0, 0.6],
    "two camps": [0.4, 0.1, 0, 0, 0, 0, 0, 0, 0.1, 0.4],
}


@pytest.mark.parametrize("n", [10, 30, 100])
@pytest.mark.parametrize("shape", SHAPES)
def test_intervals_hold_the_truth_about_as_often_as_they_say(shape: str, n: int) -> None:
    """Nominal 95 %: at least 93 % in 600 drawn samples, the hard shapes near the ceiling included."""
    assert simulated_coverage(SHAPES[shape], n, 600, seed=n) >= 0.93


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(1, 10), min_size=30, max_size=60), min_size=2, max_size=8))
def test_endpoint_propagation_is_never_narrower_than_the_parts_allow(rows: list[list[int]]) -> None:
    """The interval of the score holds it, and its ends are those of a company whose every part sits at that end."""
    ranges = []
    for row in rows:
        one = of_counts([row.count(a) for a in range(1, 11)], 1, 10)
        ends = intervals.of_sample(one)
        assert ends is not None
        ranges.append((one.mean, *ends))
    weights = [1.0] * len(ranges)
    score, low, high = (aggregate.average(column, weights, "geometric") for column in zip(*ranges, strict=True))
    assert low <= score <= high
    assert math.log(high / low) <= max(math.log(hi / lo) for _, lo, hi in ranges) + 1e-12


def test_the_normal_quantile_is_the_one_the_method_names() -> None:
    """1.959963984540054, as in every share and every p."""
    assert pytest.approx(norm.ppf(0.975), abs=1e-15) == Z975
