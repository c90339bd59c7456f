"""The public status interface of Statuspage (version 2), for programs that watch many companies.

Its shape knows no "we do not know": a system is operational while no open incident on our list names it, an incident
without any known time is left out, and planned work without a known end ends when it begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from scorecard.model.moments import utc
from scorecard.model.pages import Json, Tree
from scorecard.model.records import Entry
from scorecard.model.records.incident import Incident
from scorecard.present import addresses, outward
from scorecard.present.desk import Desk
from scorecard.present.views import story
from scorecard.present.views.story import Said

Object = dict[str, Json]
_SEVERITIES = ("critical", "major", "minor")
_COMPONENT = {"critical": "major_outage", "major": "partial_outage", "minor": "degraded_performance"}
_WORST = ("major_outage", "partial_outage", "degraded_performance", "under_maintenance", "operational")
_PLANNED = {"planned": "scheduled", "in-progress": "in_progress", "resolved": "completed"}


@dataclass(frozen=True, slots=True)
class _Planned:
    entry: Entry[Incident]
    start: datetime
    end: datetime
    status: str  # scheduled | in_progress | completed


def make(desk: Desk) -> Iterator[Tree]:
    """All files of the interface."""
    page = _page(desk)
    works = _works(desk)
    components = _components(desk, works)
    by_id = {str(one["id"]): one for one in components}
    begins = _begins(desk)
    timed = [entry for entry in desk.records.incidents if entry.id in begins]
    open_ = {entry.id for entry in desk.open_incidents}

    def incidents(entries: Iterable[Entry[Incident]]) -> list[Json]:
        ordered = sorted(entries, key=lambda entry: (begins[entry.id], entry.id), reverse=True)[: outward.NEWEST]
        return [_incident(desk, entry, begins[entry.id], entry.id in open_, by_id) for entry in ordered]

    def planned(*statuses: str) -> list[Json]:
        found = [one for one in works if one.status in statuses]
        return [_maintenance(desk, one, by_id) for one in found[: outward.NEWEST]]

    status = _status(desk)
    unresolved = incidents(entry for entry in timed if entry.id in open_)
    files: dict[str, Object] = {
        "summary": {
            "components": components,
            "incidents": unresolved,
            "scheduled_maintenances": planned("scheduled", "in_progress"),
            "status": status,
        },
        "status": {"status": status},
        "components": {"components": components},
        "incidents": {"incidents": incidents(timed)},
        "incidents/unresolved": {"incidents": unresolved},
        "scheduled-maintenances": {"scheduled_maintenances": planned("scheduled", "in_progress", "completed")},
        "scheduled-maintenances/active": {"scheduled_maintenances": planned("in_progress")},
        "scheduled-maintenances/upcoming": {"scheduled_maintenances": planned("scheduled")},
    }
    for name, value in files.items():
        yield Tree(f"{addresses.STATUSPAGE}{name}.json", {"page": page, **value})


def _page(desk: Desk) -> Object:
    return {
        "id": outward.host(desk),
        "name": desk.organisation.name,
        "url": outward.base(desk),
        "time_zone": desk.organisation.timezone,
        "updated_at": utc(desk.as_of),
    }


def _status(desk: Desk) -> Object:
    say = desk.words.say
    open_ = [entry.record.severity for entry in desk.open_incidents]
    worst = next((one for one in _SEVERITIES if one in open_), None)
    if worst is None:
        return {"indicator": "none", "description": say("No open incident on our list")}
    count = desk.words.count("{n} open incident", "{n} open incidents", len(open_))
    words = {
        "critical": say("{count}, the worst is critical", count=count),
        "major": say("{count}, the worst is major", count=count),
        "minor": say("{count}, none worse than minor", count=count),
    }
    return {"indicator": worst, "description": words[worst]}


def _components(desk: Desk, works: Sequence[_Planned]) -> list[Object]:
    states: dict[str, str] = {}
    named = [(entry, _COMPONENT[entry.record.severity]) for entry in desk.open_incidents]
    named += [(one.entry, "under_maintenance") for one in works if one.status == "in_progress"]
    for entry, state in named:
        for system in entry.record.systems:
            states[system] = min(states.get(system, "operational"), state, key=_WORST.index)
    found: list[Object] = []
    for position, (id, name) in enumerate(desk.organisation.systems.items(), start=1):
        found.append(
            {
                "id": id,
                "name": name,
                "status": states.get(id, "operational"),
                "created_at": utc(desk.as_of),
                "updated_at": utc(desk.as_of),
                "position": position,
                "description": None,
                "showcase": False,
                "start_date": None,
                "group_id": None,
                "page_id": outward.host(desk),
                "group": False,
                "only_show_if_degraded": False,
            }
        )
    return found


def _begins(desk: Desk) -> dict[str, datetime]:
    """The moment each incident entered the public list: the first word; without any, when it was known."""
    found = {}
    for entry in desk.records.incidents:
        if entry.record.is_maintenance:
            continue
        moments = story.moments(desk, entry)
        begin = moments[0] if moments is not None else entry.record.first_known
        if begin is not None:
            found[entry.id] = begin
    return found


def _incident(
    desk: Desk, entry: Entry[Incident], begin: datetime, open_: bool, components: dict[str, Object]
) -> Object:
    incident, said = entry.record, story.told(desk, entry)
    resolved = incident.resolved if not open_ and isinstance(incident.resolved, datetime) else None
    started = incident.started if isinstance(incident.started, datetime) else begin
    return {
        **_common(desk, entry, components),
        "status": _stage(said, open_),
        "impact": incident.severity,
        "created_at": utc(begin),
        "updated_at": utc(max([begin, *(one.at for one in said)])),
        "monitoring_at": next((utc(one.at) for one in said if one.status == "monitoring"), None),
        "resolved_at": utc(resolved) if resolved is not None else None,
        "started_at": utc(started),
        "incident_updates": _updates(entry.id, said, _stages(said, open_)),
    }


def _stage(said: Sequence[Said], open_: bool) -> str:
    return (_stages(said, open_) or ["investigating" if open_ else "resolved"])[-1]


def _stages(said: Sequence[Said], open_: bool) -> list[str]:
    """Where an incident stood at each word. An open one is not resolved, whatever a word said."""
    stages: list[str] = []
    for one in said:
        before = stages[-1] if stages else "investigating"
        stage = one.status if one.status in ("investigating", "identified", "monitoring", "resolved") else before
        stages.append("postmortem" if one.status == "postmortem" else stage)
    if open_:
        return ["monitoring" if stage in ("resolved", "postmortem") else stage for stage in stages]
    if stages and stages[-1] not in ("resolved", "postmortem"):
        stages[-1] = "resolved"  # the record says that it is over, though no word did
    return stages


def _works(desk: Desk) -> list[_Planned]:
    """Planned work with a known start, newest first."""
    found = []
    for entry in desk.records.incidents:
        one = entry.record
        start = one.planned or (one.started if isinstance(one.started, datetime) else one.first_known)
        if not one.is_maintenance or start is None:
            continue
        end = one.resolved if isinstance(one.resolved, datetime) else None
        over = (end is not None and end <= desk.as_of) or one.resolved == "unknown"
        status = "completed" if over else "scheduled" if start > desk.as_of else "in_progress"
        found.append(_Planned(entry, start, max(start, end) if end is not None else start, status))
    return sorted(found, key=lambda work: (work.start, work.entry.id), reverse=True)


def _maintenance(desk: Desk, work: _Planned, components: dict[str, Object]) -> Object:
    said = story.told(desk, work.entry)
    begin = said[0].at if said else work.start
    stages = [_PLANNED.get(one.status, work.status) for one in said]
    return {
        **_common(desk, work.entry, components),
        "status": work.status,
        "impact": "maintenance",
        "created_at": utc(begin),
        "updated_at": utc(max([begin, *(one.at for one in said)])),
        "monitoring_at": None,
        "resolved_at": utc(work.end) if work.status == "completed" else None,
        "started_at": utc(work.start),
        "scheduled_for": utc(work.start),
        "scheduled_until": utc(work.end),
        "incident_updates": _updates(work.entry.id, said, stages),
    }


def _common(desk: Desk, entry: Entry[Incident], components: dict[str, Object]) -> Object:
    return {
        "id": entry.id,
        "name": " ".join(entry.record.title.split()),
        "shortlink": outward.href(desk, addresses.incident(entry.id)),
        "page_id": outward.host(desk),
        "components": [components[id] for id in entry.record.systems if id in components],
        "reminder_intervals": None,
    }


def _updates(id: str, said: Sequence[Said], stages: Sequence[str]) -> list[Json]:
    """The newest words, newest first."""
    return [
        {
            "id": f"{id}-{one.key}",
            "incident_id": id,
            "status": stage,
            "body": one.text,
            "created_at": utc(one.at),
            "updated_at": utc(one.at),
            "display_at": utc(one.at),
            "affected_components": None,
            "deliver_notifications": False,
            "custom_tweet": None,
            "tweet_id": None,
        }
        for one, stage in [*zip(said, stages, strict=True)][::-1][: outward.NEWEST]
    ]
