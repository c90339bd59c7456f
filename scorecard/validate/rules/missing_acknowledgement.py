"""Our fault, but nothing is acknowledged.

Why
    People forgive a fault sooner than silence about it. For critical and major incidents that were the company's own
    fault, the page says so in the company's words.

How to fix
    Add `acknowledged` with the words and who says them. Where it does not apply, write the reason:
    `acknowledged: {not-applicable: reason}`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: No page opened
    kind: service
    severity: major
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: not-yet
    what_to_do: Try again tomorrow.

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: No page opened
    kind: service
    severity: major
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: not-yet
    acknowledged: {text: We let a certificate run out. That was our mistake., by: Head of Operations}
    what_to_do: Try again tomorrow.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC516"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Critical and major, fault ours, no word about it."""
    for entry in records.incidents:
        one = entry.record
        if one.is_maintenance or one.severity == "minor" or one.fault != "ours" or one.acknowledged is not None:
            continue
        yield RULE.at(
            entry,
            ("fault",),
            f"this {one.severity} incident was our fault, but nothing is acknowledged",
            label="our fault",
            help="add 'acknowledged: {text: …, by: …}', or 'acknowledged: {not-applicable: reason}'",
        )
