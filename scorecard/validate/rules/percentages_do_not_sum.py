"""Percentages that do not add up to 100.

Why
    Rounding explains 99 or 101. More means that an answer is missing (often "don't know") or mistyped. The numbers are
    never rescaled in silence.

How to fix
    Add what is missing, or correct the number. If the source itself adds up to something else, say so in `note` and
    acknowledge the warning.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-5, percentages: [5, 10, 20, 35, 10], n: 655}

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
from scorecard.validate.rule import Rule

CODE = "SC543"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Further than one from 100."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            values = question.percentages
            if values is None or any(not 0 <= value <= 100 for value in values):
                continue
            total = round(sum(values), 6)
            if abs(total - 100) > 1:
                parts = abs(total - 1) < 0.02
                yield RULE.at(
                    entry,
                    ("questions", index, "percentages"),
                    f"these percentages add up to {total:g}, not to 100",
                    label=f"adds up to {total:g}",
                    help="write 72 for 72 per cent, not 0.72" if parts else "add what is missing, such as don't-knows",
                )
