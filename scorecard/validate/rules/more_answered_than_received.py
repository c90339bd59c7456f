"""More enquiries were answered or are open than came in.

Why
    Every enquiry that came in was answered in time, answered late or is open. The parts cannot be more than the whole.

How to fix
    Correct the counts. Enquiries of the quarter before do not count again.

Wrong
    # data/enquiries/2026-q2.yml
    received: 100
    answered_in_time: 95
    open: 12

Right
    # data/enquiries/2026-q2.yml
    received: 100
    answered_in_time: 85
    open: 12
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC569"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The parts against the whole; and a time that is below zero."""
    for entry in records.enquiries:
        one = entry.record
        if one.answered_in_time + one.open > one.received:
            spot = "answered_in_time" if one.answered_in_time > one.received else "open"
            yield RULE.at(
                entry,
                (spot,) if written(entry, spot) else ("answered_in_time",),
                f"{one.answered_in_time:,} answered in time and {one.open:,} open, but {one.received:,} received",
                label="more than received",
                help="correct the counts; those of an earlier quarter do not count again",
                also=[(("received",), f"{one.received:,} received")],
            )
