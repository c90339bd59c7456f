"""A repair is due very long after its incident.

Why
    A repair counts as on time when it is done by its first due date. A date far away would make every repair punctual,
    so only so many days count (`action_days` of the method, 180 as delivered).

How to fix
    Split a long repair into steps with nearer dates, or check the year. The date may stay: the repair is then scored
    as if it were due on the last day that counts.

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
      - {what: Renew certificates by machine, owner: operations, due: 2027-05-30}

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
      - {what: Renew certificates by machine, owner: operations, due: 2026-09-30}
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC521"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Due later than the method lets count."""
    most = records.method.record.action_days
    for entry in records.incidents:
        one = entry.record
        if not one.actions or one.first_known is None:
            continue
        last = records.day(one.first_known) + timedelta(days=most)
        for index, action in enumerate(one.actions):
            if action.due > last:
                yield RULE.at(
                    entry,
                    ("remediation", index, "due"),
                    f"due {written(entry, 'remediation', index, 'due')}, "
                    f"more than {most} days after the incident; {last} counts",
                    label=f"counts as {last}",
                    help="check the year, or split the repair into steps with nearer dates",
                )
