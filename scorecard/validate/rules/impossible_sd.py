"""A standard deviation that no answers on this scale can have.

Why
    Answers spread most when all lie at the two ends. A larger number is no standard deviation of this question: perhaps
    a variance, or that of another scale. The interval depends on it.

How to fix
    Write the standard deviation on the scale as asked, or leave `sd` out: the interval then says "at most".

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-5, mean: 4.6, sd: 2.9, n: 655}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-matters, scale: 1-5, mean: 4.6, sd: 0.9, n: 655}
"""

from collections.abc import Iterator
from datetime import datetime
from math import floor, sqrt

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC540"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The largest sample deviation of a mean is sqrt((hi - m)(m - lo) n/(n - 1)); two answers where n is unknown."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            if question.sd is None:
                continue
            scale, n = records.scale(question), max(2, question.n or 2)
            spot = ("questions", index, "sd")
            sd = written(entry, *spot)
            if question.mean is None and not question.counts:
                yield RULE.at(entry, spot, f"the spread {sd} has no mean", label="of which mean?", help="add 'mean'")
            elif question.sd < 0:
                yield RULE.at(
                    entry, spot, f"the spread {sd} is below zero", label="below zero", help="check the number"
                )
            elif question.mean is not None and scale.low <= question.mean <= scale.high:
                most = sqrt((scale.high - question.mean) * (question.mean - scale.low) * n / (n - 1))
                if question.sd > most + 0.005:
                    mean = written(entry, "questions", index, "mean")
                    yield RULE.at(
                        entry,
                        spot,
                        f"answers on {scale} with the mean {mean} cannot spread by {sd}",
                        label=f"at most {floor(most * 100) / 100:g}",
                        help="write the standard deviation on the scale as asked, or leave 'sd' out",
                    )
