"""People were asked long before or after the quarter.

Why
    Answers of another season do not describe this quarter. Mostly the month or the year is mistyped.

How to fix
    Check the dates. If they are right, tell readers in `note` and acknowledge the warning.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    fieldwork: {from: 2025-06-01, to: 2025-06-20}
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
from datetime import datetime, timedelta

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC547"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)

#: Fieldwork often ends in the first weeks of the next quarter.
_MONTH = timedelta(days=31)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """More than a month outside the quarter of the wave."""
    calendar = records.organisation.record.calendar
    for entry in records.waves:
        wave, work = entry.record, entry.record.fieldwork
        if work is None:
            continue
        first, last = calendar.start(wave.quarter), calendar.end(wave.quarter)
        for field, day in (("from", work.from_), ("to", work.to)):
            if day is not None and not first - _MONTH <= day <= last + _MONTH:
                yield RULE.at(
                    entry,
                    ("fieldwork", field),
                    f"people were asked on {day}, but {wave.quarter} goes from {first} to {last}",
                    label=f"far from {wave.quarter}",
                    help="check month and year; if they are right, say so in 'note'",
                )
                break
