"""Figures published on the announced day."""

from typing import Any

import pytest

from scorecard.model.transparency import Fact
from tests.score.company import entry, indicator

ID = "releases-on-time"
ANNOUNCED = {"quarter": "2026-Q1", "at": "2026-04-20T10:00"}


def wave(**changes: Any) -> Any:
    """The survey of the announced quarter."""
    return entry("waves", "2026-q1", quarter="2026-Q1", audience="customers", sample="random", **changes)


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2026-04-20T18:00", 100),
        ("2026-04-20T09:00", 100),
        ("2026-04-21T00:00", 0),
        ("2026-04-19T23:00", 0),
        ("2026-07-01T10:00", 0),
    ],
)
def test_on_the_day_and_on_no_other(published: str, value: float) -> None:
    """Early is as bad as late; what came after the cut-off is not seen."""
    assert indicator(ID, organisation={"releases": [{**ANNOUNCED, "published": published}]}).value == value


def test_without_a_stated_time_the_surveys_own_counts() -> None:
    """Its publish_at, or the release itself; without a survey nothing came out."""
    plan = {"releases": [ANNOUNCED]}
    assert indicator(ID, organisation=plan, waves=[wave(publish_at="2026-04-22T10:00")]).value == 0
    assert indicator(ID, organisation=plan, waves=[wave()]).fact == Fact(ID, 1, 1, "releases on the announced day")
    assert indicator(ID, organisation=plan).value == 0
