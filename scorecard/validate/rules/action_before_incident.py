"""A repair is due or done before the incident was known.

Why
    A repair answers an incident, so it cannot be finished before it. Mostly the year or the month is mistyped.

How to fix
    Correct the date. Work that was under way already is no answer to this incident: leave it out.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    remediation:
      - {what: Renew certificates by machine, owner: operations, due: 2026-05-30, done: 2025-05-20}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    remediation:
      - {what: Renew certificates by machine, owner: operations, due: 2026-05-30, done: 2026-05-20}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC522"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Dates of repairs against the day the incident was known or began, whichever is earlier."""
    for entry in records.incidents:
        one = entry.record
        clocks = [clock for clock in (one.started, one.known, one.notified) if isinstance(clock, datetime)]
        if not one.actions or not clocks:
            continue
        first = records.day(min(clocks))
        for index, action in enumerate(one.actions):
            for field, day in (("due", action.due), ("done", action.done)):
                if day is not None and day < first:
                    yield RULE.at(
                        entry,
                        ("remediation", index, field),
                        f"this repair is {field} {written(entry, 'remediation', index, field)}, "
                        f"before the incident of {first}",
                        label="before the incident",
                        help="check year and month",
                    )
