"""Put right, but no update says so.

Why
    People who follow the updates wait for the last word. An end that nobody announced looks like an open incident.

How to fix
    Add an update with `status: resolved`, or leave the updates out where there were none.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    updates:
      - {at: 2026-05-04T09:41, status: investigating, text: Pages are slow. We are looking.}

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
      - {at: 2026-05-04T09:41, status: investigating, text: Pages are slow. We are looking.}
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC512"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)

#: `update` says nothing about how things stood, so it may well be the last word.
_LAST_WORDS = ("resolved", "postmortem", "update")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Updates that stop before the end."""
    for entry in records.cases:
        one = entry.record
        if not isinstance(one.resolved, datetime) or not one.updates:
            continue
        if not any(update.status in _LAST_WORDS for update in one.updates):
            yield RULE.at(
                entry,
                ("updates", len(one.updates) - 1),
                "this incident is over, but no update says so",
                label="the last word",
                help="add the update that told people it is over, with 'status: resolved'",
                also=[(("resolved",), "put right here")],
            )
