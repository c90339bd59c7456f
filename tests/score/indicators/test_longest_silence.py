"""The longest silence against the company's own promise."""

import pytest

from scorecard.model.transparency import Fact
from tests.score.company import after, incident, indicator

ID = "longest-silence"


def test_a_silence_of_twice_the_promise_loses_a_third() -> None:
    """8 times is the limit: 100 ln(8/2) / ln 8 = 66.7. Critical incidents promise a word every half hour."""
    one = incident("one", severity="critical", notified=after(hours=0), resolved=after(hours=1))
    found = indicator(ID, [one])
    assert found.value == pytest.approx(200 / 3)
    assert (found.fact, found.worst) == (Fact(ID, 0, 1, "never silent longer than promised"), 60)


def test_the_promise_of_the_organisation_counts() -> None:
    """Who promises a word every hour was not silent too long."""
    one = incident("one", severity="critical", notified=after(hours=0), resolved=after(hours=1))
    assert indicator(ID, [one], organisation={"update_every": {"critical": "PT1H"}}).value == 100


def test_an_incident_over_before_anybody_knew_has_no_silence() -> None:
    """Found out only later: there was no time to keep anybody informed."""
    one = incident("one", started=after(days=-3), resolved=after(days=-2))
    assert indicator(ID, [one]).value is None
