"""The rows of a published table of means: one quarter each, with its items made fit for a wave."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scorecard.importers import values
from scorecard.importers.conversion import Unreadable
from scorecard.importers.head import left_out
from scorecard.importers.names import line, slugs
from scorecard.importers.together import Item
from scorecard.model.quarters import Calendar, Quarter

_QUARTER = frozenset({"label", "from", "to", "customers", "invited", "respondents", "questions", "scale", "note"})
_ITEM = frozenset({"id", "label", "text", "mean", "sd", "n", "share", "missing", "scale", "note"})


@dataclass(slots=True)
class Row:
    """One quarter: its days where the source gives both, and per id the item as YAML keys.

    `means` holds what can be compared; `borrowed` the ids whose n is that of the whole survey.
    """

    label: str
    quarter: Quarter
    days: tuple[date, date] | None
    found: Mapping[str, Any]
    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    means: dict[str, Item] = field(default_factory=dict)
    borrowed: set[str] = field(default_factory=set)

    @property
    def asked(self) -> list[Mapping[str, Any]]:
        """The questions as the source has them, those without any name left out."""
        return [one for one in self.found.get("questions") or () if isinstance(one, Mapping) and name(one)]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows, oldest first, and the id of the question about trust (None: there is none)."""

    rows: tuple[Row, ...]
    trust: str | None


def name(found: Mapping[str, Any]) -> str:
    """What the source calls a question."""
    return str(found.get("id") or found.get("label") or found.get("text") or "")


def table(foreign: Mapping[str, Any], year: Calendar, remarks: list[str]) -> Table:
    """The table of the source; appends to `remarks` what was left out. Raises Unreadable."""
    rows = _rows(foreign, year, remarks)
    ids = slugs((name(found) for row in rows for found in row.asked), "question")
    top = values.scale(foreign.get("scale"))
    for row in rows:
        for found in row.asked:
            _take(row, ids[name(found)], found, top, remarks)
    return Table(tuple(rows), _trust(rows, ids))


def _rows(foreign: Mapping[str, Any], year: Calendar, remarks: list[str]) -> list[Row]:
    rows: dict[Quarter, Row] = {}
    for found in foreign["quarters"]:
        if not isinstance(found, Mapping):
            remarks.append("A quarter that is no mapping of keys was left out.")
            continue
        left_out(found, _QUARTER, "the quarters", remarks)
        label = line(found.get("label")) or ""
        first, last = values.day(found.get("from")), values.day(found.get("to"))
        days = (first, last) if first and last and first <= last else None
        named = values.quarter(label)
        quarter = year.quarter_of(days[0] + (days[1] - days[0]) / 2) if days else named
        if quarter is None:
            remarks.append(f"The quarter {label!r} has neither days nor a name that says which it is: left out.")
        elif quarter in rows:
            remarks.append(f"The source has {quarter} twice; the first one is kept.")
        else:
            if named is not None and named != quarter:
                remarks.append(f"The source calls {first} to {last} {label}; here it is {quarter}, by its days.")
            rows[quarter] = Row(label or str(quarter), quarter, days, found)
    if not rows:
        raise Unreadable("the source has no quarter that can be read: 'quarters' is empty or without days and names")
    return sorted(rows.values(), key=lambda row: row.quarter)


def _trust(rows: Sequence[Row], ids: Mapping[str, str]) -> str | None:
    """The item that asks about trust: by its id or label first, then by its words."""
    for keys in (("id", "label"), ("text",)):
        for row in rows:
            for found in row.asked:
                if any(re.search(r"\btrust", str(found.get(key) or ""), re.IGNORECASE) for key in keys):
                    return ids[name(found)]
    return None


def _take(row: Row, id: str, found: Mapping[str, Any], top: tuple[int, int] | None, remarks: list[str]) -> None:
    left_out(found, _ITEM, "the questions", remarks)
    if id in row.items:
        remarks.append(f"{row.quarter} has the question '{id}' twice; the first one is kept.")
        return
    scale = values.scale(found.get("scale")) or values.scale(row.found.get("scale")) or top
    asked = line(found.get("text")) or line(found.get("label")) or id
    mean, share = values.number(found.get("mean")), values.number(found.get("share"))
    own, whole = values.count(found.get("n")), values.count(row.found.get("respondents"))
    n = whole if own is None else own
    if mean is not None and scale is None:
        raise Unreadable(f"the source gives means without a scale: 'scale' is missing ({row.label}, {id})")
    made: dict[str, Any] = {"id": id, "text": asked}
    if scale is not None and (mean is not None or share is None):
        made["scale"] = f"{scale[0]}-{scale[1]}"
    reason = _unusable(found, mean, share, n, scale)
    if reason is not None:
        made["missing"] = reason
    elif mean is not None and scale is not None:
        sd = values.number(found.get("sd"))
        made |= {"mean": mean} | ({"sd": sd} if sd is not None else {}) | ({"n": n} if n else {})
        row.means[id] = Item(mean, *scale, n, " ".join(asked.split()).casefold())
    else:
        made |= {"share": share, "share_of": asked} | ({"n": n} if n else {})
    if own is None and "n" in made:
        row.borrowed.add(id)
    if note := line(found.get("note")):
        made["note"] = note
    row.items[id] = made


def _unusable(
    found: Mapping[str, Any], mean: float | None, share: float | None, n: int | None, scale: tuple[int, int] | None
) -> str | None:
    """Why there is no figure, in the source's words where it has some; None when there is one."""
    if mean is None and share is None:
        return line(found.get("missing")) or "The source gives no figure and no reason."
    if n == 0:
        return "The source says that nobody answered."
    if mean is not None and scale is not None and not scale[0] <= mean <= scale[1]:
        return f"The source says {mean:g}, which is not on its scale from {scale[0]} to {scale[1]}."
    if share is not None and mean is None and not 0 <= share <= 1:
        return f"The source says {share:g}, which is no share between 0 and 1."
    return None
