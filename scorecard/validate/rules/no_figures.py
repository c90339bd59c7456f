"""A question without any figure, and without a reason.

Why
    A hole on the page makes people guess. A figure that is not there has a reason, and the reason is public.

How to fix
    Add `counts`, or `mean` with `n`, or `share`. Where there is nothing, say why: `missing: not asked this quarter`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
      - {id: told-quickly, text: They tell me quickly.}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
      - {id: told-quickly, text: They tell me quickly., missing: not asked this quarter}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC538"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Questions of a wave, and points of an outcome, that say nothing at all."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            figures = (question.counts, question.percentages, question.mean, question.share, question.missing)
            if all(figure is None for figure in figures):
                yield RULE.at(
                    entry,
                    ("questions", index),
                    f"'{question.id}' has no counts, no mean and no reason why",
                    label="nothing here",
                    help="add 'counts', or 'missing:' with the reason",
                )
    if records.outcomes is None:
        return
    for index, outcome in enumerate(records.outcomes.record.outcomes):
        for number, point in enumerate(outcome.series):
            if point.value is None and point.promoters is None and point.detractors is None and point.missing is None:
                yield RULE.at(
                    records.outcomes,
                    ("outcomes", index, "series", number),
                    f"'{outcome.id}' of {point.quarter} has no value and no reason why",
                    label="nothing here",
                    help="add 'value', or 'missing:' with the reason",
                )
