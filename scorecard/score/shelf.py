"""The incidents by quarter, and what each says at a cut-off: read once for every cut-off that sees it otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from scorecard.model.memo import Memo
from scorecard.model.quarters import Quarter
from scorecard.model.records import Records
from scorecard.model.transparency import IncidentReading
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import Cutoff
from scorecard.score.incidents import counts, read
from scorecard.score.settled import settled_from
from scorecard.score.view import Case, Marked

#: What a reading looks at, and the last moment at which it can change (None: a clock may run on for ever).
_Known = tuple[tuple[object, ...], datetime | None]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Incidents by quarter with their readings. What is settled is read once for all cut-offs after that."""

    archive: Archive
    as_of: datetime
    memo: Memo
    marked: Marked = field(init=False, default_factory=dict)
    by_quarter: dict[Quarter, list[Item]] = field(init=False, default_factory=dict)
    _counted: dict[tuple[Quarter, Cutoff], list[Item]] = field(init=False, default_factory=dict)
    _known: dict[str, _Known] = field(init=False, default_factory=dict)
    _cases: dict[tuple[str, Quarter | str | None], Case] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for item in self.archive.items.values():
            if item.quarter is not None:
                self.by_quarter.setdefault(item.quarter, []).append(item)

    def cutoff(self, quarter: Quarter) -> Cutoff:
        """Cut-off of a quarter."""
        return self.archive.almanac.cutoff(quarter, self.as_of)

    def counted(self, quarter: Quarter, cutoff: Cutoff) -> list[Item]:
        """The incidents of a quarter that count at a cut-off."""
        key = quarter, cutoff
        if key not in self._counted:
            items = self.by_quarter.get(quarter, ())
            self._counted[key] = [item for item in items if counts(item, self.archive, cutoff)]
        return self._counted[key]

    def cases(self, window: Iterable[Quarter], at: Quarter) -> tuple[Case, ...]:
        """The counted incidents of the quarters at the cut-off of a quarter, in order of their ids."""
        cutoff = self.cutoff(at)
        items = [item for quarter in window for item in self.counted(quarter, cutoff)]
        return tuple(self.case(item, cutoff, at) for item in sorted(items, key=lambda item: item.id))

    def maintenances(self, quarter: Quarter, cutoff: Cutoff) -> int:
        """How many maintenances of a quarter were known at a cut-off."""
        items = self.by_quarter.get(quarter, ())
        return sum(i.incident.is_maintenance and i.known_at is not None and cutoff.seen(i.known_at) for i in items)

    def case(self, item: Item, cutoff: Cutoff, at: Quarter | None = None) -> Case:
        """An incident with its reading at the cut-off of a quarter, or of no quarter: at this very moment."""
        behind, since = self._about(item)
        settled = since is not None and cutoff.at > since
        key = (item.id, "settled" if settled else at)
        if key not in self._cases:
            inputs = behind if settled else (*behind, cutoff.at, cutoff.day, cutoff.whole)
            self._cases[key] = self.memo.of(("case", *key), inputs, partial(_case, item, self.archive, cutoff))
        return self._cases[key]

    def readings(self) -> dict[str, IncidentReading]:
        """Every incident and maintenance as it stands at this moment, by id."""
        now = self.archive.almanac.now(self.as_of)
        return {id: self.case(item, now).reading for id, item in sorted(self.archive.items.items())}

    def _about(self, item: Item) -> _Known:
        if item.id not in self._known:
            behind = self.archive.behind(item)
            since = self.memo.of(("settled", item.id), behind, partial(settled_from, item, self.archive))
            self._known[item.id] = behind, since
        return self._known[item.id]


def readings(records: Records, as_of: datetime) -> dict[str, IncidentReading]:
    """Every incident and maintenance as it stands at that moment, by id."""
    return Shelf(Archive.of(records), as_of, Memo()).readings()


def _case(item: Item, archive: Archive, cutoff: Cutoff) -> Case:
    return Case(item.incident, read(item, archive, cutoff))
