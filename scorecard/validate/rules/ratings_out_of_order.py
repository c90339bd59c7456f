"""The ratings or looks of a risk are not in the order of their days.

Why
    The last rating is the one that is shown. In another order an old rating would be shown as the new one.

How to fix
    Put the oldest first and the newest last.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-05-01, likelihood: 4, impact: 4}
      - {at: 2026-02-01, likelihood: 3, impact: 4}

Right
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-02-01, likelihood: 3, impact: 4}
      - {at: 2026-05-01, likelihood: 4, impact: 4}
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC566"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Each on or after the one above it."""
    for entry in records.risks:
        looks: tuple[tuple[Loc, date], ...] = tuple(
            (("reviewed", i), day) for i, day in enumerate(entry.record.reviewed)
        )
        rated: tuple[tuple[Loc, date], ...] = tuple(
            (("ratings", i, "at"), r.at) for i, r in enumerate(entry.record.ratings)
        )
        for series in (looks, rated):
            for (above_loc, above), (loc, here) in pairwise(series):
                if here < above:
                    yield RULE.at(
                        entry,
                        loc,
                        f"this one is of {here}, the one above of {above}",
                        label="earlier than the one above",
                        help="put the oldest first and the newest last",
                        also=[(above_loc, "the one above")],
                    )
