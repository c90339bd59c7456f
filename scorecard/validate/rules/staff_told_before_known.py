"""Staff were told before anybody in the company knew.

Why
    `known` is the moment anybody in the company first knew, staff included. A later `known` makes the company look
    faster than it was.

How to fix
    Write the earlier moment as `known`, or correct `staff_told`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    staff_told: 2026-05-04T09:10
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:10
    staff_told: 2026-05-04T09:10
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC505"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Staff cannot hear of what nobody knows; that they hear after the public is allowed, and shown."""
    for entry in records.cases:
        one = entry.record
        if isinstance(one.staff_told, datetime) and isinstance(one.known, datetime) and one.staff_told < one.known:
            yield RULE.at(
                entry,
                ("staff_told",),
                f"staff were told at {written(entry, 'staff_told')}, before anybody knew at {written(entry, 'known')}",
                label="before it was known",
                help="'known' is when anybody in the company first knew: write the earlier time there",
                also=[(("known",), "known here")],
            )
