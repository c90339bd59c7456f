"""The words of a question changed under the same id.

Why
    New words get new answers. A fall from 4.84 to 4.72 was once no fall at all, but a new wording.

How to fix
    If the words really changed, write `comparable: false` and a `note`. If only a comma moved, and the question is the
    same to those who answer, acknowledge the warning.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        text: Do you trust us more than last year?
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        text: Do you trust us more than last year?
        comparable: false
        note: We asked for the change, and will go back to the old question.
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, excerpt

CODE = "SC618"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Against the last wave that asked it, unless a break is marked; spaces do not matter."""
    for before, earlier, after, index, question in records.pairs:
        old, new = before.record.questions[earlier].text, question.text
        if old is not None and new is not None and old.split() != new.split():
            yield RULE.at(
                after,
                ("questions", index, "text"),
                f"'{question.id}' has other words than in {before.record.quarter}: '{excerpt(old)}'",
                label="new words",
                help="write 'comparable: false' with a 'note' if it now asks something else",
                also=[(before.place("questions", earlier, "text"), f"{before.record.quarter}")],
            )
