"""Days from the end to the explanation."""

import pytest

from scorecard.model.transparency import Fact
from tests.score.company import after, incident, indicator

ID = "explanation-time"


def test_seven_days_are_full_points_and_thirty_none() -> None:
    """V18: ten days score 75.5."""
    cases = [
        incident(f"i{days}", severity="major", postmortem={"published": after(days=days).date()})
        for days in (7, 10, 30)
    ]
    found = indicator(ID, cases)
    assert found.value == pytest.approx((100 + 75.4911 + 0) / 3, abs=1e-4)
    assert (found.median, found.worst, found.unit) == (10, 30, "days")
    assert found.fact == Fact(ID, 1, 3, "explanation within the target")


def test_a_missing_one_is_scored_by_its_days_so_far() -> None:
    """Provisional, and only falling."""
    one = incident("one", severity="major")
    early, late = (indicator(ID, [one], as_of=after(days=days)) for days in (10, 21))
    assert (early.provisional, late.provisional) == (True, True)
    assert (early.value, late.value) == pytest.approx((75.4911, 24.5089), abs=1e-4)
