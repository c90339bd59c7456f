"""From when on an incident reads the same for ever, so that it need not be read again for every quarter."""

from __future__ import annotations

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
        moments += [almanac.midnight(max(days) + DAY)] if (days := _days(one.incident)) else []
    return max(moments)


def _moments(incident: Incident) -> list[datetime]:
    clocks = (incident.started, incident.known, incident.staff_told, incident.notified, incident.resolved)
    found = [clock for clock in (*clocks, incident.first_enquiry) if isinstance(clock, datetime)]
    if incident.made_public is not None:
        found.append(incident.made_public.at)
    given = incident.acknowledged
    if given is not None and not isinstance(given, NotApplicable) and given.at is not None:
        found.append(given.at)
    found += [update.at for update in incident.updates]
    found += [update.next_update for update in incident.updates if update.next_update is not None]
    return found


def _days(incident: Incident) -> list[date]:
    found: list[date | None] = []
    for action in incident.actions:
        is_early = action.done is not None and action.done <= action.due
        found += [action.done] if is_early else [action.due, action.renegotiated, action.done]
    return [day for day in found if day is not None]
