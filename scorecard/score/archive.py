"""All incidents in order of time: which quarter each belongs to, what is folded into what, what came again."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from types import MappingProxyType

from scorecard.model.memo import Memo
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation
from scorecard.score.clocks import Almanac


@dataclass(frozen=True, slots=True)
class Item:
    """One incident with what does not depend on the cut-off.

    `known_at` decides the quarter; None: no moment is known at all. `root`: the incident it is folded into.
    `repeat_of`: the latest earlier incident of the same cause within the months the method names.
    """

    id: str
    incident: Incident
    known_at: datetime | None
    quarter: Quarter | None
    root: str | None = None
    children: tuple[str, ...] = ()
    repeat_of: str | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """Every incident by id, in order of (first known, id), with the rules that read it."""

    organisation: Organisation
    method: Method
    almanac: Almanac
    items: Mapping[str, Item]

    @classmethod
    def of(cls, records: Records, memo: Memo | None = None) -> Archive:
        """That of all records; the order of the files does not matter."""
        memo = memo or Memo()
        inputs = (records.organisation.record, records.method.record, records.incidents)
        return memo.of("archive", inputs, lambda: cls._of(*inputs, memo))

    @classmethod
    def _of(
        cls, organisation: Organisation, method: Method, incidents: Sequence[Entry[Incident]], memo: Memo
    ) -> Archive:
        almanac = Almanac.of(organisation)
        known = {entry.id: first_moment(entry, almanac) for entry in incidents}
        entries = sorted(incidents, key=lambda entry: (_order(known[entry.id]), entry.id))
        roots = _roots(entries)
        children: dict[str, list[str]] = {}
        for id, root in roots.items():
            children.setdefault(root, []).append(id)
        repeats = _repeats(entries, known, roots, method.repeat_within_months, almanac)
        items = {}
        for entry in entries:
            folded = roots.get(entry.id), tuple(children.get(entry.id, ()))
            inputs = (entry, organisation, known[entry.id], *folded, repeats.get(entry.id))
            items[entry.id] = memo.of(("item", entry.id), inputs, partial(_item, entry, almanac, *inputs[2:]))
        return cls(organisation, method, almanac, MappingProxyType(items))

    def behind(self, item: Item) -> tuple[object, ...]:
        """All that its readings look at, beside the cut-off."""
        family = (self.items[item.root] if item.root else None, *(self.items[id] for id in item.children))
        return item, *family, self.organisation, self.method

    def is_scored(self, quarter: Quarter | None) -> bool:
        """True unless the quarter lies before the first one that is scored."""
        first = self.organisation.scored_from
        return quarter is not None and (first is None or quarter >= first)


def _item(
    entry: Entry[Incident],
    almanac: Almanac,
    moment: datetime | None,
    root: str | None,
    children: tuple[str, ...],
    repeat_of: str | None,
) -> Item:
    quarter = None if moment is None else almanac.quarter(moment)
    return Item(entry.id, entry.record, moment, quarter, root, children, repeat_of)


def first_moment(entry: Entry[Incident], almanac: Almanac) -> datetime | None:
    """First known; where no clock was written down, the first word or trace there is, last the day in its name.

    Leaving every clock out must not take an incident off the record.
    """
    incident = entry.record
    if incident.first_known is not None:
        return incident.first_known
    traces = [update.at for update in incident.updates]
    traces += [clock for clock in (incident.resolved, incident.staff_told) if isinstance(clock, datetime)]
    traces += [incident.made_public.at] if incident.made_public else []
    if traces:
        return min(traces)
    match = re.match(r"\d{4}-\d{2}-\d{2}", entry.id)
    try:
        return almanac.midnight(date.fromisoformat(match[0])) if match else None
    except ValueError:
        return None


def _order(moment: datetime | None) -> float:
    return float("inf") if moment is None else moment.timestamp()


def _roots(entries: Iterable[Entry[Incident]]) -> dict[str, str]:
    """For each folded incident the one it belongs to; a ring of parents, or a maintenance as parent, folds nothing."""
    by_id = {entry.id: entry.record for entry in entries if not entry.record.is_maintenance}
    roots = {}
    for id in by_id:
        trail, at = [id], by_id[id].parent
        while at is not None and at in by_id and at not in trail:
            trail.append(at)
            at = by_id[at].parent
        if at not in trail and trail[-1] != id:
            roots[id] = trail[-1]
    return roots


def _repeats(
    entries: Iterable[Entry[Incident]],
    known: Mapping[str, datetime | None],
    roots: Mapping[str, str],
    months: int,
    almanac: Almanac,
) -> dict[str, str]:
    """For each incident the latest earlier one of the same cause, no more than so many months before."""
    seen: dict[str, list[tuple[datetime, str]]] = {}
    found = {}
    for entry in entries:
        moment, cause = known[entry.id], entry.record.cause
        if moment is None or cause is None or entry.record.is_maintenance:
            continue
        since = months_before(almanac.day(moment), months)
        for earlier, id in reversed(seen.get(cause, [])):
            if almanac.day(earlier) < since:
                break
            if earlier < moment and not _is_one(entry.id, id, roots, known):
                root = roots.get(id, id)
                found[entry.id] = root if _order(known[root]) <= _order(moment) else id
                break
        seen.setdefault(cause, []).append((moment, entry.id))
    return found


def _is_one(id: str, earlier: str, roots: Mapping[str, str], known: Mapping[str, datetime | None]) -> bool:
    """True where both belong to one incident, and that was known when the later of them was."""
    root = roots.get(id, id)
    return root == roots.get(earlier, earlier) and _order(known[root]) <= _order(known[id])


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
