"""cState: one Markdown file for each issue, with front matter, and words to the public marked by the shortcode `track`.

cState has one time, `date`, for the start and for the first word. It is taken for the first word; only where an earlier
`date` stands beside tracked words it is the start, from which cState counts the downtime. Keys of the front matter are
read in upper and lower case alike, as Hugo does. What is `informational` changes no status there: no incident.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from scorecard.importers import names
from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import NOT_YET, UNKNOWN, Clock, Found, Said, Source

NAME = "cState"
SEVERITIES = {"down": "major", "disrupted": "minor", "notice": "minor"}
_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)(.*)", re.DOTALL)
_TRACK = re.compile(r"\{\{[<%]\s*track\s+[\"'`]([^\"'`\n]{0,60})[\"'`]\s*[>%]\}\}")
_HEAD = re.compile(r"[\s*_\\]*(Investigating|Identified|Monitoring|Resolved|Post-?mortem)[*_]*\s*[-–—:]", re.IGNORECASE)


def incidents(sources: Sequence[Source], desk: Desk) -> list[Found]:
    """One incident for each file that is an issue. Raises Unreadable when none is."""
    found = []
    for source in sources:
        front, body = _parts(source, desk)
        if front is not None and _yes(front.get("draft")):
            desk.say(f"{source.name}: a draft; it was left out")
        elif front is not None and _yes(front.get("informational")):
            desk.say(
                f"{source.name}: it is informational, which is no incident in cState; it was left out. If it is one, "
                "delete that line and import again"
            )
        elif front is not None:
            found.append(_incident(source, front, body, desk))
    if not found and not desk.unzoned:
        raise Unreadable("none of the files is an issue of cState. They lie in content/issues/ and end in .md")
    return found


def _parts(source: Source, desk: Desk) -> tuple[Mapping[str, Any] | None, str]:
    match = _FRONT.match(source.text)
    front: Any = None
    try:
        if match is not None:
            front = desk.yaml(match[2]) if match[1] == "---" else tomllib.loads(match[2])
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        desk.say(f"{source.name}: its front matter cannot be read ({reason}); it was left out")
        return None, ""
    if isinstance(front, Mapping):
        front = {str(key).lower(): value for key, value in reversed([*front.items()])}
    if match is None or not isinstance(front, Mapping) or "title" not in front or "date" not in front:
        desk.say(f"{source.name}: no front matter with title and date, so no issue; it was left out")
        return None, ""
    return front, match[3]


def _incident(source: Source, front: Mapping[str, Any], body: str, desk: Desk) -> Found:
    id = re.sub(r"(?:/index)?\.md$", "", source.name.replace("\\", "/")).rsplit("/", 1)[-1] or source.name
    title = desk.line(front.get("title"), source.name) or "Without a title"
    dated = desk.moment(front.get("date"), f"{source.name}, date")
    words, rest = _said(body, source.name, desk)
    if not words and dated and rest:
        words, rest = (Said(dated, _status(rest), rest),), None
    first = min((word.at for word in words), default=dated)
    return Found(
        id,
        title,
        severity=SEVERITIES.get(str(front.get("severity") or "").strip().lower()),
        parts=said_of.texts(front.get("affected")),
        started=dated if dated and first and dated < first else None,
        notified=first,
        resolved=_end(front, words, source.name, desk),
        said=words,
        description="\n\n".join(filter(None, (desk.text(front.get("description"), source.name), rest))) or None,
    )


def _said(body: str, name: str, desk: Desk) -> tuple[tuple[Said, ...], str | None]:
    """The tracked words, and what stands behind the last of them."""
    made, start = [], 0
    for match in _TRACK.finditer(body):
        text = desk.text(_trim(body[start : match.start()]), name)
        at = desk.moment(match[1], f"{name}, track")
        start = match.end()
        if text and at:
            made.append(Said(at, _status(text), text))
        elif text:
            desk.say(f"{name}: a word without a time was left out")
    return tuple(made), desk.text(_trim(body[start:]), name)


def _trim(text: str) -> str:
    """Without Hugo's line breaks at the ends and without comments."""
    return re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).strip().strip("\\").strip()


def _status(text: str) -> str:
    match = _HEAD.match(text)
    return match[1].lower().replace("-", "") if match else "update"


def _end(front: Mapping[str, Any], words: Sequence[Said], name: str, desk: Desk) -> Clock:
    ended: datetime | None = desk.moment(front.get("resolvedwhen"), f"{name}, resolvedWhen")
    if _yes(front.get("resolved")):
        return ended or next((word.at for word in words if word.status == "resolved"), UNKNOWN)
    if "resolved" in front:
        if ended:
            desk.say(f"{name}: resolvedWhen is {ended:%Y-%m-%d %H:%M} UTC, but resolved is not true; it counts as open")
        return NOT_YET
    return ended or UNKNOWN


def _yes(value: Any) -> bool:
    return value is True or (isinstance(value, str) and (names.line(value) or "").strip().lower() in ("true", "yes"))
