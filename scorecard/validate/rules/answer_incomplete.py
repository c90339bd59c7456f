"""An answer without its day, a day without its answer, or an outcome without both.

Why
    An answer counts from the day it was given, and readers want to read it. One without the other is a hole.

How to fix
    Write both `answered` and `answer`. While nothing is answered, write `outcome: open` and neither.

Wrong
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Are there lead pipes in my street?
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

CODE = "SC559"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Where an answer is said to be there, its day; where it is only answered, its words too."""
    for entry in records.dialogue:
        one = entry.record
        if one.answer is not None and one.answered is None:
            yield RULE.at(
                entry,
                ("answer",),
                "this answer has no day",
                label="answered when?",
                help="add 'answered:' with the day",
            )
        elif one.outcome != "open" and one.answered is None:
            yield RULE.at(
                entry,
                ("outcome",),
                f"the outcome is {one.outcome}, but there is no answer and no day",
                label="answered when?",
                help="add 'answered:' and 'answer:', or write 'outcome: open'",
            )
        elif one.answered is not None and one.answer is None and one.because is None and one.changed is None:
            yield RULE.at(
                entry,
                ("answered",),
                f"answered on {one.answered}, but nobody can read what",
                label="what was the answer?",
                help="add 'answer:' with the words",
            )
