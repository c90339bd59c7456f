"""The scale of a question changed.

Why
    Answers on another scale come out differently even after conversion: rescaled means of 5 or 7 answers are about 0.3
    higher. The series breaks here, and nothing is compared across the break.

How to fix
    If the scale really changed, write `comparable: false` and a `note`. Otherwise correct the scale.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, text: How much do you trust us?, scale: 1-5, counts: [21, 54, 119, 328, 158]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        text: How much do you trust us?
        scale: 1-5
        comparable: false
        note: Five answers instead of ten, to fit on a telephone.
        counts: [21, 54, 119, 328, 158]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC617"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Against the last wave that asked it, unless a break is marked."""
    for before, earlier, after, index, question in records.pairs:
        old, new = records.scale(before.record.questions[earlier]), records.scale(question)
        if (old.low, old.high) != (new.low, new.high):
            yield RULE.at(
                after,
                ("questions", index, "scale"),
                f"'{question.id}' was asked on {old} in {before.record.quarter}, and on {new} here",
                label="the series breaks here",
                help="write 'comparable: false' with a 'note', or correct the scale",
                also=[(before.place("questions", earlier, "scale"), f"{old} in {before.record.quarter}")],
            )
