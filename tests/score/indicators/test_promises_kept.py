"""Promises kept or renegotiated before they were due."""

from datetime import date
from typing import Any

import pytest

from scorecard.model.records import Entry
from tests.score.company import QUARTER, after, entry, indicator

ID = "promises-kept"


def day(days: float) -> date:
    """A day after the start."""
    return after(days=days).date()


def promise(due: float = 20, *states: tuple[float, str], **changes: Any) -> Entry[Any]:
    """A promise with its states, in days after the start."""
    fields = {
        "title": "Answer within a minute",
        "made": day(-100),
        "due": day(due),
        "measure": "The median of the telephone system.",
        "history": [{"at": day(at), "state": state} for at, state in states],
    }
    fields |= changes
    return entry("promises", "p", **{key: value for key, value in fields.items() if value is not None})


MOVED = {"at": day(10), "due": day(80), "why": "Parts are late."}


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (promise(20, (15, "kept")), 100),
        (promise(20, (50, "kept")), 100),
        (promise(20, (51, "kept")), 0),
        (promise(20, (25, "broken")), 0),
        (promise(20, (25, "compromise")), 0),
        (promise(20, (15, "kept"), (40, "broken")), 0),
        (promise(20, (5, "in-the-works")), 0),
        (promise(40, (5, "in-the-works")), None),
        (promise(90, (5, "kept")), None),
        (promise(20, (15, "kept"), measure=None), 0),
        (promise(20, renegotiated=[MOVED]), 100),
        (promise(9, renegotiated=[MOVED]), 0),
    ],
)
def test_a_promise_is_judged_when_due(one: Entry[Any], value: float | None) -> None:
    """Kept, or moved in time, is 100. Late, partly, unmeasured or unrated is 0. Not due, or being rated: left out."""
    assert indicator(ID, promises=[one]).value == value


def test_the_new_date_is_judged_when_it_comes() -> None:
    """Moved in time once, then not kept: no points in the window of the new date."""
    one = promise(20, renegotiated=[MOVED])
    assert indicator(ID, promises=[one], quarter=QUARTER.plus(1)).value == 0
