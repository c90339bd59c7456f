"""Counts of groups without the total.

Why
    The score is computed from everybody who answered. Groups are shown beside it, and they need not be everybody.

How to fix
    Add a line `all:` with the answers of everybody.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts:
          household: [9, 6, 18, 27, 37, 60, 109, 152, 79, 50]

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts:
          all:       [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
          household: [9, 6, 18, 27, 37, 60, 109, 152, 79, 50]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC533"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Counts, don't-knows or empty answers by group, and no `all`."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            for field in ("counts", "dont_know", "no_answer"):
                groups = getattr(question, field)
                if groups and "all" not in groups:
                    yield RULE.at(
                        entry,
                        ("questions", index, field),
                        f"'{field}' has {listed(groups)}, but no 'all'",
                        label="everybody together is missing",
                        help="add a line 'all:' with the answers of everybody who answered",
                    )
