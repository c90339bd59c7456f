"""What followed an incident: its explanation and its repair actions, judged at a cut-off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Action, Incident
from scorecard.model.records.method import DurationRule
from scorecard.score.clocks import DAY, Cutoff, duration_score


class Explanation(NamedTuple):
    """Was it published (None: not due yet), after how many days, and what that scores (None: does not apply)."""

    published: bool | None = None
    days: float | None = None
    open: bool = False
    score: float | None = None


def explanation(incident: Incident, ended: date | None, cutoff: Cutoff, rule: DurationRule) -> Explanation:
    """The explanation of a critical or major incident that ended on that day (None: it is still open)."""
    given = incident.postmortem
    if incident.severity == "minor" or isinstance(given, NotApplicable):
        return Explanation()
    published = given.published if given and cutoff.seen_day(given.published) else None
    if published is not None:
        days = float(max(0, (published - (ended or published)).days))
        if incident.times_doubtful:
            return Explanation(True)
        return Explanation(True, days, score=duration_score(days, rule.target / DAY, rule.limit / DAY))
    if ended is None:
        return Explanation()
    days = float(max(0, (cutoff.day - ended).days))
    missing = False if days > rule.limit / DAY else None
    if incident.times_doubtful:
        return Explanation(missing, open=True)
    return Explanation(missing, days, True, duration_score(days, rule.target / DAY, rule.limit / DAY))


class Repairs(NamedTuple):
    """Repair actions that can be judged, those on time, those late but as renegotiated, and those overdue now."""

    due: int = 0
    on_time: int = 0
    renegotiated: int = 0
    overdue: int = 0


def repairs(actions: Iterable[Action], happened: date | None, cutoff: Cutoff, most_days: int) -> Repairs:
    """Judge actions against their first due date, which counts at most `most_days` after the incident.

    A later date that was agreed counts at most `most_days` after the first one.
    """
    due = on_time = renegotiated = overdue = 0
    reach = timedelta(days=most_days)
    for action in actions:
        first = action.due if happened is None else min(action.due, happened + reach)
        last = first if action.renegotiated is None else max(first, min(action.renegotiated, first + reach))
        done = action.done if cutoff.seen_day(action.done) else None
        if done is None and cutoff.day <= first:
            continue
        due += 1
        if done is not None and done <= first:
            on_time += 1
        elif last > first and (done or cutoff.day) <= last:
            renegotiated += 1
        overdue += done is None and cutoff.day > last
    return Repairs(due, on_time, renegotiated, overdue)
