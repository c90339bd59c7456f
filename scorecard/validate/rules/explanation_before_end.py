"""The explanation was published before it was over.

Why
    The days to the explanation are counted from the end. An earlier date is mostly a mistyped year or month.

How to fix
    Check the date. An explanation given while it lasted is an update; write the date of the final one here.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    postmortem: {published: 2026-04-10, url: "https://example.org/pm/2"}

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    postmortem: {published: 2026-05-10, url: "https://example.org/pm/2"}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.model.records.incident import Postmortem
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC515"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The day of the explanation before the day of the end."""
    for entry in records.cases:
        one = entry.record
        if not isinstance(one.postmortem, Postmortem) or one.postmortem.published is None:
            continue
        if isinstance(one.resolved, datetime) and one.postmortem.published < records.day(one.resolved):
            yield RULE.at(
                entry,
                ("postmortem", "published"),
                f"the explanation is of {written(entry, 'postmortem', 'published')}, "
                f"before it was put right at {written(entry, 'resolved')}",
                label="before the end",
                help="check the date; what was said while it lasted belongs into the updates",
                also=[(("resolved",), "put right here")],
            )
