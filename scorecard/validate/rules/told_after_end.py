"""Told the public only after it was over.

Why
    Customers lived through all of it without a word. That can be true, and then it is said in public as a figure of
    its own. It can also be a mistyped time.

How to fix
    Check the times. If the notice really came after the end, say so with `retroactive: true`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T11:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T11:41
    resolved: 2026-05-04T10:30
    retroactive: true
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC504"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """A late notice that nobody has said is late; found only after the end is its own explanation."""
    for entry in records.cases:
        one = entry.record
        if one.retroactive or not isinstance(one.notified, datetime) or not isinstance(one.resolved, datetime):
            continue
        ended = one.resolved
        impossible = isinstance(one.started, datetime) and ended < one.started
        found_later = isinstance(one.known, datetime) and one.known >= ended
        if one.notified > ended and not impossible and not found_later:
            yield RULE.at(
                entry,
                ("notified",),
                f"the public was told at {written(entry, 'notified')}, "
                f"after it was put right at {written(entry, 'resolved')}",
                label="after the end",
                help="check both times; if it is true, add 'retroactive: true'",
                also=[(("resolved",), "put right here")],
            )
