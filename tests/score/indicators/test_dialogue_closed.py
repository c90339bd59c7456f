"""Questions closed with what changed."""

from typing import Any

import pytest

from scorecard.model.records import Entry
from tests.score.company import after, entry, indicator

ID = "dialogue-closed"


def item(**changes: Any) -> Entry[Any]:
    """A proposal of customers, answered after three days."""
    fields = {
        "with": "customers",
        "started_by": "a customer",
        "asked": after(days=0).date(),
        "question": "Could bills be shorter?",
        "answered": after(days=3).date(),
    }
    return entry("dialogue", "shorter-bills", **{**fields, **changes})


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"outcome": "changed", "changed": "Bills have one page now."}, 100),
        ({"outcome": "changed"}, 0),
        ({"outcome": "declined-because", "because": "The law asks for two pages."}, 100),
        ({"outcome": "declined-because"}, 0),
        ({"outcome": "answered", "answer": "They can."}, None),
    ],
)
def test_an_answer_says_what_changed_or_why_nothing_will(changes: dict[str, Any], value: float | None) -> None:
    """A plain answer to a plain question is left out."""
    assert indicator(ID, dialogue=[item(**changes)]).value == value


def test_an_open_item_counts_against_us_after_ten_working_days() -> None:
    """Asked on a Monday: until the second Monday after it is left out."""
    one = item(answered=after(days=90).date(), outcome="changed", changed="One page.")
    assert [indicator(ID, dialogue=[one], as_of=after(days=days)).value for days in (14, 15)] == [None, 0]
