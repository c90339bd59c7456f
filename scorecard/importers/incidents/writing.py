"""An incident as the text of a file: one piece of text for each key, so that pieces can be compared and exchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.importers.incidents.found import UNKNOWN, Clock, Found, Said

#: Keys in the order they are written; the list that grows stands last.
ORDER = (
    *("title", "kind", "severity", "fault", "systems", "parent", "planned", "started", "known", "staff_told"),
    *("notified", "resolved", "retroactive", "found_by", "affected", "cause", "what_to_do", "postmortem"),
    *("remediation", "source", "description", "updates"),
)
#: What stands in history that is not scored, where a critical or major incident needs an account. In what is scored it
#: would be an excuse: there the key is left out, and `check` asks for it.
SILENT = "The imported source does not say."
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ,.()/_]|-(?! )|(?<! )-)*(?<! )")


def stamp(moment: datetime, zone: ZoneInfo) -> str:
    """The moment as local time of the organisation, with its offset only where the clocks gave the hour twice."""
    local = moment.astimezone(zone)
    text = local.strftime("%Y-%m-%dT%H:%M:%S" if local.second else "%Y-%m-%dT%H:%M")
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return text + local.isoformat()[-6:] if twice else text


def keys(found: Found, zone: ZoneInfo, systems: Sequence[str], parent: str | None, *, scored: bool) -> dict[str, Any]:
    """Every key that is written, in order; what the source does not say is unknown or left out."""
    silent = None if scored else {"not-applicable": SILENT}
    made: dict[str, Any] = {
        "title": found.title,
        "kind": "maintenance" if found.planned else "service",
        "severity": "minor" if found.planned or found.severity is None else found.severity,
        "fault": UNKNOWN,
        "systems": list(systems),
        "parent": parent,
        "planned": _clock(found.planned_for, zone) if found.planned_for else None,
        "started": _clock(found.started, zone),
        "known": UNKNOWN,
        "notified": _clock(found.notified, zone),
        "resolved": _clock(found.resolved, zone),
        "retroactive": "true" if found.retroactive else None,
        "affected": None if found.planned else UNKNOWN,
        "source": found.url,
        "description": found.description,
    }
    made |= {key: _clock(value, zone) if isinstance(value, datetime) else value for key, value in found.stated.items()}
    if made["kind"] != "maintenance" and made["severity"] != "minor":
        made["what_to_do"] = silent
        if made["resolved"] != "not-yet":
            made["postmortem"] = _explained(found, zone) or silent
            made["remediation"] = silent
    elif made["kind"] != "maintenance":
        made["postmortem"] = _explained(found, zone)
    return {key: made[key] for key in ORDER if made.get(key) not in (None, [], "")}


def pieces(made: Mapping[str, Any]) -> dict[str, str]:
    """The text of each key; every piece ends with a line feed."""
    return {key: _piece(key, value, "") for key, value in made.items()}


def words(said: Sequence[Said], zone: ZoneInfo) -> list[str]:
    """The text of each update, as an item of a list without its indentation."""
    made = []
    for one in said:
        inner = {"at": stamp(one.at, zone), "status": one.status, "text": one.text}
        text = "".join(_piece(key, value, "  ") for key, value in inner.items())
        made.append(f"- {text.lstrip(' ')}")
    return made


def indented(item: str, indent: str) -> str:
    """An item of `words` at an indentation; lines without letters stay empty."""
    return "".join(f"{indent}{line}" if line.strip() else line for line in item.splitlines(keepends=True))


def scalar(text: str, indent: str = "") -> str:
    """A text as YAML that our reading room reads back letter for letter; a block of lines is indented by two more."""
    if _PLAIN.fullmatch(text) and text not in ("null", "Null", "NULL"):
        return text
    lines = text.split("\n")
    tidy = len(lines) > 1 and "\t" not in text and not lines[0].startswith(" ") and lines[0] and lines[-1]
    if tidy and all(not line or line.strip() for line in lines):
        return "|-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in lines)
    return json.dumps(text, ensure_ascii=False)


def _piece(key: str, value: Any, indent: str) -> str:
    if isinstance(value, Mapping):
        inner = "".join(_piece(name, one, f"{indent}  ") for name, one in value.items())
        return f"{indent}{key}:\n{inner}"
    if isinstance(value, list):
        return f"{indent}{key}:\n" + "".join(f"{indent}  - {scalar(one)}\n" for one in value)
    text = str(value)
    plain = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d)?", text)
    link = key == "source" and re.fullmatch(r"https?://[A-Za-z0-9._~/?=&%+-]+", text)
    return f"{indent}{key}: {text if plain or link else scalar(text, indent)}\n"


def _explained(found: Found, zone: ZoneInfo) -> dict[str, str] | None:
    if found.explained is None:
        return None
    made = {"published": str(found.explained.astimezone(zone).date())}
    return made | ({"url": found.url} if found.url else {})


def _clock(value: Clock | None, zone: ZoneInfo) -> str:
    if isinstance(value, datetime):
        return stamp(value.astimezone(UTC), zone)
    return value or UNKNOWN
