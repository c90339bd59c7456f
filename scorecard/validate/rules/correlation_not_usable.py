"""A correlation between questions that cannot be used.

Why
    The mean correlation makes the interval of the score narrower. It must be between 0 and 1 and come from at least
    100 people, or the interval would promise too much.

How to fix
    Correct the number, or leave `question_correlation` out: the interval is then the wide, safe one.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 700
    question_correlation: 55
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 700
    question_correlation: 0.55
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, count, written

CODE = "SC549"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)

_LEAST = 100


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Out of range, or of too few people."""
    for entry in records.waves:
        wave = entry.record
        spot = ("question_correlation",)
        if wave.question_correlation is None:
            continue
        if not 0 <= wave.question_correlation <= 1:
            yield RULE.at(
                entry,
                spot,
                f"the correlation {written(entry, *spot)} is not between 0 and 1",
                label="not a correlation",
                help="write a number such as 0.55, or leave it out",
            )
        elif wave.respondents is not None and wave.respondents < _LEAST:
            yield RULE.at(
                entry,
                spot,
                f"a correlation from {count(wave.respondents, 'person', 'people')} is too uncertain to use",
                label=f"needs {_LEAST} people",
                help="leave it out: the interval is then the wide, safe one",
            )
