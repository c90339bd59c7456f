"""An incident names a cause that organisation.yml does not have.

Why
    The tool looks for causes that repeat. Two spellings of one cause would hide a repetition.

How to fix
    Correct the id, or add the cause to `causes` in organisation.yml.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    cause: unreviewed-changes
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    cause: unreviewed-change
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed, near

CODE = "SC609"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Where organisation.yml lists causes; causes of incidents and of the break."""
    organisation = records.organisation
    known = organisation.record.causes
    if not known:
        return
    named: list[tuple[Entry[Any], Loc, str]] = [
        (entry, ("cause",), entry.record.cause) for entry in records.incidents if entry.record.cause is not None
    ]
    if organisation.record.break_ is not None:
        causes = organisation.record.break_.causes
        named += [(organisation, ("break", "causes", index), cause) for index, cause in enumerate(causes)]
    for entry, loc, cause in named:
        if cause not in known:
            yield RULE.at(
                entry,
                loc,
                f"organisation.yml has no cause '{cause}'",
                label=near(cause, known) or "unknown cause",
                help=f"correct the id, or add it to 'causes' in organisation.yml; known are {listed(known)}",
            )
