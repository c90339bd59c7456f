"""The time in the dark runs from the start, with a wider limit."""

import pytest

from scorecard.model.transparency import Fact
from tests.score.company import after, incident, indicator

ID = "time-in-the-dark"


def test_who_does_not_look_is_in_the_dark_all_the_same() -> None:
    """Told at once when known, but 12 hours after the start: 100 ln(96/12) / ln(96/2) = 53.7."""
    found = indicator(ID, [incident("one", started=after(hours=-12), notified=after(hours=0))])
    assert found.value == pytest.approx(53.716, abs=1e-3)
    assert (found.fact, found.worst) == (Fact(ID, 0, 1, "told soon after it began"), 720)


def test_two_hours_are_full_points_and_four_days_none() -> None:
    """Target and limit of the method."""
    values = [indicator(ID, [incident("one", started=after(hours=-h), notified=after(hours=0))]).value for h in (2, 96)]
    assert values == [100, 0]


def test_an_unknown_start_scores_nothing() -> None:
    """Left out or unknown: 0, without minutes."""
    found = indicator(ID, [incident("one", started=None)])
    assert (found.value, found.worst, found.provisional) == (0, None, False)
