"""The next word was promised for a time that had already passed.

Why
    `next_update` is a promise about the future. A promise for the past can only be a typing error, and it would count
    as broken.

How to fix
    Write the time that was promised, later than the update itself.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages are slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    updates:
      - {at: 2026-05-04T09:41, text: Pages are slow. We are looking., next_update: 2026-05-04T09:11}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages are slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    updates:
      - {at: 2026-05-04T09:41, text: Pages are slow. We are looking., next_update: 2026-05-04T10:11}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC513"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Promised at or before the moment of the promise."""
    for entry in records.incidents:
        for index, update in enumerate(entry.record.updates):
            if update.next_update is not None and update.next_update <= update.at:
                yield RULE.at(
                    entry,
                    ("updates", index, "next_update"),
                    f"the next word was promised for {written(entry, 'updates', index, 'next_update')}, "
                    f"but this one is of {written(entry, 'updates', index, 'at')}",
                    label="not later than the update",
                    help="write a time after the update, or leave 'next_update' out",
                    also=[(("updates", index, "at"), "promised here")],
                )
