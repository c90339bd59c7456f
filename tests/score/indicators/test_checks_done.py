"""Planned surveys that were done."""

from typing import Any

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records import Entry
from scorecard.model.transparency import Fact
from tests.score.company import entry, indicator

ID = "checks-done"
PLAN = {"waves_planned": ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]}


def wave(quarter: str, **changes: Any) -> Entry[Any]:
    """A survey of customers."""
    fields = {
        "quarter": quarter,
        "audience": "customers",
        "sample": "random",
        "questions": [{"id": "trust", "counts": [1] * 10}],
    }
    return entry("waves", quarter.lower(), **{**fields, **changes})


def test_a_planned_survey_not_done_lowers_it() -> None:
    """Done in two quarters of the window, left out in a third; the quarter after it does not count."""
    waves = [wave("2026-Q1"), wave("2026-Q2"), wave("2026-Q3")]
    found = indicator(ID, waves=waves, organisation=PLAN)
    assert found.fact == Fact(ID, 2, 3, "planned surveys done")


def test_staff_contact_and_empty_surveys_do_not_count() -> None:
    """The plan is about the quarterly survey of customers, and somebody must have answered."""
    others = [
        wave("2026-Q1", audience="staff"),
        wave("2026-Q1", kind="after-contact"),
        wave("2026-Q1", questions=[{"id": "trust", "missing": "not asked"}]),
        wave("2026-Q1", fieldwork={"to": "2026-07-15"}),
    ]
    found = [indicator(ID, waves=[one], organisation={"waves_planned": ["2026-Q1"]}).value for one in others]
    assert found == [0, 0, 0, 0]


def test_before_its_release_day_a_survey_is_not_missing() -> None:
    """The quarter just over is due on its release day, or a quarter later where none was named."""
    plan = {"waves_planned": ["2026-Q2"]}
    assert indicator(ID, organisation=plan).reason == Reason(ReasonCode.NOT_TESTED, "none_due", {"register": "checks"})
    released = {**plan, "releases": [{"quarter": "2026-Q2", "at": "2026-06-29T10:00"}]}
    assert indicator(ID, organisation=released).value == 0
