"""Which quarter a day belongs to."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.quarters import Calendar


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_lies_between_the_ends_of_its_quarter(day: date, month: int, first: int) -> None:
    """Whenever the fiscal year starts."""
    calendar = Calendar(month, first)
    quarter = calendar.quarter_of(day)
    assert calendar.start(quarter) <= day <= calendar.end(quarter)
    assert calendar.quarter_of(calendar.start(quarter)) == quarter
    assert calendar.quarter_of(calendar.start(quarter) - timedelta(days=1)) == quarter.plus(-1)
