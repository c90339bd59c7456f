"""A promise was moved only after its due date had passed.

Why
    A date that is agreed anew before it passes is honest planning. Afterwards it is a broken promise with a new date.

How to fix
    Check the days. If it was late, add a state `broken` or `compromise` to `history` and keep the move.

Wrong
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-03-31
    measure: Share of letters answered within one working day.
    renegotiated:
      - {at: 2026-06-01, due: 2026-12-31, why: The new system comes later.}

Right
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-03-31
    measure: Share of letters answered within one working day.
    renegotiated:
      - {at: 2026-03-01, due: 2026-12-31, why: The new system comes later.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC557"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The day of the move after the day it moved."""
    for entry in records.promises:
        due = entry.record.due
        for index, step in enumerate(entry.record.renegotiated):
            if step.at > due:
                yield RULE.at(
                    entry,
                    ("renegotiated", index, "at"),
                    f"moved on {step.at}, after it was due on {due}",
                    label="after the due date",
                    help="check the day; a promise moved afterwards was broken first: say so in 'history'",
                )
            due = step.due
