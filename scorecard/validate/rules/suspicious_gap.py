"""Two times of an incident that lie unusually far apart.

Why
    A mistyped year makes a delay of 525,600 minutes, a mistyped month one of 44,000. Such a case would be the worst of
    all, or an instant one.

How to fix
    Check year, month and day. If the times are right, acknowledge the warning.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2025-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    started: 2026-05-04T09:00
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Incident
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC704"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


_EARLY = timedelta(days=1)
_LATE = timedelta(days=180)
_STEPS = (
    ("started", "known"),
    ("known", "notified"),
    ("known", "staff_told"),
    ("started", "resolved"),
    ("notified", "resolved"),
)
#: Pairs of which another rule says that they stand in the wrong order.
_TOLD = {("known", "notified"), ("known", "staff_told"), ("started", "resolved"), ("notified", "resolved")}


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """More than a day before, or 180 days after, the neighbour; the first such pair of each incident."""
    for entry in records.cases:
        for earlier, later, before, after in _neighbours(entry.record):
            gap = after - before
            early = gap < -_EARLY and (earlier[0], later[0]) not in _TOLD
            if early or gap > _LATE:
                days = abs(gap.days)
                yield RULE.at(
                    entry,
                    later if not early or later[0] != "known" else earlier,
                    f"'{'.'.join(map(str, later))}' lies {days:,} days {'before' if early else 'after'} "
                    f"'{'.'.join(map(str, earlier))}'",
                    label="year or month mistyped?",
                    help="check both times; if they are right, acknowledge suspicious-gap in mkdocs.yml",
                    also=[(earlier if not early or later[0] != "known" else later, "its neighbour")],
                )
                break


def _neighbours(one: Incident) -> Iterator[tuple[Loc, Loc, datetime, datetime]]:
    for earlier, later in _STEPS:
        before, after = getattr(one, earlier), getattr(one, later)
        if isinstance(before, datetime) and isinstance(after, datetime):
            yield (earlier,), (later,), before, after
    first = one.started if isinstance(one.started, datetime) else one.known
    name = "started" if isinstance(one.started, datetime) else "known"
    if isinstance(first, datetime):
        if one.made_public is not None:
            yield (name,), ("made_public", "at"), first, one.made_public.at
        if one.first_enquiry is not None:
            yield (name,), ("first_enquiry",), first, one.first_enquiry
    for index, (above, here) in enumerate(pairwise(one.updates)):
        yield ("updates", index, "at"), ("updates", index + 1, "at"), above.at, max(above.at, here.at)
    if one.updates and isinstance(one.notified, datetime):
        yield ("notified",), ("updates", 0, "at"), one.notified, max(one.notified, one.updates[0].at)
