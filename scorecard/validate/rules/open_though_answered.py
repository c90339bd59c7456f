"""Answered, but still marked as open.

Why
    Open questions stand on a page of their own and count against openness. An answered one should not wait there.

How to fix
    Write the outcome: `changed`, `answered` or `declined-because`.

Wrong
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Are there lead pipes in my street?
    answered: 2026-05-12
    answer: No. The last ones were replaced in 2019.

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
from scorecard.validate.rule import Rule, written

CODE = "SC560"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """A day of the answer, and the outcome open."""
    for entry in records.dialogue:
        one = entry.record
        if one.outcome == "open" and one.answered is not None:
            yield RULE.at(
                entry,
                ("outcome",) if written(entry, "outcome") else ("answered",),
                f"answered on {one.answered}, but still marked as open",
                label="open?",
                help="write 'outcome: answered', 'changed' or 'declined-because'",
            )
