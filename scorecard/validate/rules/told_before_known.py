"""Told the public before anybody in the company knew.

Why
    `known` is the moment somebody in the company first knew. Who tells already knows. With these two times the
    notice would come out faster than instant.

How to fix
    Correct the wrong time. If others told the public first, write that as `made_public`, and as `notified` the
    company's own first word.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T21:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T22:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T22:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC502"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Notice before knowledge; a notice before the start too is told by told-before-start."""
    for entry in records.cases:
        one = entry.record
        if not isinstance(one.notified, datetime) or not isinstance(one.known, datetime):
            continue
        too_early = isinstance(one.started, datetime) and one.notified < one.started
        if one.notified < one.known and not too_early:
            yield RULE.at(
                entry,
                ("notified",),
                f"the public was told at {written(entry, 'notified')}, "
                f"before anybody here knew at {written(entry, 'known')}",
                label="before it was known",
                help="correct the wrong time: 'known' is when anybody in the company first knew",
                also=[(("known",), "known here")],
            )
