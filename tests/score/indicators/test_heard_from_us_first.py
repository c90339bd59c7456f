"""Whether customers heard it from the company first."""

from scorecard.model.transparency import Fact
from tests.score.company import after, incident, indicator

ID = "heard-from-us-first"


def test_news_by_others_before_us_counts_as_no() -> None:
    """The press was 10 minutes sooner in one of two cases."""
    press = incident("press", made_public={"at": after(minutes=10), "by": "press"})
    found = indicator(ID, [press, incident("us")])
    assert (found.value, found.fact) == (50, Fact(ID, 1, 2, "heard from us first"))


def test_news_by_others_after_us_does_not_count() -> None:
    """Who speaks first is first."""
    assert indicator(ID, [incident("us", made_public={"at": after(hours=1), "by": "customer"})]).value == 100
