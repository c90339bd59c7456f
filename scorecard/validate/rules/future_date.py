"""Something is said to have happened that still lies ahead.

Why
    What happened has a past day. A later one is mistyped, mostly in the year, and its figures would not count yet.

How to fix
    Correct the day. What must not be seen before a day gets `publish_at`.

Wrong
    # data/incidents/2027/2027-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2027-05-04T09:20
    notified: 2027-05-04T09:41
    resolved: 2027-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Wave
from scorecard.validate.checked import Checked
from scorecard.validate.dates import happened
from scorecard.validate.rule import Rule, written

CODE = "SC620"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The first future time of each entry that is not held back; plans may lie ahead."""
    today, calendar = records.day(as_of), records.organisation.record.calendar
    held_back = {release.quarter for release in records.organisation.record.releases if release.at > as_of}
    for entry in records.entries:
        held = entry.record.publish_at
        if held is not None and held > as_of:
            continue
        quarter = entry.record.quarter if isinstance(entry.record, Wave) else None
        if quarter is not None and held is None and quarter in held_back:
            continue
        begun = [(("quarter",), calendar.start(quarter))] if quarter is not None else []
        for loc, when in (*begun, *happened(entry)):
            if when > (as_of if isinstance(when, datetime) else today):
                yield RULE.at(
                    entry,
                    loc,
                    f"{written(entry, *loc) or when} lies ahead: today is {today}",
                    label="in the future",
                    help="correct the day; what must not be seen before a day gets 'publish_at'",
                )
                break
