"""Risks and the effects of decisions, looked at when due."""

from typing import Any

import pytest

from scorecard.model.records import Entry
from scorecard.model.transparency import Fact
from tests.score.company import after, entry, indicator

ID = "risks-reviewed"


def risk(due: float, *looked: float) -> Entry[Any]:
    """A risk with its next review and its looks, in days after the start."""
    reviewed = [after(days=day).date() for day in looked]
    return entry(
        "risks", "r", title="A pump fails", owner="operations", next_review=after(days=due).date(), reviewed=reviewed
    )


def decision(due: float, seen: float | None = None) -> Entry[Any]:
    """A decision whose effect is due, and was seen, so many days after the start."""
    effect = {} if seen is None else {"seen_effect": {"at": after(days=seen).date(), "text": "No complaint."}}
    return entry(
        "decisions",
        "d",
        title="One counter fewer",
        decided=after(days=-60).date(),
        what="We closed a counter.",
        why="Few came.",
        expected_effect="None.",
        check_by=after(days=due).date(),
        **effect,
    )


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (risk(90, -30), 100),
        (risk(30, -30), 0),
        (risk(30, -30, 31), 100),
        (risk(30), 0),
        (risk(90), None),
        (risk(30, -30, 70), 0),
    ],
)
def test_a_risk_must_not_be_overdue(one: Entry[Any], value: float | None) -> None:
    """Not overdue 100, overdue 0, never looked at and not due left out; a look after the cut-off is not seen."""
    assert indicator(ID, risks=[one]).value == value


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (decision(20, 20), 100),
        (decision(20, 21), 0),
        (decision(20), 0),
        (decision(20, 70), 0),
        (decision(70), None),
        (decision(-800), 0),
        (decision(-2000, -1990), None),
    ],
)
def test_an_overdue_effect_counts_against_openness(one: Entry[Any], value: float | None) -> None:
    """Seen by its day 100, late or not at all 0, as long as nobody looked; long done or not due left out."""
    assert indicator(ID, decisions=[one]).value == value


def test_both_are_counted_together() -> None:
    """One of two."""
    found = indicator(ID, risks=[risk(90, -30)], decisions=[decision(20)])
    assert found.fact == Fact(ID, 1, 2, "reviews done when due")
