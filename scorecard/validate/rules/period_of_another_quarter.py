"""The period lies in another quarter than the wave says.

Why
    Quarter and period say the same twice, so that a slip of one is noticed. Quarters follow the fiscal year of
    organisation.yml.

How to fix
    Correct `quarter` or `period`. If both are right, check `fiscal_year_starts` in organisation.yml.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    period: {from: 2026-07-01, to: 2026-09-30}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    period: {from: 2026-04-01, to: 2026-06-30}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC545"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The quarter of the middle day of the period."""
    calendar = records.organisation.record.calendar
    for entry in records.waves:
        wave, period = entry.record, entry.record.period
        if period is None or period.from_ > period.to:
            continue
        middle = period.from_ + (period.to - period.from_) / 2
        quarter = calendar.quarter_of(middle)
        if quarter != wave.quarter:
            yield RULE.at(
                entry,
                ("period",),
                f"the wave is of {wave.quarter}, but {period.from_} to {period.to} is {quarter}",
                label=f"this is {quarter}",
                help=f"{wave.quarter} goes from {calendar.start(wave.quarter)} to {calendar.end(wave.quarter)}: "
                "correct 'quarter' or 'period'",
                also=[(("quarter",), str(wave.quarter))],
            )
