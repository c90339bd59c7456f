"""A promise without a measure.

Why
    Without a measure nobody can tell whether a promise was kept. On its due date it counts as broken: "not measured".

How to fix
    Add `measure`: what is counted, and from which figure on the promise is kept.

Wrong
    # data/promises/answer-within-a-day.yml
    title: We answer faster
    made: 2026-04-01
    due: 2026-12-31

Right
    # data/promises/answer-within-a-day.yml
    title: We answer faster
    made: 2026-04-01
    due: 2026-12-31
    measure: 95 of 100 letters are answered within one working day.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC555"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """No words on how one can tell."""
    for entry in records.promises:
        if entry.record.measure is None:
            yield RULE.at(
                entry,
                ("title",),
                "nobody can tell whether this promise is kept: it has no measure",
                label="how can one tell?",
                help="add 'measure:'; without it the promise counts as broken on its due date",
            )
