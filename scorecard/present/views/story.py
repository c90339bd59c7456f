"""What was said of an incident, word by word: what feeds, the status interface and the programs' lists tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scorecard.model.moments import compact
from scorecard.model.records import Entry
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Incident
from scorecard.present import outward
from scorecard.present.desk import Desk


@dataclass(frozen=True, slots=True)
class Said:
    """One word to the public. `key` is unique within its incident; `own` is True where staff wrote the text itself."""

    key: str
    at: datetime
    status: str
    text: str
    own: bool
    next_update: datetime | None = None


def told(desk: Desk, entry: Entry[Incident]) -> tuple[Said, ...]:
    """Every word up to the cut-off, oldest first; without written updates, the times of the record speak.

    Two updates of the same minute are told apart by their order in the file, to which new ones are added last.
    """
    found = [*_updates(desk, entry.record)] or [*_without_updates(desk, entry.record)]
    return tuple(sorted([*found, *_explained(desk, entry.record)], key=lambda one: one.at))


def moments(desk: Desk, entry: Entry[Incident]) -> tuple[datetime, datetime] | None:
    """The first and the last moment of those words, without making the words; None where there is no word."""
    incident = entry.record
    found = [update.at for update in incident.updates if update.at <= desk.as_of]
    if not found:
        found = [one.at for one in _without_updates(desk, incident)]
    explained = _explained_at(desk, incident)
    if explained is not None:
        found.append(explained)
    return (min(found), max(found)) if found else None


def _updates(desk: Desk, incident: Incident) -> Iterator[Said]:
    seen: dict[str, int] = {}
    for update in incident.updates:
        key = compact(update.at)
        seen[key] = seen.get(key, 0) + 1
        if update.at <= desk.as_of:
            unique = key if seen[key] == 1 else f"{key}-{seen[key]}"
            yield Said(unique, update.at, update.status, update.text, True, update.next_update)


def _without_updates(desk: Desk, incident: Incident) -> Iterator[Said]:
    first = incident.notified if isinstance(incident.notified, datetime) else incident.first_known
    if first is None or first > desk.as_of:
        return
    status = "planned" if incident.is_maintenance else "investigating"
    yield Said("first", first, status, incident.title, False)
    if isinstance(incident.resolved, datetime) and incident.resolved <= desk.as_of:
        text = desk.words.say("Done.") if incident.is_maintenance else desk.words.say("Put right.")
        yield Said("resolved", max(first, incident.resolved), "resolved", text, False)


def _explained_at(desk: Desk, incident: Incident) -> datetime | None:
    """The start of the day on which an explanation was published, where no update tells of it."""
    given = incident.postmortem
    if given is None or isinstance(given, NotApplicable) or given.published is None:
        return None
    if given.published > desk.today or any(one.status == "postmortem" for one in incident.updates):
        return None
    return outward.start_of(desk, given.published)


def _explained(desk: Desk, incident: Incident) -> Iterator[Said]:
    at = _explained_at(desk, incident)
    if at is not None and incident.postmortem is not None and not isinstance(incident.postmortem, NotApplicable):
        text = incident.postmortem.text
        words = text or desk.words.say("We have published our explanation.")
        yield Said("explanation", at, "postmortem", words, text is not None)
