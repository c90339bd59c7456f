"""A question that nobody answered.

Why
    Without an answer there is no score, and no zero either. The page says that there were no answers.

How to fix
    Check the counts. If the question was not asked, write `missing: not asked this quarter`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, missing: not asked this quarter}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC709"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Nothing but zeros, no n, or a wave without questions."""
    for entry in records.waves:
        if not entry.record.questions:
            yield RULE.at(
                entry,
                ("quarter",),
                f"the wave of {entry.record.quarter} has no questions",
                label="nothing asked?",
                help="add 'questions:'",
            )
        for index, question in enumerate(entry.record.questions):
            counts = question.counts
            nobody = not any(counts.get("all", (1,))) if counts else counts is not None
            if nobody or question.n == 0:
                yield RULE.at(
                    entry,
                    ("questions", index, "counts" if counts is not None else "n"),
                    f"nobody answered '{question.id}': it gets no score",
                    label="no answers",
                    help="check the counts; if it was not asked, write 'missing: not asked this quarter'",
                )
