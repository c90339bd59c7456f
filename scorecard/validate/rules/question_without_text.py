"""A question that the method does not know, without its text.

Why
    Readers must see what was asked. For questions of the method the text is known; others bring their own.

How to fix
    Correct the id, or add `text` with the words as they were asked.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trusts, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, near

CODE = "SC614"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """No text here, and none in the method."""
    known = [item.id for item in records.method.record.questions]
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            if question.text is None and question.id not in known:
                yield RULE.at(
                    entry,
                    ("questions", index, "id"),
                    f"nobody knows what '{question.id}' asks",
                    label=near(question.id, known) or "no text",
                    help="correct the id, or add 'text:' as it was asked",
                )
