"""One incident as another tool tells it: what it says, and no more. None and UNKNOWN mean that it does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

UNKNOWN, NOT_YET = "unknown", "not-yet"
Clock = datetime | str
#: Words after which nothing is left to tell of the incident itself.
LAST_WORDS = frozenset({"resolved", "postmortem"})
#: So close together, two stamps of one tool are one act of one person.
ONE_ACT = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a person handed over: its name as given, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """One word to the public; `status` is one of ours."""

    at: datetime
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """An incident or planned work.

    `id` is the tool's own. `severity` is ours, None where the tool has none or a word that nobody knows. `stated` holds
    further keys of the data format that the source states itself (known, fault, kind …), ready to be written.
    `parent` is the tool's id of the larger incident. `started` and `notified` are None when unknown. `only_last`: the
    source keeps no word but the last, so those of an earlier import stay.
    """

    id: str
    title: str
    planned: bool = False
    severity: str | None = None
    parts: tuple[str, ...] = ()
    started: datetime | None = None
    notified: datetime | None = None
    resolved: Clock = UNKNOWN
    planned_for: datetime | None = None
    retroactive: bool = False
    url: str | None = None
    said: tuple[Said, ...] = ()
    description: str | None = None
    explained: datetime | None = None
    parent: str | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)
    only_last: bool = False

    @property
    def first(self) -> datetime | None:
        """The moment that gives the file its day: known, else told, else started, else that of a word or a plan."""
        known = self.stated.get("known")
        if isinstance(known, datetime):
            return known
        return self.notified or self.started or min((one.at for one in self.said), default=self.planned_for)


def settled(found: Found) -> Found:
    """The same with its words in order, marked where everything was told only afterwards.

    Where the first word already says that it is over, the time of that word is not the time of the end: unknown.
    """
    said = tuple(sorted(found.said, key=lambda one: one.at))
    explained = found.explained or next((one.at for one in said if one.status == "postmortem"), None)
    found = replace(found, said=said, explained=explained)
    if found.planned or found.notified is None:
        return found
    over = isinstance(found.resolved, datetime) and found.notified > found.resolved
    at_once = bool(said) and said[0].status in LAST_WORDS and said[0].at <= found.notified
    end = found.resolved
    if at_once and isinstance(end, datetime) and abs(end - said[0].at) <= ONE_ACT:
        end = UNKNOWN
    return replace(found, resolved=end, retroactive=found.retroactive or over or at_once)


def without_repeats(found: Sequence[Found]) -> list[Found]:
    """Each id once, the account with the most words; in the order of time."""
    best: dict[str, Found] = {}
    for one in found:
        if one.id not in best or len(one.said) > len(best[one.id].said):
            best[one.id] = one
    return sorted(best.values(), key=lambda one: (one.first.isoformat() if one.first else "", one.id))
