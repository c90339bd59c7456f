"""The folder or the file name says another time than the file.

Why
    Incidents lie in a folder of the year in which they were known, and most names begin with the day. A different day
    inside is often a mistyped year or month.

How to fix
    Correct `known`, or rename or move the file.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2025-05-04T09:20
    notified: 2025-05-04T09:41
    resolved: 2025-05-04T10:30

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

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC606"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


#: A name may hold the day it began, was known or was told.
_NEAR = timedelta(days=31)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The year of the folder; then the day in the name, more than a month away."""
    for entry in records.incidents:
        one = entry.record
        if one.first_known is None or one.times_doubtful is not None:
            continue
        known = records.day(one.first_known)
        days = [records.day(clock) for clock in (one.started, one.known, one.notified) if isinstance(clock, datetime)]
        field = "known" if isinstance(one.known, datetime) else "notified"
        folder = entry.file.split("/")[-2:-1]
        if folder and re.fullmatch(r"\d{4}", folder[0]) and int(folder[0]) not in {day.year for day in days}:
            yield RULE.at(
                entry,
                (field,),
                f"this incident was known in {known.year}, but lies in the folder {folder[0]}",
                label=f"not {folder[0]}",
                help=f"correct the year, or move the file to incidents/{known.year}/",
            )
            continue
        named = re.match(r"\d{4}-\d\d-\d\d(?=-|$)", entry.id)
        day = _day(named[0]) if named else None
        if day is not None and all(abs(day - one) > _NEAR for one in days):
            yield RULE.at(
                entry,
                (field,),
                f"this incident was known on {known}, but the file name says {day}",
                label="another day",
                help="correct the day, or rename the file",
            )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
