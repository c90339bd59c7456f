"""Two states of the records side by side, and the values in them that the public may rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from scorecard.model.nodes import Loc
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Incident, Records
from scorecard.validate.targets import Target, target_of

#: The word a correction uses for a group of records, and the group.
GROUPS = {
    "survey": "waves",
    "incident": "incidents",
    "promise": "promises",
    "dialogue": "dialogue",
    "risk": "risks",
    "decision": "decisions",
    "enquiries": "enquiries",
}
#: Words that count like figures: they decide how an incident or a survey is judged.
WORDS = frozenset({"severity", "fault", "kind", "sample", "audience", "found_by", "retroactive"})
#: Dates of plans, which are meant to move.
PLANS = frozenset({"publish_at", "next_review", "next_update", "check_by"})
#: What says that nothing is known yet; to learn it later is no change.
OPEN_WORDS = frozenset({"unknown", "not-yet", "not-stated"})
#: Of an incident that goes on, these are estimates.
ESTIMATES = frozenset({"severity", "fault", "kind", "affected", "resolved"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A record before and after; `after` is None where it is gone."""

    kind: str
    before: Entry[Any]
    after: Entry[Any] | None


@dataclass(frozen=True, slots=True)
class History:
    """Every record there was, with what became of it, and the fields that new corrections name."""

    pairs: tuple[Pair, ...]
    corrected: frozenset[tuple[str, str, str]]
    since: str
    unread: frozenset[str]

    @classmethod
    def of(cls, before: Records, after: Records, since: str, unread: Iterable[str]) -> History:
        """Records of one kind and id are one record."""
        pairs = []
        for kind, group in GROUPS.items():
            now = {entry.id: entry for entry in getattr(after, group)}
            pairs += [Pair(kind, entry, now.get(entry.id)) for entry in getattr(before, group)]
        if before.outcomes is not None:
            pairs.append(Pair("outcome", before.outcomes, after.outcomes))
        old = {entry.id for entry in before.corrections}
        pairs += [
            Pair("correction", entry, next((one for one in after.corrections if one.id == entry.id), None))
            for entry in before.corrections
        ]
        named = ((target_of(entry.record), entry) for entry in after.corrections if entry.id not in old)
        corrected = {(t.kind, _name(t), entry.record.field.strip()) for t, entry in named if t is not None}
        return cls(tuple(pairs), frozenset(corrected), since, frozenset(unread))

    def is_corrected(self, pair: Pair, loc: Loc) -> bool:
        """Whether a new correction names this value, one above it, or its last word."""
        steps = [str(step) for step in loc]
        names = {".".join(steps[:end]) for end in range(1, len(steps) + 1)} | set(steps[-1:])
        kind, id = pair.kind, pair.before.id
        if kind == "outcome" and len(steps) > 1:
            id = steps[1]
        return any((kind, id, name) in self.corrected for name in names)


def _name(target: Target) -> str:
    if target.quarter is None:
        return target.name
    return target.quarter.slug + ("" if target.audience == "customers" else f"-{target.audience}")


def changes(pair: Pair) -> Iterator[tuple[Loc, Any, Any]]:
    """(location, old value, new value) of each settled value that is another one now, or gone."""
    if pair.after is None:
        return
    old, new = pair.before.record, pair.after.record
    goes_on = isinstance(old, Incident) and not isinstance(old.resolved, datetime)
    now = dict(_values(new.model_dump(by_alias=True)))
    for loc, value in _values(old.model_dump(by_alias=True)):
        if loc[0] in PLANS or loc[-1] in PLANS or (goes_on and loc[0] in ESTIMATES):
            continue
        if now.get(loc) != value:
            yield loc, value, now.get(loc)


def _values(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Figures, times and judging words below a value; a list of figures is one value. What is open is left out."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _values(inner, (*loc, str(key)))
    elif isinstance(value, (list, tuple)) and not (value and all(map(_is_figure, value))):
        for index, inner in enumerate(value):
            id = inner.get("id") if isinstance(inner, Mapping) else None
            yield from _values(inner, (*loc, id if isinstance(id, str) else index))
    elif value is not None and value not in OPEN_WORDS and (_is_figure(value) or (loc and loc[-1] in WORDS)):
        yield loc, value


def _is_figure(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return bool(value) and all(map(_is_figure, value))
    return isinstance(value, (int, float, date, timedelta, Quarter)) and not isinstance(value, bool)
