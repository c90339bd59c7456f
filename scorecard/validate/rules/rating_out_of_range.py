"""A rating of a risk that is not between 1 and 5.

Why
    Likelihood and impact are rated from 1 (low) to 5 (high), so that risks can be put beside each other.

How to fix
    Write a whole number from 1 to 5.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 7, impact: 4}

Right
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 4, impact: 4}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC562"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


_FIELDS = ("likelihood", "impact", "likelihood_after", "impact_after")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Before and after treatment."""
    for entry in records.risks:
        for index, rating in enumerate(entry.record.ratings):
            for field in _FIELDS:
                value = getattr(rating, field)
                if value is not None and not 1 <= value <= 5:
                    yield RULE.at(
                        entry,
                        ("ratings", index, field),
                        f"the {field.partition('_')[0]} {value:,} is not between 1 and 5",
                        label="1 to 5",
                        help="write a whole number from 1 (low) to 5 (high)",
                    )
