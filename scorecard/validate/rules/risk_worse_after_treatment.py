"""A risk that is said to be worse after treatment.

Why
    Measures lower a risk. A higher number afterwards mostly means that before and after were swapped.

How to fix
    Swap the numbers. If the measure really makes one side worse, say so in `note` and acknowledge the warning.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 2, impact: 4, likelihood_after: 4, impact_after: 4}

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

CODE = "SC563"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Likelihood and impact, each against itself."""
    for entry in records.risks:
        for index, rating in enumerate(entry.record.ratings):
            for field in ("likelihood", "impact"):
                before, after = getattr(rating, field), getattr(rating, f"{field}_after")
                if after is not None and after > before:
                    yield RULE.at(
                        entry,
                        ("ratings", index, f"{field}_after"),
                        f"the {field} is {before} before treatment and {after} after it",
                        label="worse than before",
                        help="swap the numbers, or say in 'note' why it gets worse",
                        also=[(("ratings", index, field), "before")],
                    )
