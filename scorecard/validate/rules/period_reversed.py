"""A period that ends before it begins.

Why
    Two days of a period in the wrong order are a slip, mostly in the year.

How to fix
    Write the earlier day as `from` and the later one as `to`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    fieldwork: {from: 2026-06-20, to: 2026-06-01}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    fieldwork: {from: 2026-06-01, to: 2026-06-20}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC546"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Period and fieldwork of a wave."""
    for entry in records.waves:
        for field, span in (("period", entry.record.period), ("fieldwork", entry.record.fieldwork)):
            if span is None or span.from_ is None or span.to is None or span.from_ <= span.to:
                continue
            yield RULE.at(
                entry,
                (field, "to"),
                f"the {field} ends on {span.to}, before it begins on {span.from_}",
                label="before the beginning",
                help="write the earlier day as 'from' and the later one as 'to'",
                also=[((field, "from"), "begins here")],
            )
