"""Updates that are not in the order of their times.

Why
    The page tells the incident from the first word to the last. Two people add updates more easily when the newest
    stands at the end. A jump back in time is often a mistyped hour or day.

How to fix
    Put the oldest update first and the newest last, or correct the time. Two updates in the same minute are fine.

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
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}
      - {at: 2026-05-04T09:41, status: investigating, text: Pages are slow. We are looking.}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    updates:
      - {at: 2026-05-04T09:41, status: investigating, text: Pages are slow. We are looking.}
      - {at: 2026-05-04T10:35, status: resolved, text: Pages are fast again.}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC508"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Each update at or after the one above it; a list that runs backwards is told once."""
    for entry in records.incidents:
        times = [update.at for update in entry.record.updates]
        if len(times) > 1 and times[0] > times[-1] and all(a >= b for a, b in pairwise(times)):
            yield RULE.at(
                entry,
                ("updates", 1, "at"),
                "the newest update stands first",
                label="older than the one above",
                help="turn the list round: oldest first, newest last",
            )
            continue
        for index, (above, here) in enumerate(pairwise(times), start=1):
            if here < above:
                yield RULE.at(
                    entry,
                    ("updates", index, "at"),
                    f"this update is of {written(entry, 'updates', index, 'at')}, "
                    f"the one above of {written(entry, 'updates', index - 1, 'at')}",
                    label="earlier than the one above",
                    help="correct the time, or put the updates in the order of their times",
                    also=[(("updates", index - 1, "at"), "the one above")],
                )
