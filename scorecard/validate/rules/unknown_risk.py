"""An incident names a risk that is not on the risk list.

Why
    The page says whether an incident had been foreseen. A mistyped id would look like a risk that nobody knew.

How to fix
    Correct the id, add the risk as a file, or write `risks: not-foreseen`.

Wrong
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 4, impact: 4}
    # data/incidents/2026/2026-05-04-no-water.yml
    title: No water in the north
    kind: service
    severity: minor
    fault: ours
    risks: [old-pump]
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/risks/old-pumps.yml
    title: Old pumps fail in summer
    owner: operations
    next_review: 2026-09-30
    ratings:
      - {at: 2026-03-01, likelihood: 4, impact: 4}
    # data/incidents/2026/2026-05-04-no-water.yml
    title: No water in the north
    kind: service
    severity: minor
    fault: ours
    risks: [old-pumps]
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, near

CODE = "SC608"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Where there is a risk list at all."""
    known = {entry.id for entry in records.risks}
    if not known:
        return
    for entry in records.incidents:
        for index, risk in enumerate(entry.record.risks or ()):
            if risk not in known and not records.may_stand_unread("risks", f"{risk}."):
                yield RULE.at(
                    entry,
                    ("risks", index),
                    f"there is no risk '{risk}'",
                    label=near(risk, sorted(known)) or "unknown risk",
                    help="correct the id, add the file to data/risks/, or write 'risks: not-foreseen'",
                )
