"""The larger incident that this one belongs to does not exist, or belongs to another itself.

Why
    One storm that hits many areas is one incident, and the others name it as their parent. A parent that is missing,
    or has a parent of its own, leaves nobody to count.

How to fix
    Write the file name of the larger incident, without its ending. It has no `parent` itself.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    parent: 2026-03-14-payment-outages
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    parent: 2026-03-14-payment-outage
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, near

CODE = "SC610"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Unknown, itself, in a circle, or in a chain."""
    incidents = {entry.id: entry for entry in records.incidents}
    for entry in records.incidents:
        parent = entry.record.parent
        if parent is None:
            continue
        above = incidents.get(parent)
        message, label = "", ""
        if above is None and records.may_stand_unread("incidents", f"{parent}."):
            continue
        if above is None:
            message, label = f"there is no incident '{parent}'", near(parent, incidents) or "unknown incident"
        elif above is entry:
            message, label = "this incident names itself as the larger one", "itself"
        elif above.record.parent == entry.id:
            message, label = f"'{parent}' names this incident as the larger one: they go in a circle", "a circle"
        elif above.record.parent is not None:
            message, label = f"'{parent}' belongs to '{above.record.parent}' itself", "not the largest one"
        if message:
            yield RULE.at(
                entry,
                ("parent",),
                message,
                label=label,
                help="write the file name of the larger incident, without its ending, or leave 'parent' out",
            )
