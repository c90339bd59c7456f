"""Whether customers were told what to do."""

from scorecard.model.transparency import Fact
from tests.score.company import incident, indicator

ID = "told-what-to-do"


def test_nothing_stated_counts_as_no_and_not_applicable_is_left_out() -> None:
    """One said, one silent, one not applicable."""
    cases = [
        incident("said"),
        incident("silent", what_to_do=None),
        incident("none", what_to_do={"not-applicable": "It touched no customer."}),
    ]
    found = indicator(ID, cases)
    assert (found.value, found.fact) == (50, Fact(ID, 1, 2, "told what to do"))
