"""Rounding: the short way to settle a figure and the decimal one agree in every case."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.model.figures import COMPARED_PLACES, round_half_up, settle

NEAR_HALF = st.integers(-(10**13), 10**13).map(lambda whole: whole / 1e9 + 5e-10)
SHORT = st.decimals(-2000, 2000, places=10).map(float)


@given(st.one_of(st.floats(-2000, 2000), NEAR_HALF, SHORT, st.floats(allow_nan=False, allow_infinity=False, width=32)))
@example(0.0000000005)
@example(2.0000000005)
@example(-0.0)
@example(999.9999999995)
def test_a_figure_is_settled_half_up_on_its_decimal_string(value: float) -> None:
    """The same float, its sign included, as rounding the decimal string half up to 9 places."""
    assert repr(settle(value)) == repr(float(round_half_up(value, COMPARED_PLACES)))
