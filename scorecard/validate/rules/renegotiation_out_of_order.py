"""A promise was moved to a day that is not later, or the moves are in the wrong order.

Why
    A promise keeps its first due date, and every later one is listed below with its day and reason. Each step moves it
    further, and comes after the step before.

How to fix
    Put the first move first, and correct the day that does not fit.

Wrong
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-09-30
    measure: Share of letters answered within one working day.
    renegotiated:
      - {at: 2026-06-01, due: 2026-07-31, why: The new system comes later.}

Right
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-09-30
    measure: Share of letters answered within one working day.
    renegotiated:
      - {at: 2026-06-01, due: 2026-12-31, why: The new system comes later.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC556"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Each move after the one before, to a later day."""
    for entry in records.promises:
        at, due = entry.record.made, entry.record.due
        for index, step in enumerate(entry.record.renegotiated):
            if step.due <= due:
                yield RULE.at(
                    entry,
                    ("renegotiated", index, "due"),
                    f"moved to {step.due}, which is not later than {due}",
                    label="not later",
                    help="'due' of the promise is the first date; each move goes to a later one",
                )
            elif step.at < at:
                yield RULE.at(
                    entry,
                    ("renegotiated", index, "at"),
                    f"moved on {step.at}, before {at}",
                    label="too early",
                    help="correct the day, or put the first move first",
                )
            at, due = step.at, step.due
