"""Recorded, but not known yet.

Why
    Who writes an incident down knows of it. `not-yet` is for what has not happened: the first notice, the end.

How to fix
    Write when somebody in the company first knew, or `known: unknown` if that was never written down.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: not-yet
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: unknown
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.lexical import Gap
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC507"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """An incident that nobody knows of yet."""
    for entry in records.incidents:
        if entry.record.known is Gap.NOT_YET:
            yield RULE.at(
                entry,
                ("known",),
                "this incident is written down, so somebody knows of it",
                label="not-yet",
                help="write the time somebody first knew, or 'unknown'",
            )
