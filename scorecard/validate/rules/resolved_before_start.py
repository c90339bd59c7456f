"""Put right before it started.

Why
    An end before its beginning is a typing error, often in the month or the year. It would give a negative duration.

How to fix
    Correct `started` or `resolved`. While it lasts, leave `resolved` out. If nobody wrote the end down, write
    `resolved: unknown`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-04-04T10:30
    retroactive: true

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

CODE = "SC503"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The end before the beginning, of planned work too."""
    for entry in records.incidents:
        one = entry.record
        if not isinstance(one.resolved, datetime) or not isinstance(one.started, datetime):
            continue
        if one.resolved < one.started:
            yield RULE.at(
                entry,
                ("resolved",),
                f"put right at {written(entry, 'resolved')}, before it started at {written(entry, 'started')}",
                label="before the start",
                help="correct the wrong one of the two times; leave 'resolved' out while it lasts",
                also=[(("started",), "it started here")],
            )
