"""A table of incidents, one row each, by a mapping of its columns. A row may belong to a larger one by `parent`."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping as MappingABC
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scorecard.importers import names, values
from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import NOT_YET, UNKNOWN, Found, Said, Source
from scorecard.importers.incidents.mapping import TIMES, Mapping

NAME = "a table"
SEPARATORS = (",", ";", "\t", "|")
_NUMERIC = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([AaPp])\.?[Mm]\.?)?(.*)"
)


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and each row as a mapping with all of them."""

    header: tuple[str, ...]
    rows: tuple[MappingABC[str, str], ...]


def table(source: Source) -> Table:
    """The rows of a text of separated values. Raises Unreadable with the place of what is wrong."""
    lines = source.text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(iter(lines), delimiter=separator, strict=True)
    try:
        read = [[cell.strip() for cell in row] for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Unreadable(f"{source.name}:{reader.line_num}: this is no table of separated values: {error}") from None
    if len(read) < 2:
        raise Unreadable(f"{source.name}: a table needs a row with the names of the columns and rows below it")
    header = [(names.line(cell) or "").strip() for cell in read[0]]
    if twice := next((name for name in header if name and header.count(name) > 1), None):
        raise Unreadable(f"{source.name}: two columns are called {twice[:60]!r}; give them different names")
    odd = next((number for number, row in enumerate(read[1:], 2) if len(row) > len(header)), None)
    if odd is not None:
        raise Unreadable(f"{source.name}: row {odd} has more cells than there are columns ({len(header)})")
    rows = [dict(zip(header, [*row, *[""] * len(header)], strict=False)) for row in read[1:]]
    return Table(tuple(header), tuple(rows))


def incidents(tables: Sequence[Table], mapping: Mapping, desk: Desk) -> list[Found]:
    """One incident for each row with an id. Raises Unreadable when a column of the mapping is not there."""
    found: list[Found] = []
    for one in tables:
        if absent := [theirs for theirs in mapping.columns.values() if theirs not in one.header]:
            raise Unreadable(
                f"the table has no column {absent[0]!r}, which the mapping names; its columns are "
                f"{', '.join(one.header)[:600]}. Correct the mapping, or delete its file and a new one is proposed"
            )
        left = [name for name in one.header if name and name not in mapping.columns.values()]
        if left:
            desk.say(f"columns not taken over: {', '.join(left)}")
        for number, row in enumerate(one.rows, 2):
            cells = {ours: row[theirs] for ours, theirs in mapping.columns.items() if row[theirs]}
            if "id" in cells:
                found.append(_Row(cells, mapping, desk, f"{cells['id'][:60]}").found())
            else:
                desk.say(f"row {number} has no id and was left out: it could not be found again in the next import")
    many = Counter(one.id for one in found)
    for id in (id for id, times in many.items() if times > 1):
        desk.say(f"{id} stands in several rows; one of them is kept")
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    cells: MappingABC[str, str]
    mapping: Mapping
    desk: Desk
    where: str

    def found(self) -> Found:
        """The incident of the row."""
        clocks = {name: self._moment(name) for name in TIMES if name in self.cells}
        notified = clocks.get("notified")
        kind = self._word("kind")
        status = self._word("status")
        notice = self.desk.text(self.cells.get("notice"), self.where)
        if notice and not notified:
            self.desk.say(f"{self.where}: a notice without the time it was given; it was left out")
        return Found(
            id=said_of.ident(self.cells["id"]) or self.where,
            title=self.desk.line(self.cells.get("title"), self.where) or "Without a title",
            planned=kind == "maintenance",
            severity=self._word("severity"),
            parts=tuple(filter(None, map(str.strip, re.split(r"[,;|]", self.cells.get("systems", ""))))),
            started=clocks.get("started"),
            notified=notified,
            resolved=clocks.get("resolved") or (NOT_YET if status == "open" else UNKNOWN),
            url=said_of.link(self.cells.get("source")),
            said=(Said(notified, "update", notice),) if notice and notified else (),
            description=self.desk.text(self.cells.get("description"), self.where),
            parent=said_of.ident(self.cells.get("parent")),
            stated=self._stated(clocks, kind),
        )

    def _stated(self, clocks: MappingABC[str, datetime | None], kind: str | None) -> dict[str, Any]:
        made: dict[str, Any] = {name: clocks[name] for name in ("known", "staff_told") if clocks.get(name)}
        made |= {name: word for name in ("fault", "found_by") if (word := self._word(name))}
        if kind:
            made["kind"] = kind
        if cause := self.cells.get("cause"):
            made["cause"] = names.slug(cause, fallback="cause")
        if people := self.cells.get("affected"):
            count = values.count(re.sub(r"(?<=\d)[ .'\u00a0\u202f](?=\d{3}\b)", "", people))
            if count is None:
                self.desk.say(f"{self.where}: {people[:40]!r} is no number of customers; it stays unknown")
            elif kind != "maintenance":
                made["affected"] = {"customers": count}
        return made

    def _word(self, field: str) -> str | None:
        theirs = self.cells.get(field)
        word = self.mapping.words.get(field, {}).get(theirs) if theirs else None
        if theirs and word is None:
            self.desk.say(f"{field}: {theirs[:60]!r} is in no 'words' of the mapping; {field} stays open")
        return word

    def _moment(self, name: str) -> datetime | None:
        text = self.cells[name]
        where = f"{self.where}, {name}"
        match = _NUMERIC.fullmatch(text) if self.mapping.dates != "iso" else None
        if match is None:
            return self.desk.moment(text, where)
        day, month = (match[1], match[3]) if self.mapping.dates == "day-first" else (match[3], match[1])
        hour = int(match[5])
        if match[8]:
            hour = hour % 12 + (12 if match[8] in "pP" else 0)
        iso = f"{match[4]}-{int(month):02d}-{int(day):02d} {hour:02d}:{match[6]}:{match[7] or '00'}{match[9].strip()}"
        return self.desk.moment(iso, where)
