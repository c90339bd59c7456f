"""Whether the affected customers were told themselves."""

from scorecard.model.transparency import Fact
from tests.score.company import incident, indicator

ID = "told-directly"


def test_not_stated_counts_as_not_told() -> None:
    """Told, not told, not stated: one of three."""
    stated = [{"customers": 5, "told_directly": True}, {"customers": 5, "told_directly": False}, {"customers": 5}]
    found = indicator(ID, [incident(f"i{n}", affected=one) for n, one in enumerate(stated)])
    assert found.fact == Fact(ID, 1, 3, "affected customers told directly")


def test_an_incident_that_touched_nobody_is_left_out() -> None:
    """Nobody to tell is not the same as not told."""
    found = indicator(ID, [incident("none", affected={"customers": 0}), incident("some")])
    assert (found.value, found.cases) == (100, 1)
