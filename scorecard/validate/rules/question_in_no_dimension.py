"""A question that is in no dimension of the method.

Why
    It is shown on the page of its quarter, but it has no part in the score. That can be meant, or the id is mistyped.

How to fix
    Correct the id, or add the question to a dimension in method.yml. If it is only to be shown, acknowledge the
    warning.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
      - {id: heard-listen, text: They listen to me., counts: [16, 10, 27, 39, 59, 79, 146, 169, 81, 49]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
      - {id: heard-listens, text: They listen to me., counts: [16, 10, 27, 39, 59, 79, 146, 169, 81, 49]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, near

CODE = "SC615"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Told once for each question, at its latest wave."""
    method = records.method.record
    if not method.dimensions:  # an empty list: every question but the direct one is shown and not scored
        return
    used = [method.direct_question, *(id for dimension in method.dimensions for id in dimension.questions)]
    told: set[str] = set()
    for entry in sorted(records.waves, key=lambda one: one.record.quarter, reverse=True):
        for index, question in enumerate(entry.record.questions):
            if question.id in used or question.id in told:
                continue
            told.add(question.id)
            if question.text is not None or method.item(question.id) is not None:
                yield RULE.at(
                    entry,
                    ("questions", index, "id"),
                    f"'{question.id}' is in no dimension, so it has no part in the score",
                    label=near(question.id, used) or "shown, not scored",
                    help="correct the id, or add it to a dimension in method.yml",
                )
