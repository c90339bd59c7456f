"""Ranges of counts, and whether there were more or fewer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.stats.proportion import proportion_confint

from scorecard.score.counts import change_of_count, range_of_count
from scorecard.score.intervals import score_interval
from tests.score.vectors import TOLERANCE, V16, V16_TOLERANCE, V17


@pytest.mark.parametrize("count", V16)
def test_the_range_of_a_count_is_that_of_v16(count: int) -> None:
    """V16: exact below 10, Byar within 0.02 from 10."""
    within = TOLERANCE if count < 10 else V16_TOLERANCE
    assert range_of_count(count) == pytest.approx(V16[count], abs=within)


@given(st.integers(0, 9))
def test_small_counts_have_exact_limits(count: int) -> None:
    """Below 10 the limits are those of the chi-square distribution (Garwood 1936)."""
    low = chi2.ppf(0.025, 2 * count) / 2 if count else 0.0
    assert range_of_count(count) == pytest.approx((low, chi2.ppf(0.975, 2 * count + 2) / 2), abs=1e-9)


@given(st.integers(10, 5000))
def test_larger_counts_stay_close_to_the_exact_limits(count: int) -> None:
    """From 10 Byar's limits are within 0.02 of the exact ones."""
    exact = chi2.ppf(0.025, 2 * count) / 2, chi2.ppf(0.975, 2 * count + 2) / 2
    assert range_of_count(count) == pytest.approx(exact, abs=V16_TOLERANCE)


@pytest.mark.parametrize("counts", V17)
def test_a_change_of_counts_is_called_as_in_v17(counts: tuple[int, int, int, int]) -> None:
    """V17: the Wilson interval of the later share lies wholly beside the share of its days, or there is no change."""
    before, days_before, now, days_now = counts
    low, high, expected, word = V17[counts]
    assert score_interval(now / (before + now), before + now) == pytest.approx((low, high), abs=TOLERANCE)
    assert days_now / (days_before + days_now) == pytest.approx(expected, abs=TOLERANCE)
    assert change_of_count(*counts) == word


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 92), st.integers(1, 92))
def test_more_and_fewer_agree_with_statsmodels(before: int, now: int, days_before: int, days_now: int) -> None:
    """The word follows from statsmodels' interval, and more turns to fewer when the quarters swap places."""
    found = change_of_count(before, days_before, now, days_now)
    if before + now:
        low, high = proportion_confint(now, before + now, method="wilson")
        expected = days_now / (days_before + days_now)
        word = "fewer" if high < expected - 1e-8 else "more" if low > expected + 1e-8 else "no clear change"
        assert found == word
    opposite = {"more": "fewer", "fewer": "more"}.get(found, found)
    assert change_of_count(now, days_now, before, days_before) == opposite


def test_no_incident_twice_is_no_change() -> None:
    """Nothing against nothing cannot be called fewer."""
    assert change_of_count(0, 90, 0, 91) == "no clear change"
