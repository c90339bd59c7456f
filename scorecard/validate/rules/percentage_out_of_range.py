"""A percentage below 0 or above 100.

Why
    A part of the answers is never less than nothing or more than all.

How to fix
    Correct the number. Counts belong into `counts`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-5, percentages: [5, 10, 20, -35, 100], n: 655}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-5, percentages: [5, 10, 20, 35, 30], n: 655}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC542"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Each percentage by itself."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            for at, value in enumerate(question.percentages or ()):
                if not 0 <= value <= 100:
                    spot = ("questions", index, "percentages", at)
                    yield RULE.at(
                        entry,
                        spot,
                        f"{written(entry, *spot)} is not a percentage",
                        label="not between 0 and 100",
                        help="write a number from 0 to 100; numbers of people belong into 'counts'",
                    )
