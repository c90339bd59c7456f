"""Planned work that was announced only after it had begun.

Why
    Work that nobody was told of is an outage for those it hits. Planned work never counts as an incident, so the
    announcement must come before it.

How to fix
    Check the times. If it was not announced, choose another `kind`, such as `service`.

Wrong
    # data/incidents/2026/2026-05-04-new-pumps.yml
    title: New pumps in the north
    kind: maintenance
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T08:00
    notified: 2026-05-04T11:00
    resolved: 2026-05-04T16:00

Right
    # data/incidents/2026/2026-05-04-new-pumps.yml
    title: New pumps in the north
    kind: maintenance
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-04-20T09:00
    notified: 2026-04-20T09:00
    resolved: 2026-05-04T16:00
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC520"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Told after the start."""
    for entry in records.incidents:
        one = entry.record
        if not one.is_maintenance or one.times_doubtful is not None:
            continue
        if isinstance(one.notified, datetime) and isinstance(one.started, datetime) and one.notified > one.started:
            yield RULE.at(
                entry,
                ("notified",),
                f"this planned work began at {written(entry, 'started')} "
                f"and was announced at {written(entry, 'notified')}",
                label="after the start",
                help="check both times; work that nobody announced is an incident of another kind",
                also=[(("started",), "began here")],
            )
