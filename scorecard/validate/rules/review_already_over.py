"""The next review of a risk lies before its last one.

Why
    Risks reviewed when due are counted, and overdue ones are shown in public. After each look the next day must be
    set anew.

How to fix
    Write the day of the next look as `next_review`.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-03-01
    ratings:
      - {at: 2026-05-01, likelihood: 4, impact: 4}

Right
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-05-01, likelihood: 4, impact: 4}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC565"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The last rating or look against the next one."""
    for entry in records.risks:
        one = entry.record
        looks = [*(rating.at for rating in one.ratings), *one.reviewed]
        if looks and one.next_review < max(looks):
            yield RULE.at(
                entry,
                ("next_review",),
                f"the next review is set for {one.next_review}, but the last one was on {max(looks)}",
                label="already over",
                help="write the day of the next look",
            )
