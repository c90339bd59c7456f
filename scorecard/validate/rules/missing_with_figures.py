"""A reason why there is no figure, and a figure.

Why
    `missing` says in public why a figure is not there. Beside a figure one of the two is wrong.

How to fix
    Take out `missing`, or take out the figures.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
      - {id: told-quickly, mean: 6.9, n: 650, missing: not asked this quarter}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
      - {id: told-quickly, missing: not asked this quarter}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC537"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)

_FIGURES = ("counts", "percentages", "mean", "sd", "n", "share", "channels")
_POINT = ("value", "n", "promoters", "passives", "detractors")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Questions of a wave, and points of an outcome."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            given = [name for name in _FIGURES if getattr(question, name) is not None]
            if question.missing is not None and given:
                yield RULE.at(
                    entry,
                    ("questions", index, "missing"),
                    f"'{question.id}' is said to be missing, but has {listed(given)}",
                    label="missing?",
                    help="take out 'missing', or take out the figures",
                    also=[(("questions", index, given[0]), "a figure")],
                )
    if records.outcomes is None:
        return
    for index, outcome in enumerate(records.outcomes.record.outcomes):
        for number, point in enumerate(outcome.series):
            given = [name for name in _POINT if getattr(point, name) is not None]
            if point.missing is not None and given:
                yield RULE.at(
                    records.outcomes,
                    ("outcomes", index, "series", number, "missing"),
                    f"'{outcome.id}' of {point.quarter} is said to be missing, but has {listed(given)}",
                    label="missing?",
                    help="take out 'missing', or take out the figures",
                )
