"""Own published errors corrected with notice."""

from typing import Any

import pytest

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records import Entry
from scorecard.model.transparency import Fact
from tests.score.company import after, entry, indicator

ID = "corrections-made"


def correction(id: str, days: float, **changes: Any) -> Entry[Any]:
    """A mistake of ours found at the start, corrected so many days later."""
    fields = {
        "concerns": "survey:2026-Q1",
        "field": "invited",
        "was": "6000",
        "is": "5400",
        "label": "C",
        "found": after(days=0).date(),
        "published": after(days=days).date(),
        "reason": "A typing error.",
    }
    return entry("corrections", id, **{**fields, **changes})


def test_two_days_are_full_points_and_thirty_none() -> None:
    """Between them 100 ln(30/d) / ln 15."""
    found = indicator(ID, corrections=[correction("a", 2), correction("b", 10), correction("c", 30)])
    assert found.value == pytest.approx((100 + 40.5684 + 0) / 3, abs=1e-4)
    assert (found.fact, found.median, found.worst) == (Fact(ID, 1, 3, "own errors corrected in time"), 10, 30)


def test_late_data_and_planned_updates_are_no_mistakes() -> None:
    """Only label C counts."""
    found = indicator(ID, corrections=[correction(label.lower(), 20, label=label) for label in ("R1", "R2", "R3")])
    assert found.reason == Reason(ReasonCode.NOT_TESTED, "no_error")


def test_a_change_without_notice_scores_nothing() -> None:
    """However quick it was."""
    assert indicator(ID, corrections=[correction("a", 1, notice="none")]).value == 0


def test_a_correction_after_the_cutoff_is_not_seen_yet() -> None:
    """At the end of the quarter, 57 days later, nothing was published; ten days on it is provisional."""
    late = correction("a", 60)
    assert indicator(ID, corrections=[late]).value == 0
    early = indicator(ID, corrections=[late], as_of=after(days=10))
    assert early.value == pytest.approx(40.5684, abs=1e-4)
    assert early.provisional
