"""From when on an incident reads the same for ever, so that it need not be read again for every quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Incident
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import DAY


def settled_from(item: Item, archive: Archive) -> datetime | None:
    """The last moment at which anything about its reading can change; None while a clock may run on for ever."""
    incident = item.incident
    notified, resolved = incident.notified, incident.resolved
    waits = incident.severity != "minor" and not isinstance(incident.postmortem, NotApplicable)
    published = None if isinstance(incident.postmortem, NotApplicable | None) else incident.postmortem.published
    if not isinstance(notified, datetime) or not isinstance(resolved, datetime) or (waits and published is None):
        return None
    almanac = archive.almanac
    family = [item, *(archive.items[id] for id in item.children)]
    moments: list[datetime] = [notified]
    if incident.fault == "unknown":
        moments.append((item.known_at or notified) + timedelta(days=archive.method.fault_unknown_days))
    if item.root is not None:
        root = archive.items[item.root].known_at
        moments += [root] if root else []
    if published is not None:
        moments.append(almanac.midnight(published + DAY))
    for one in family:
        moments += [one.known_at] if one.known_at else []
        moments += _moments(one.incident)
        moments += [almanac.midnight(max(days) + DAY)] if (days := list(_days(one.incident))) else []
    return max(moments)


def _moments(incident: Incident) -> Iterator[datetime]:
    clocks = (incident.started, incident.known, incident.staff_told, incident.notified, incident.resolved)
    yield from (clock for clock in (*clocks, incident.first_enquiry) if isinstance(clock, datetime))
    if incident.made_public is not None:
        yield incident.made_public.at
    if incident.acknowledged is not None and not isinstance(incident.acknowledged, NotApplicable):
        yield from [incident.acknowledged.at] if incident.acknowledged.at else []
    for update in incident.updates:
        yield update.at
        yield from [update.next_update] if update.next_update else []


def _days(incident: Incident) -> Iterator[date]:
    for action in incident.actions:
        is_early = action.done is not None and action.done <= action.due
        days = (action.done,) if is_early else (action.due, action.renegotiated, action.done)
        yield from (day for day in days if day is not None)
