"""Enquiries answered in the promised time."""

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.transparency import Fact
from tests.score.company import entry, indicator

ID = "enquiries-in-time"
FILES = [
    entry("enquiries", "2026-q1", received=100, answered_in_time=90, open=4),
    entry("enquiries", "2026-q2", received=300, answered_in_time=150),
    entry("enquiries", "2026-q3", received=999, answered_in_time=0),
]


def test_the_window_is_pooled_and_open_ones_count_as_unanswered() -> None:
    """240 of 400; the quarter after the cut-off does not count."""
    found = indicator(ID, enquiries=FILES)
    assert (found.value, found.fact) == (60, Fact(ID, 240, 400, "enquiries answered in the promised time"))


def test_a_very_long_promise_is_no_promise() -> None:
    """Ten working days are the limit."""
    values = [
        indicator(ID, enquiries=FILES, organisation={"enquiries": {"promised_working_days": days}}).value
        for days in (10, 11)
    ]
    assert values == [60, 0]


def test_no_enquiry_and_no_register_are_two_things() -> None:
    """Nobody asked; or nobody counts."""
    none = indicator(ID, enquiries=[entry("enquiries", "2026-q2", received=0, answered_in_time=0)])
    assert none.reason == Reason(ReasonCode.NOT_TESTED, "none_due", {"register": "enquiries"})
    assert indicator(ID).reason == Reason(ReasonCode.NOT_APPLICABLE, "no_register", {"register": "enquiries"})
