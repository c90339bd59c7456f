"""Answered before it was asked.

Why
    The days until an answer are counted and published. They cannot be less than none.

How to fix
    Correct `asked` or `answered`.

Wrong
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Are there lead pipes in my street?
    answered: 2026-05-01
    answer: No. The last ones were replaced in 2019.
    outcome: answered

Right
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Are there lead pipes in my street?
    answered: 2026-05-12
    answer: No. The last ones were replaced in 2019.
    outcome: answered
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC558"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The day of the answer before the day of the question."""
    for entry in records.dialogue:
        one = entry.record
        if one.answered is not None and one.answered < one.asked:
            yield RULE.at(
                entry,
                ("answered",),
                f"answered on {one.answered}, before it was asked on {one.asked}",
                label="before the question",
                help="correct 'asked' or 'answered'",
                also=[(("asked",), "asked here")],
            )
