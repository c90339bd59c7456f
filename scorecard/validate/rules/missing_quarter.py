"""A quarter without a wave between two waves.

Why
    A hole in the series looks as if a bad quarter was left out. A series with its own rhythm, such as once a year, is
    fine.

How to fix
    Add the wave. If nobody was asked, add a wave in which each question says so: `missing: not asked this quarter`.

Wrong
    # data/surveys/2026-q3.yml
    quarter: 2026-Q3
    audience: customers
    sample: random
    publish_at: 2026-10-20T10:00+02:00
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, missing: not asked this quarter}
    # data/surveys/2026-q3.yml
    quarter: 2026-Q3
    audience: customers
    sample: random
    publish_at: 2026-10-20T10:00+02:00
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.problems import Problem, Severity
from scorecard.model.quarters import Quarter
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC616"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Steps of more than one quarter, unless all steps are alike and there are two of them."""
    for audience, waves in records.series.items():
        steps = [(a, b, b.record.quarter.index - a.record.quarter.index) for a, b in pairwise(waves)]
        if len(steps) > 1 and len({length for _, _, length in steps}) == 1:
            continue
        for before, after, length in steps:
            if length > 1 and not _unread(records, before.record.quarter, length):
                first, last = before.record.quarter.plus(1), after.record.quarter.plus(-1)
                gap = str(first) if first == last else f"{first} to {last}"
                yield RULE.at(
                    after,
                    ("quarter",),
                    f"there is no wave of {gap} for {audience}",
                    label=f"the one before is {before.record.quarter}",
                    help="add it; if nobody was asked, write 'missing: not asked this quarter'",
                )


def _unread(records: Checked, before: Quarter, length: int) -> bool:
    between = [before.plus(step).slug for step in range(1, length)]
    return any(records.may_stand_unread("surveys", slug) for slug in between)
