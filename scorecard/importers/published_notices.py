"""Published notices: what a status page told its users, one entry per outage or planned work.

Shape: organisation, source, and incidents, each with id, kind, title, severity, components, resolved (true, false or a
time), first_notice_at, text, url and updates {at, text, postmortem}. A status page does not say when a fault was known,
whose it was, how many people it touched or when exactly it was over: those stay unknown, and nothing is scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from scorecard.importers import names
from scorecard.importers.conversion import Conversion, Unreadable
from scorecard.importers.head import HEAD_KEYS, calendar, left_out, midnight_after, notes, organisation
from scorecard.importers.notice import SEVERITIES, Notice, notice

_DOUBT = "The source does not say whose clock its times follow. A stamp that ends in Z can still be local time."
_SILENT = {"not-applicable": "The source does not say."}


def recognises(foreign: Any) -> bool:
    """Whether this is a list of notices."""
    found = foreign.get("incidents") if isinstance(foreign, Mapping) else None
    return isinstance(found, list) and any(isinstance(one, Mapping) and "title" in one for one in found)


def convert(foreign: Mapping[str, Any], caveats: Sequence[str] = ()) -> Conversion:
    """The files of a project. Raises Unreadable when the name is missing, or every notice lacks a time."""
    remarks: list[str] = []
    head = organisation(foreign, remarks)
    left_out(foreign, HEAD_KEYS | {"incidents"}, "the source", remarks)
    found = [made for one in foreign["incidents"] if isinstance(one, Mapping) and (made := notice(one, remarks))]
    if not found:
        raise Unreadable("the source has no notice with a time: 'first_notice_at' is missing or cannot be read")
    found.sort(key=lambda one: one.first)
    systems = names.slugs((part for one in found for part in one.parts), "system")
    doubt = None if foreign.get("timezone") else _DOUBT
    files: dict[str, Any] = {"data/organisation.yml": head}
    taken: set[str] = set()
    for one in found:
        id = names.slug(one.id, taken, "notice")
        taken.add(id)
        files[f"data/incidents/{one.first.year}/{id}.yml"] = _incident(one, systems, doubt)
    ends = max(one.last for one in found).date()
    if systems:
        head["systems"] = {id: names.line(name) or id for name, id in systems.items()}
    head["severities"] = _meanings(found)
    head["scored_from"] = str(calendar(head).quarter_of(ends).plus(1))
    head["notes"] = notes(foreign, _own_notes(found, doubt), caveats)
    return Conversion(files, tuple(dict.fromkeys([*remarks, *_remarks(found)])), midnight_after(ends))


def _incident(one: Notice, systems: Mapping[str, str], doubt: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": one.title,
        "kind": "maintenance" if one.planned else "service",
        "severity": one.severity,
        "fault": "unknown",
    }
    if one.parts:
        made["systems"] = list(dict.fromkeys(systems[part] for part in one.parts))
    made |= {"started": "unknown", "known": "unknown", "notified": _stamp(one.first)}
    made["resolved"] = _stamp(one.end) if one.end else "not-yet" if one.over is False else "unknown"
    if doubt:
        made["times_doubtful"] = doubt
    if one.severity != "minor":
        made |= {"what_to_do": dict(_SILENT), "postmortem": dict(_SILENT), "remediation": dict(_SILENT)}
    if one.url:
        made["source"] = one.url
    if one.said:
        made["updates"] = [
            {"at": _stamp(said.at), "status": "postmortem" if said.after else "update", "text": said.text}
            for said in one.said
        ]
    return made


def _meanings(found: Sequence[Notice]) -> dict[str, str]:
    """What each severity means here: the source's own words that were put under it."""
    made = {}
    for severity in ("critical", "major", "minor"):
        words = dict.fromkeys(f'"{one.word}"' for one in found if not one.planned and one.severity == severity)
        if words:
            made[severity] = f"What the source calls {' or '.join(words)}."
    return made


def _own_notes(found: Sequence[Notice], doubt: str | None) -> list[str]:
    """What readers must mind, in short sentences."""
    endless = [one for one in found if one.over and one.end is None]
    bare = sum(not one.updated for one in endless)
    silent = sum(one.over is None for one in found)
    planned = sum(one.planned for one in found)
    said = [
        f"{len(found)} notices, {planned} of them planned work, which counts as no incident.",
        "A status page says when users were told, not when the fault was known. We compute no time to a first notice.",
        "The source does not say whose fault it was, or how many people it touched. Nothing here is scored.",
    ]
    if bare:
        said.append(f"{bare} of {len(found)} notices are called resolved without any time of the end.")
    if len(endless) > bare:
        more = len(endless) - bare
        said.append(f"Of {more} more only the last word has a time. It need not be the end, so the end stays unknown.")
    if silent:
        said.append(f"Of {silent} notices the source does not say whether they are over.")
    said.append("The source asked nobody how far they trust it, so there is no trust score.")
    return [*said, doubt] if doubt else said


def _remarks(found: Sequence[Notice]) -> list[str]:
    known = {word for word, _ in SEVERITIES}
    odd = Counter(one.word for one in found if not one.planned and one.word not in known)
    return [
        *(
            f"The severity '{word}' ({many} notices) is none we know: taken as minor."
            for word, many in sorted(odd.items())
        ),
        "Unknown for every notice: when it started, when it was known, whose fault it was, how many people it touched.",
        "scored_from lies after the last notice: imported history is shown, not scored.",
    ]


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
