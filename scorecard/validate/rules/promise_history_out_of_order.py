"""The history of a promise is not in the order of its days.

Why
    The last line of the history is what readers see. In another order an old state would be shown as the new one.

How to fix
    Put the oldest state first and the newest last. No state can come before the promise was made.

Wrong
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-04-01
    due: 2026-12-31
    measure: Share of letters answered within one working day.
    history:
      - {at: 2026-06-10, state: in-the-works}
      - {at: 2026-05-10, state: stalled}

Right
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-04-01
    due: 2026-12-31
    measure: Share of letters answered within one working day.
    history:
      - {at: 2026-05-10, state: stalled}
      - {at: 2026-06-10, state: in-the-works}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC552"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Each state on or after the one above it, the first on or after the promise."""
    for entry in records.promises:
        days = [entry.record.made, *(state.at for state in entry.record.history)]
        for index, (above, here) in enumerate(pairwise(days)):
            if here < above:
                before = "the promise was made" if index == 0 else "the state above"
                yield RULE.at(
                    entry,
                    ("history", index, "at"),
                    f"this state is of {here}, {before} {'on' if index == 0 else 'is of'} {above}",
                    label="too early",
                    help="correct the day, or put the states in the order of their days",
                    also=[(("history", index - 1, "at") if index else ("made",), "earlier")],
                )
