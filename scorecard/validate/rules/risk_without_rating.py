"""A risk that nobody has rated.

Why
    The page shows how likely a risk is and how hard it would hit. Without a rating it shows a hole.

How to fix
    Add a rating: `ratings: [{at: 2026-05-01, likelihood: 3, impact: 4}]`.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30

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

CODE = "SC567"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """An empty list of ratings."""
    for entry in records.risks:
        if not entry.record.ratings:
            yield RULE.at(
                entry,
                ("title",),
                "this risk has no rating",
                label="how likely, how bad?",
                help="add 'ratings:' with a day, likelihood and impact (1 to 5)",
            )
