"""A rating after treatment with only one of its two numbers.

Why
    A risk is likelihood times impact. With one number missing the risk after treatment cannot be shown.

How to fix
    Write both `likelihood_after` and `impact_after`, or neither.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 4, impact: 4, likelihood_after: 2}

Right
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 4, impact: 4, likelihood_after: 2, impact_after: 4}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC564"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """One of the two after treatment."""
    for entry in records.risks:
        for index, rating in enumerate(entry.record.ratings):
            if (rating.likelihood_after is None) != (rating.impact_after is None):
                there, lost = "likelihood_after", "impact_after"
                if rating.likelihood_after is None:
                    there, lost = lost, there
                yield RULE.at(
                    entry,
                    ("ratings", index, there),
                    f"'{there}' is there, but '{lost}' is not",
                    label="only one of two",
                    help=f"add '{lost}', or leave both out",
                )
