"""Told the public before it started.

Why
    Nobody can tell of a thing before it exists. One of the two times is mistyped: often a day, a month or a year.
    The time until the first notice is computed from them.

How to fix
    Compare both times with your records and correct the wrong one. Where you saw it coming, write the earlier time at
    which you knew as `known`: telling ahead is then fine.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T08:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC501"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Notice before start, unless the company knew even earlier."""
    for entry in records.cases:
        one = entry.record
        if not isinstance(one.notified, datetime) or not isinstance(one.started, datetime):
            continue
        foreseen = isinstance(one.known, datetime) and one.known <= one.notified
        if one.notified < one.started and not foreseen:
            yield RULE.at(
                entry,
                ("notified",),
                f"the public was told at {written(entry, 'notified')}, "
                f"before it started at {written(entry, 'started')}",
                label="before the start",
                help="correct the wrong one of the two times; if you saw it coming, write since when as 'known'",
                also=[(("started",), "it started here")],
            )
