"""Updates stand here, but the public is said not to be told.

Why
    Every update is a public word. With `notified: not-yet` the page would say that nobody was told, above a list of
    what was told.

How to fix
    Write the time of the first public word as `notified`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages are slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: not-yet
    updates:
      - {at: 2026-05-04T09:41, status: investigating, text: Pages are slow. We are looking.}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages are slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    updates:
      - {at: 2026-05-04T09:41, status: investigating, text: Pages are slow. We are looking.}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.lexical import Gap
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC510"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """`notified: not-yet` beside updates."""
    for entry in records.incidents:
        if entry.record.notified is Gap.NOT_YET and entry.record.updates:
            yield RULE.at(
                entry,
                ("notified",),
                "the public is said not to be told yet, but updates stand here",
                label="not-yet",
                help=f"write the first public word: notified: {written(entry, 'updates', 0, 'at')}",
                also=[(("updates", 0), "told here")],
            )
