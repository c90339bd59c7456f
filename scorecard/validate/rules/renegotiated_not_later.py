"""A new due date that is not later than the old one.

Why
    `due` keeps the first date for ever, and `renegotiated` holds the later one that was agreed. A new date that is not
    later moves nothing.

How to fix
    Write the first date as `due` and the later one as `renegotiated`, or leave `renegotiated` out.

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
      - {what: Renew certificates by machine, owner: operations, due: 2026-07-30, renegotiated: 2026-05-30}

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
      - {what: Renew certificates by machine, owner: operations, due: 2026-05-30, renegotiated: 2026-07-30}
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.model.records.incident import Action
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC523"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Repairs of incidents and measures against risks."""
    for incident in records.incidents:
        yield from _actions(incident, "remediation", incident.record.actions)
    for risk in records.risks:
        yield from _actions(risk, "measures", risk.record.measures)


def _actions(entry: Entry[Any], field: str, actions: tuple[Action, ...]) -> Iterator[Problem]:
    for index, action in enumerate(actions):
        if action.renegotiated is not None and action.renegotiated <= action.due:
            yield RULE.at(
                entry,
                (field, index, "renegotiated"),
                f"moved to {written(entry, field, index, 'renegotiated')}, "
                f"which is not later than {written(entry, field, index, 'due')}",
                label="not later",
                help="'due' is the first date, 'renegotiated' the later one",
                also=[((field, index, "due"), "first due date")],
            )
