"""The same counts as in the wave before.

Why
    Two samples never give the same counts answer by answer. A file copied from the last quarter was not filled in.

How to fix
    Write the counts of this quarter.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-listens, counts: [15, 11, 26, 40, 58, 80, 145, 170, 80, 50]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: heard-listens, counts: [14, 12, 25, 41, 55, 84, 140, 172, 83, 48]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC711"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


#: Fewer answers can be equal by chance.
_ENOUGH = 50


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Equal counts of everybody, from 50 answers on."""
    for before, earlier, after, index, question in records.pairs:
        old = (before.record.questions[earlier].counts or {}).get("all")
        new = (question.counts or {}).get("all")
        if old is not None and old == new and sum(old) >= _ENOUGH:
            yield RULE.at(
                after,
                ("questions", index, "counts"),
                f"'{question.id}' has the same counts as in {before.record.quarter}",
                label="copied?",
                help="write the counts of this quarter",
                also=[(before.place("questions", earlier, "counts"), str(before.record.quarter))],
            )
