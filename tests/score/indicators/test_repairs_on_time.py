"""Repairs by their first due date."""

from typing import Any

import pytest

from scorecard.model.transparency import Fact
from tests.score.company import AS_OF, QUARTER, after, company, incident, indicator, transparency

ID = "repairs-on-time"


def action(due: float, done: float | None = None, renegotiated: float | None = None) -> dict[str, Any]:
    """An action, in days after the incident."""
    days = {"due": due, "done": done, "renegotiated": renegotiated}
    return {"what": "Mend it.", **{k: after(days=d).date() for k, d in days.items() if d is not None}}


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (action(20, done=20), 100),
        (action(20, done=21), 0),
        (action(20), 0),
        (action(20, done=30, renegotiated=40), 50),
        (action(20, renegotiated=57), 50),
        (action(20, renegotiated=40), 0),
        (action(20, done=45, renegotiated=40), 0),
        (action(20, done=10, renegotiated=40), 100),
        (action(80), None),
        (action(80, done=30), 100),
        (action(20, done=60), 0),
    ],
)
def test_an_action_counts_against_its_first_date(one: dict[str, Any], value: float | None) -> None:
    """On time 100; late but as renegotiated 50; late 0; not due at the end of June: left out; later facts not seen."""
    assert indicator(ID, [incident("one", remediation=[one])]).value == value


def test_a_due_date_counts_at_most_180_days_off() -> None:
    """An action due in a year is judged after half of one."""
    one = incident("one", remediation=[action(365, done=200)])
    later, as_of = QUARTER.plus(3), AS_OF.replace(year=2027)
    assert indicator(ID, [one], quarter=later, as_of=as_of).value == 0
    one = incident("one", remediation=[action(365, done=180)])
    assert indicator(ID, [one], quarter=later, as_of=as_of).value == 100


def test_incidents_score_their_share_and_the_fact_counts_actions() -> None:
    """Two of three actions in one incident, one renegotiated."""
    actions = [action(20, done=19), action(20, done=20), action(20, done=30, renegotiated=31)]
    one = incident("one", remediation=actions)
    found = indicator(ID, [one])
    assert found.value == pytest.approx(250 / 3)
    assert found.fact == Fact(ID, 2, 3, "repairs on time")
    later = Fact("repairs-renegotiated", 1, 3, "repairs given a later date before the first had passed")
    assert found.also == (later,)
    assert later in transparency(company([one])).record


def test_without_actions_it_does_not_apply() -> None:
    """None stated, and not applicable with a reason, are both left out."""
    assert indicator(ID, [incident("one", remediation={"not-applicable": "Nothing to mend."})]).cases == 0
