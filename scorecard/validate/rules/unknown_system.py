"""An incident names a system that organisation.yml does not have.

Why
    Systems are shown by the names in organisation.yml. A mistyped one would hide an incident from the list of its
    system.

How to fix
    Correct the id, or add the system to `systems` in organisation.yml.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    systems: [web-site]
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    systems: [website]
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed, near

CODE = "SC607"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Where organisation.yml lists systems."""
    known = records.organisation.record.systems
    if not known:
        return
    for entry in records.incidents:
        for index, system in enumerate(entry.record.systems):
            if system not in known:
                yield RULE.at(
                    entry,
                    ("systems", index),
                    f"organisation.yml has no system '{system}'",
                    label=near(system, known) or "unknown system",
                    help=f"correct the id, or add it to 'systems' in organisation.yml; known are {listed(known)}",
                )
