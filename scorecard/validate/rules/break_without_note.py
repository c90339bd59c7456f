"""A break in the series without a reason.

Why
    Across a break nothing is compared. Readers must be told why, or it looks as if a bad comparison was hidden.

How to fix
    Add `note` to the question and say what changed.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, comparable: false, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        comparable: false
        note: Asked by phone for the first time.
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC548"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """`comparable: false` and neither a note of the question nor a mark of the wave."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            if not question.comparable and question.note is None and entry.record.method_changed is None:
                yield RULE.at(
                    entry,
                    ("questions", index, "comparable"),
                    f"'{question.id}' is not comparable with earlier quarters, but nobody says why",
                    label="why?",
                    help="add 'note:' with what changed",
                )
