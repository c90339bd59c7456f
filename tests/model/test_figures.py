"""Rounding before comparing: quick, and the same as on the decimal string."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.figures import settle

near_half = st.builds(
    lambda whole, places, step: float(Decimal(whole).scaleb(-places)) + step * 1e-13,
    st.integers(-(10**12), 10**12),
    st.sampled_from((9, 10, 11)),
    st.integers(-3, 3),
)


@given(st.one_of(st.floats(-20, 20), st.floats(allow_nan=False, min_value=-1e15, max_value=1e15), near_half))
def test_a_value_is_rounded_half_up_on_its_decimal_string(value: float) -> None:
    """To 9 places, whichever way was quickest."""
    exact = Decimal(repr(value)).quantize(Decimal("1e-9"), rounding=ROUND_HALF_UP)
    assert repr(settle(value)) == repr(float(exact))


@pytest.mark.parametrize(("value", "settled"), [(0.1234567885, 0.123456789), (-0.1234567885, -0.123456789), (7, 7.0)])
def test_a_half_goes_up(value: float, settled: float) -> None:
    """Away from zero, also where the binary value lies below the half."""
    assert settle(value) == settled
