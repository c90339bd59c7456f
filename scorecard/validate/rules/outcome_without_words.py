"""Declined without a reason, or changed without saying what.

Why
    "We will not" is an honest answer when the reason stands beside it. "We changed it" is one when readers learn what.

How to fix
    Add `because` to `declined-because`, and `changed` to `changed`.

Wrong
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Will you replace my pipe for free?
    answered: 2026-05-12
    answer: No, we will not.
    outcome: declined-because

Right
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Will you replace my pipe for free?
    answered: 2026-05-12
    answer: No, we will not.
    outcome: declined-because
    because: The pipe behind the meter belongs to the house.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC561"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


_WANTED = {"declined-because": "because", "changed": "changed"}


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The field that the outcome asks for."""
    for entry in records.dialogue:
        wanted = _WANTED.get(entry.record.outcome)
        if wanted is not None and getattr(entry.record, wanted) is None:
            yield RULE.at(
                entry,
                ("outcome",),
                f"the outcome is {entry.record.outcome}, but '{wanted}' is not there",
                label="why?" if wanted == "because" else "what?",
                help=f"add '{wanted}:' with {'the reason' if wanted == 'because' else 'what changed'}",
            )
