"""Google Cloud's incidents.json: a list of incidents with begin, end, severity, products and updates, newest first.

`begin` and `end` are those of the incident itself, so they are taken; `created` of an update is when it was posted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from scorecard.importers import names
from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import NOT_YET, Clock, Found, Said, Source

NAME = "Google Cloud"
SEVERITIES = {"high": "critical", "medium": "major", "low": "minor"}
STATUSES = {"AVAILABLE": "resolved", "SERVICE_INFORMATION": "update", "SERVICE_DISRUPTION": "update"}
PAGE = "https://status.cloud.google.com/"
_REPORT = re.compile(r"\s*#+\s*(?:Mini\s+)?(?:Preliminary\s+)?Incident Report", re.IGNORECASE)


def incidents(sources: Sequence[Source], desk: Desk) -> list[Found]:
    """Every incident of the files. Raises Unreadable for files of another shape."""
    found = []
    for source in sources:
        listed = said_of.json_of(source)
        if not isinstance(listed, list) or any(
            isinstance(one, Mapping) and not {"external_desc", "begin"} & set(one) for one in listed
        ):
            raise Unreadable(
                f"{source.name}: this is no incidents.json of Google Cloud: a list of incidents with 'external_desc' "
                f"and 'begin'. Download {PAGE}incidents.json"
            )
        found += [made for one in said_of.mappings(listed, source.name, desk) if (made := _incident(one, desk))]
    return found


def _incident(one: Mapping[str, Any], desk: Desk) -> Found | None:
    id = said_of.ident(one.get("id")) or said_of.ident(one.get("number"))
    if id is None:
        desk.say("an incident without an id was left out: it could not be found again in the next import")
        return None
    title = desk.line(one.get("external_desc"), id) or "Without a title"
    words = _said(one, id, desk)
    products = [part.get("title") for part in said_of.mappings(one.get("affected_products"), id, desk)]
    return Found(
        id,
        title,
        severity=SEVERITIES.get(str(one.get("severity") or "").lower()),
        parts=said_of.texts(products or one.get("service_name")),
        started=desk.moment(one.get("begin"), f"{id}, begin"),
        notified=min((word.at for word in words), default=desk.moment(one.get("created"), f"{id}, created")),
        resolved=desk.moment(one.get("end"), f"{id}, end") or _told_end(words),
        url=_page(one.get("uri")),
        said=words,
    )


def _page(uri: Any) -> str | None:
    """Relative to Google's page, or a whole address."""
    return said_of.link(uri) or (said_of.link(PAGE + uri) if isinstance(uri, str) and names.line(uri) == uri else None)


def _told_end(words: Sequence[Said]) -> Clock:
    """Without `end`, the time of the word that says so, unless a later one says that it goes on."""
    running = [word for word in words if word.status != "postmortem"]
    return running[-1].at if running and running[-1].status == "resolved" else NOT_YET


def _said(one: Mapping[str, Any], id: str, desk: Desk) -> tuple[Said, ...]:
    made = []
    given = said_of.mappings(one.get("updates"), f"{id}, updates", desk)
    if not given and isinstance(one.get("most_recent_update"), Mapping):
        given = [one["most_recent_update"]]
    for update in given:
        text = desk.text(update.get("text"), id)
        at = desk.moment(update.get("created"), f"{id}, created of an update")
        at = at or desk.moment(update.get("when"), f"{id}, when of an update")
        if at is None or text is None:
            desk.say(f"{id}: an update without a time or a text was left out")
            continue
        report = _REPORT.match(text) is not None
        made.append(Said(at, "postmortem" if report else STATUSES.get(str(update.get("status")), "update"), text))
    return tuple(sorted(made, key=lambda word: word.at))
