"""Nobody was affected, yet the affected were told directly.

Why
    The share of affected customers who were told themselves is scored. Where nobody was affected there is nobody to
    tell.

How to fix
    Correct the number of customers, or write `unknown`. Where really nobody was affected, leave `told_directly` out.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    affected: {customers: 0, told_directly: true}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    affected: {customers: 20, told_directly: true}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.model.records.incident import Affected
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC524"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """No customers, but told."""
    for entry in records.incidents:
        affected = entry.record.affected
        if isinstance(affected, Affected) and affected.customers == 0 and affected.told_directly:
            yield RULE.at(
                entry,
                ("affected", "customers"),
                "nobody was affected, but the affected were told directly",
                label="nobody",
                help="write how many were affected, or leave 'told_directly' out",
                also=[(("affected", "told_directly"), "told here")],
            )
