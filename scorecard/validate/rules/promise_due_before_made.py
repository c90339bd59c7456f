"""A promise that was due before it was made.

Why
    A promise is about the future. Mostly the year of one of the two days is mistyped.

How to fix
    Correct `made` or `due`.

Wrong
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-04-01
    due: 2025-12-31
    measure: Share of letters answered within one working day.

Right
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-04-01
    due: 2026-12-31
    measure: Share of letters answered within one working day.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC551"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Due before made."""
    for entry in records.promises:
        one = entry.record
        if one.due < one.made:
            yield RULE.at(
                entry,
                ("due",),
                f"due {one.due}, before the promise was made on {one.made}",
                label="before it was made",
                help="correct 'made' or 'due'",
                also=[(("made",), "made here")],
            )
