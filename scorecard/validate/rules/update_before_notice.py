"""An update before the first public word.

Why
    `notified` is the first public word. An update is a public word too, so none can come before it. The time to the
    first notice is computed from `notified`.

How to fix
    Write the time of the first update as `notified`, or correct the time of the update.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    updates:
      - {at: 2026-05-04T09:30, status: investigating, text: Pages are slow. We are looking.}
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:30
    resolved: 2026-05-04T10:30
    updates:
      - {at: 2026-05-04T09:30, status: investigating, text: Pages are slow. We are looking.}
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC509"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Updates before the notice, or where there is none, before anybody knew."""
    for entry in records.cases:
        one = entry.record
        field = "notified" if isinstance(one.notified, datetime) else "known"
        first = one.notified if isinstance(one.notified, datetime) else one.known
        if not isinstance(first, datetime):
            continue
        what = "the first public word" if field == "notified" else "anybody knew"
        for index, update in enumerate(one.updates):
            if update.at < first and update.status != "planned":
                yield RULE.at(
                    entry,
                    ("updates", index, "at"),
                    f"this update is of {written(entry, 'updates', index, 'at')}, "
                    f"before {what} at {written(entry, field)}",
                    label=f"before '{field}'",
                    help=f"'{field}' is the first moment: write the earlier time there, or correct the update",
                    also=[((field,), "said here")],
                )
                break
