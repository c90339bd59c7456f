"""A mean that lies outside its scale.

Why
    The mean of answers from 1 to 5 lies between 1 and 5. Another number belongs to another scale, or is a share or a
    percentage.

How to fix
    Write the scale as it was asked, or correct the mean.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-5, mean: 7.1, n: 655}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-10, mean: 7.1, n: 655}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC539"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Below the low end or above the high end."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            scale = records.scale(question)
            if question.mean is not None and not scale.low <= question.mean <= scale.high:
                yield RULE.at(
                    entry,
                    ("questions", index, "mean"),
                    f"the mean {written(entry, 'questions', index, 'mean')} lies outside the scale {scale}",
                    label=f"not between {scale.low} and {scale.high}",
                    help="correct the mean, or write 'scale:' as it was asked",
                )
