"""Planned work that is described like an incident.

Why
    Planned work never counts as an incident. An outage written down as planned work would make the company look
    better than it was.

How to fix
    If something went wrong, give it its own incident with a `kind` such as `service`. If not, leave these fields out.

Wrong
    # data/incidents/2026/2026-05-04-new-pumps.yml
    title: New pumps in the north
    kind: maintenance
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-04-20T09:00
    notified: 2026-04-20T09:00
    resolved: 2026-05-04T16:00
    cause: unreviewed-change
    acknowledged: {text: The pumps stood still for a day. That was our mistake.}

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
from scorecard.model.records.incident import Acknowledged, Postmortem
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC519"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Fields that only an incident has."""
    for entry in records.incidents:
        one = entry.record
        if not one.is_maintenance:
            continue
        signs = {
            "acknowledged": isinstance(one.acknowledged, Acknowledged),
            "cause": one.cause is not None,
            "made_public": one.made_public is not None,
            "postmortem": isinstance(one.postmortem, Postmortem),
            "remediation": bool(one.actions),
        }
        given = [name for name, there in signs.items() if there]
        if given:
            yield RULE.at(
                entry,
                ("kind",),
                f"planned work with {listed(given)}: did something go wrong?",
                label="never counted as an incident",
                help="write an incident of its own for what went wrong; planned work has none of these fields",
                also=[((name,), "found here") for name in given],
            )
