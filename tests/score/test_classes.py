"""Incidents are averaged within their class, so that many minor ones cannot drown a critical one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from scorecard.score.classes import Weighed, average, plain, share
from tests.score.vectors import TOLERANCE, V21, V21_DROWNING, V21_FLAGS, V21_SEVERITIES

WEIGHTS = {"critical": 4, "major": 2, "minor": 1}
CASES = st.lists(
    st.builds(
        lambda score, severity, fault: Weighed(score, severity, fault[0], fault[1]),
        st.floats(0, 100),
        st.sampled_from(sorted(WEIGHTS)),
        st.sampled_from([(1.0, 1.0), (2.0, 2.0), (1.0, 2.0)]),
    ),
    min_size=1,
    max_size=8,
)


def test_a_share_by_severity_is_that_of_v21() -> None:
    """V21: classes averaged, then weighted; the range is Wilson's on Kish n; what does not apply is left out."""
    cases = [
        Weighed(100.0 * flag, severity)
        for flag, severity in zip(V21_FLAGS, V21_SEVERITIES, strict=True)
        if flag is not None
    ]
    found = average(cases, WEIGHTS)
    assert (found.value, found.lo, found.hi, found.n) == pytest.approx(V21, abs=TOLERANCE)


def test_minor_cases_cannot_drown_critical_ones() -> None:
    """V21: 350 minor cases told at once beside 3 critical ones never told give 20, not 97."""
    cases = [Weighed(100.0, "minor")] * 350 + [Weighed(0.0, "critical")] * 3
    assert average(cases, WEIGHTS).value == pytest.approx(V21_DROWNING)


def test_own_fault_weighs_double_within_its_class() -> None:
    """One own-fault case at 0 and one other at 100 give a third; Kish n is 1.8, not 2."""
    found = average([Weighed(0.0, "minor", 2.0, 2.0), Weighed(100.0, "minor")], WEIGHTS)
    assert (found.value, found.n) == pytest.approx((100 / 3, 1.8))


@given(CASES)
def test_an_open_weight_makes_the_figure_as_low_as_it_can(cases: list[Weighed]) -> None:
    """Where nobody knows the fault, the figure is the lowest over all ways of deciding it."""
    options = [sorted({case.weight, case.heaviest}) for case in cases]
    tried = [
        average([Weighed(c.score, c.severity, w, w) for c, w in zip(cases, chosen, strict=True)], WEIGHTS).value
        for chosen in product(*options)
    ]
    assert average(cases, WEIGHTS).value == pytest.approx(min(tried))


@given(CASES)
def test_a_figure_lies_within_its_range_and_within_0_to_100(cases: list[Weighed]) -> None:
    """0 <= low <= value <= high <= 100, and n is at most the number of cases."""
    found = average(cases, WEIGHTS)
    assert 0 <= found.lo <= found.value <= found.hi <= 100
    assert 0 < found.n <= len(cases) + 1e-9


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_plain_share_has_wilsons_range(counts: tuple[int, int]) -> None:
    """Shares of registers have the interval of statsmodels."""
    met, of = counts
    found = share(met, of)
    low, high = proportion_confint(met, of, method="wilson")
    assert (found.lo, found.hi) == pytest.approx((100 * low, 100 * high), abs=1e-9)
    assert plain([100.0] * met + [0.0] * (of - met)).value == pytest.approx(found.value)
