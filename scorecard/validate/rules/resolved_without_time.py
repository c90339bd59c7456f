"""The last update says resolved, but no time of the end stands here.

Why
    Without `resolved` the incident counts as still open, and its clocks run on in public.

How to fix
    Write when it was put right as `resolved`. If nobody wrote it down, write `resolved: unknown`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: not-yet
    updates:
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    updates:
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.lexical import Gap
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC511"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The word resolved (or the explanation after it) without the time."""
    for entry in records.incidents:
        updates = entry.record.updates
        if entry.record.resolved is Gap.NOT_YET and updates and updates[-1].status in ("resolved", "postmortem"):
            yield RULE.at(
                entry,
                ("updates", len(updates) - 1, "status"),
                "the last update says it is over, but 'resolved' has no time",
                label="says it is over",
                help="write resolved: and the time it was put right, or 'resolved: unknown'",
            )
