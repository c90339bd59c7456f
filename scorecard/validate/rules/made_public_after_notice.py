"""Others are said to have told first, but later than the company.

Why
    `made_public` is for when others told the public before the company did. It costs points, so it must be right in
    both directions.

How to fix
    Leave `made_public` out when the company was first. Otherwise correct the times.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    made_public: {at: 2026-05-04T09:50, by: press}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    made_public: {at: 2026-05-04T09:30, by: press}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC514"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Others second."""
    for entry in records.cases:
        one = entry.record
        if one.made_public is None or not isinstance(one.notified, datetime):
            continue
        if one.made_public.at > one.notified:
            yield RULE.at(
                entry,
                ("made_public", "at"),
                f"others made it public at {written(entry, 'made_public', 'at')}, "
                f"after the company told at {written(entry, 'notified')}",
                label="after the first notice",
                help="'made_public' is for others telling first: leave it out, or correct the times",
                also=[(("notified",), "told here")],
            )
