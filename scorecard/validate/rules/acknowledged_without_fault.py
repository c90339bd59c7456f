"""A fault is acknowledged that is said not to be ours.

Why
    The page would say in one line that nobody is known to be at fault, and in the next that the company was. A
    supplier's fault may be acknowledged: customers chose the company, not its suppliers.

How to fix
    Write `fault: ours` if it was, or leave `acknowledged` out.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: nature
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    acknowledged: {text: We let a certificate run out. That was our mistake.}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    acknowledged: {text: We let a certificate run out. That was our mistake.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.model.records.incident import Acknowledged
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC518"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Owned without being ours or a supplier's."""
    for entry in records.incidents:
        one = entry.record
        if isinstance(one.acknowledged, Acknowledged) and one.fault in ("nature", "unknown"):
            yield RULE.at(
                entry,
                ("fault",),
                f"a fault is acknowledged here, but 'fault' says {one.fault}",
                label="not ours?",
                help="write 'fault: ours' if it was, or leave 'acknowledged' out",
                also=[(("acknowledged",), "acknowledged here")],
            )
