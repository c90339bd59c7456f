"""A promise marked as kept, but after its due date.

Why
    Kept means kept by the day that was promised. A promise that came true later was kept late, and readers can see
    both days.

How to fix
    Check the day. If it was late, write `state: compromise` and say so in `text`. If a later day was agreed before the
    first one passed, add it under `renegotiated`.

Wrong
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-03-31
    measure: Share of letters answered within one working day.
    history:
      - {at: 2026-06-10, state: kept, proof: "https://example.org/letters"}

Right
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-03-31
    measure: Share of letters answered within one working day.
    history:
      - {at: 2026-06-10, state: compromise, text: It came true ten weeks late.}
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC553"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


#: Days between the due date and the day somebody wrote the state down.
_GRACE = timedelta(days=31)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The first `kept` more than a month after the last agreed due date."""
    for entry in records.promises:
        one = entry.record
        due = max([one.due, *(step.due for step in one.renegotiated)])
        for index, state in enumerate(one.history):
            if state.state == "kept":
                if state.at > due + _GRACE:
                    yield RULE.at(
                        entry,
                        ("history", index),
                        f"marked as kept on {state.at}, but due {due}",
                        label="late",
                        help="write the day it came true; if that was late, write 'state: compromise' and say so",
                        also=[(("due",), f"due {one.due}")],
                    )
                break
