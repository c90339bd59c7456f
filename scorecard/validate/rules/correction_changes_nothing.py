"""A correction that says the same before and after.

Why
    A correction tells readers what was published and what is right. When both are equal, one of them is mistyped.

How to fix
    Write the published figure as `was` and the right one as `is`.

Wrong
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2026-Q1
    field: invited
    was: 5400
    is: 5400
    label: C
    found: 2026-04-21
    published: 2026-04-22
    reason: The agency's first report was used.

Right
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2026-Q1
    field: invited
    was: 6000
    is: 5400
    label: C
    found: 2026-04-21
    published: 2026-04-22
    reason: The agency's first report was used.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, excerpt

CODE = "SC572"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Equal texts."""
    for entry in records.corrections:
        one = entry.record
        if one.was.split() == one.is_.split():
            yield RULE.at(
                entry,
                ("is",),
                f"'was' and 'is' both say {excerpt(one.is_)}",
                label="nothing changes",
                help="write the published figure as 'was' and the right one as 'is'",
                also=[(("was",), "the same")],
            )
