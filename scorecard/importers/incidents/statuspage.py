"""Statuspage, the JSON of its public API v2 (incidents.json, scheduled-maintenances.json, summary.json).

Also a bare list, as the private API gives it. `created_at` of an update is when it was really posted; `display_at` is
what the page shows and staff can set back. The first public word is the earliest posting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import NOT_YET, ONE_ACT, UNKNOWN, Clock, Found, Said, Source

NAME = "Statuspage"
#: Statuspage's words for where things stand, and ours.
STATUSES = {
    "investigating": "investigating",
    "identified": "identified",
    "monitoring": "monitoring",
    "resolved": "resolved",
    "postmortem": "postmortem",
    "scheduled": "planned",
    "in-progress": "in-progress",
    "verifying": "monitoring",
    "completed": "resolved",
}
SEVERITIES = {"critical": "critical", "major": "major", "minor": "minor", "none": "minor"}
OVER = ("resolved", "postmortem", "completed")
_SLACK = timedelta(minutes=5)
#: No more of each does the public API give, the newest.
_MOST = 50


def incidents(sources: Sequence[Source], desk: Desk) -> list[Found]:
    """Every incident and planned work of the files. Raises Unreadable for files of another shape."""
    found = []
    for source in sources:
        data = said_of.json_of(source)
        whole = data if isinstance(data, Mapping) else {"incidents": data}
        lists = [whole.get(key) for key in ("incidents", "scheduled_maintenances")]
        if not any(isinstance(one, list) for one in lists):
            raise Unreadable(
                f"{source.name}: this is no export of Statuspage: neither 'incidents' nor 'scheduled_maintenances' is "
                "a list in it. Download https://YOUR-PAGE/api/v2/incidents.json"
            )
        for group in lists:
            if isinstance(group, list) and len(group) == _MOST:
                desk.say(
                    f"{source.name}: {_MOST} in one list, which is all that the public API gives; older ones may be "
                    "missing. https://api.statuspage.io/v1/pages/PAGE_ID/incidents lists every one, with your key"
                )
            for one in said_of.mappings(group, source.name, desk):
                if made := _incident(one, desk):
                    found.append(made)
    return found


def _incident(one: Mapping[str, Any], desk: Desk) -> Found | None:
    id = said_of.ident(one.get("id"))
    if id is None:
        desk.say("an incident without an id was left out: it could not be found again in the next import")
        return None
    title = desk.line(one.get("name"), id) or "Without a title"
    status = _word(one.get("status"))
    impact = _word(one.get("impact"))
    planned = impact == "maintenance" or bool(one.get("scheduled_for"))
    words, shown = _said(one, title, desk)
    created = desk.moment(one.get("created_at"), f"{title}, created_at")
    told = min((word.at for word in words), default=created)
    started = desk.moment(one.get("started_at"), f"{title}, started_at")
    ended = desk.moment(one.get("resolved_at"), f"{title}, resolved_at")
    stamps = [stamp for stamp in (created, told) if stamp]
    return Found(
        id,
        title,
        planned,
        SEVERITIES.get(impact),
        _parts(one, title, desk),
        started=_began(words) if planned else _earlier(started, stamps),
        notified=told,
        resolved=_end(ended, status, words, desk, title),
        planned_for=desk.moment(one.get("scheduled_for"), f"{title}, scheduled_for") if planned else None,
        retroactive=not planned and _set_back(words, shown, title, desk),
        url=said_of.link(one.get("shortlink")),
        said=words,
        explained=desk.moment(one.get("postmortem_published_at"), f"{title}, postmortem_published_at"),
        stated={"started": NOT_YET} if planned and status == "scheduled" else {},
    )


def _parts(one: Mapping[str, Any], title: str, desk: Desk) -> tuple[str, ...]:
    """The components of the incident; where it has none any more, those that its updates say were affected."""
    named = said_of.texts([part.get("name") for part in said_of.mappings(one.get("components"), title, desk)])
    told = [
        part.get("name")
        for update in said_of.mappings(one.get("incident_updates"), f"{title}, incident_updates", desk)
        for part in said_of.mappings(update.get("affected_components"), f"{title}, affected_components", desk)
    ]
    return named or said_of.texts(told)


def _said(one: Mapping[str, Any], title: str, desk: Desk) -> tuple[tuple[Said, ...], list[datetime]]:
    """The updates by the time they were posted, and the times the page shows for them, both oldest first."""
    made: list[tuple[Said, datetime]] = []
    for update in said_of.mappings(one.get("incident_updates"), f"{title}, incident_updates", desk):
        text = desk.text(update.get("body"), title)
        shown = desk.moment(update.get("display_at"), f"{title}, display_at")
        posted = desk.moment(update.get("created_at"), f"{title}, created_at of an update") or shown
        if posted is None or text is None:
            desk.say(f"{title}: an update without a time or a text was left out")
            continue
        status = STATUSES.get(_word(update.get("status")), "update")
        made.append((Said(posted, status, text), shown or posted))
    made.sort(key=lambda pair: pair[0].at)
    return tuple(word for word, _ in made), [shown for _, shown in made]


def _set_back(words: Sequence[Said], shown: Sequence[datetime], title: str, desk: Desk) -> bool:
    """Whether everything was posted in one go and shown as if it had been said earlier."""
    if not words or shown[0] >= words[0].at - _SLACK:
        return False
    desk.say(
        f"{title}: the page shows its first word at {shown[0]:%Y-%m-%d %H:%M} UTC, but it was posted at "
        f"{words[0].at:%Y-%m-%d %H:%M} UTC; the posting counts"
    )
    return words[-1].at - words[0].at <= ONE_ACT and words[-1].status in ("resolved", "postmortem")


def _earlier(started: datetime | None, stamps: Sequence[datetime]) -> datetime | None:
    """A start that somebody set: Statuspage fills in the moment of posting by itself, and that says nothing."""
    return started if started and all(started < stamp - timedelta(seconds=60) for stamp in stamps) else None


def _began(words: Sequence[Said]) -> datetime | None:
    return next((word.at for word in words if word.status == "in-progress"), None)


def _end(ended: datetime | None, status: str, words: Sequence[Said], desk: Desk, title: str) -> Clock:
    if ended:
        return ended
    if status in OVER:
        return next((word.at for word in words if word.status == "resolved"), UNKNOWN)
    if status not in STATUSES:
        desk.say(f"{title}: its status {status!r} is none we know, so whether it is over is unknown")
        return UNKNOWN
    return NOT_YET


def _word(value: Any) -> str:
    return "-".join(value.lower().replace("_", " ").split()) if isinstance(value, str) else ""
