"""A duration below zero.

Why
    Nothing takes less than no time.

How to fix
    Write the hours as a number of 0 or more.

Wrong
    # data/enquiries/2026-q2.yml
    received: 100
    answered_in_time: 85
    open: 12
    median_hours: -5

Right
    # data/enquiries/2026-q2.yml
    received: 100
    answered_in_time: 85
    open: 12
    median_hours: 5
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC570"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Median hours to an answer."""
    for entry in records.enquiries:
        hours = entry.record.median_hours
        if hours is not None and hours < 0:
            yield RULE.at(
                entry,
                ("median_hours",),
                f"{written(entry, 'median_hours')} hours is less than no time",
                label="below zero",
                help="write 0 or more",
            )
