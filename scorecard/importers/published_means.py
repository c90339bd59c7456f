"""Published means: a table of mean answers per (fiscal) quarter, as authorities publish their customer surveys.

Shape: organisation, source, fiscal_year_starts, scale {min, max}, and quarters, each with label, from, to, customers,
invited, respondents and questions {id, label, text, mean | share | missing, n, sd}. What the source does not say is not
made up: the sample is `not-stated`, without an sd the widest interval holds, no item is put under a dimension of trust.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from scorecard.importers import values
from scorecard.importers.conversion import Conversion
from scorecard.importers.head import HEAD_KEYS, calendar, left_out, midnight_after, notes, organisation
from scorecard.importers.means_table import Row, Table, table
from scorecard.importers.names import line
from scorecard.importers.together import Step, steps_together

_OURS = MappingProxyType({"id": "trust", "text": "How much do you trust us?", "scale": "1-10"})


def recognises(foreign: Any) -> bool:
    """Whether this is a table of quarters with questions."""
    rows = foreign.get("quarters") if isinstance(foreign, Mapping) else None
    return isinstance(rows, list) and any(isinstance(row, Mapping) and "questions" in row for row in rows)


def convert(foreign: Mapping[str, Any], caveats: Sequence[str] = ()) -> Conversion:
    """The files of a project. Raises Unreadable when name, scale or quarters are missing."""
    remarks: list[str] = []
    head = organisation(foreign, remarks)
    left_out(foreign, HEAD_KEYS | {"scale", "quarters"}, "the source", remarks)
    year = calendar(head)
    source = table(foreign, year, remarks)
    rows = source.rows
    steps = {step.at: step for step in steps_together([row.means for row in rows], _rounding(rows))}
    files: dict[str, Any] = {"data/organisation.yml": head, "data/method.yml": _method(source)}
    for index, row in enumerate(rows):
        files[f"data/surveys/{row.quarter.slug}.yml"] = _wave(rows[:index], row, steps.get(index), remarks)
    head["notes"] = notes(foreign, [*_calendar_note(head, rows), *_own_notes(source)], caveats)
    ends = rows[-1].days[1] if rows[-1].days else year.end(rows[-1].quarter)
    return Conversion(files, tuple(dict.fromkeys(remarks)), midnight_after(ends))


def _wave(earlier: Sequence[Row], row: Row, step: Step | None, remarks: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"quarter": str(row.quarter), "audience": "customers", "sample": "not-stated"}
    if row.days:
        made["period"] = {"from": row.days[0].isoformat(), "to": row.days[1].isoformat()}
    made |= _people(row, remarks)
    said = [line(row.found.get("note"))]
    changes = _changes(earlier, row)
    if step is not None:
        if changes or set(earlier[-1].means) != set(row.means):
            mark = "Some questions changed in the same quarter, so we compare nothing across this line."
            made["method_changed"] = f"{_reading(step)} {mark}"
            remarks.append(f"{row.quarter}: method_changed is our reading, not the source's. Please confirm it.")
        else:
            said.append(f"{_reading(step)} The questions stayed the same, so we leave the comparison as it is.")
            remarks.append(f"{row.quarter}: all questions moved together. Only a person can know why.")
    if any(said):
        made["note"] = " ".join(part for part in said if part)
    for id, change in changes.items():
        own = row.items[id].get("note")
        row.items[id] |= {"comparable": False, "note": f"{change} {own}" if own else change}
    made["questions"] = list(row.items.values())
    return made


def _changes(earlier: Sequence[Row], row: Row) -> dict[str, str]:
    """For each item asked in other words or on another scale than the last time: what changed."""
    made = {}
    for id, here in row.means.items():
        then = next((old for old in reversed(earlier) if id in old.means), None)
        if then is None:
            continue
        was = then.means[id]
        if (was.low, was.high) != (here.low, here.high):
            made[id] = f"Asked on a scale from {was.low:g} to {was.high:g} until {then.label}."
        elif was.words != here.words:
            made[id] = f"Asked in other words until {then.label}: {then.items[id]['text']}"
    return made


def _reading(step: Step) -> str:
    verb = "fell" if step.fell else "rose"
    return (
        f"Our reading, the source does not say it: all {step.items} questions asked in the same words {verb} together, "
        f"by {step.least:g} to {step.most:g}. Chance could do {step.chance:.3f} at most. "
        f"Between other quarters {step.usual:g} is usual."
    )


def _people(row: Row, remarks: list[str]) -> dict[str, int]:
    """population, invited and respondents, as long as each is at most the next one."""
    kept: dict[str, int] = {}
    for key, stated in (("respondents", "respondents"), ("invited", "invited"), ("population", "customers")):
        count = values.count(row.found.get(stated))
        if count is not None and count < max(kept.values(), default=0):
            remarks.append(f"{row.quarter}: {stated} ({count:,}) is less than those who are part of it: left out.")
        elif count is not None:
            kept[key] = count
    return {key: kept[key] for key in ("population", "invited", "respondents") if key in kept}


def _method(source: Table) -> dict[str, Any]:
    """The source's own questions; no dimensions, for the source has none that are those of this method."""
    latest: dict[str, dict[str, Any]] = {}
    for row in source.rows:
        for id, item in row.items.items():
            if id not in latest or "missing" not in item:
                latest[id] = {"id": id, "text": item["text"], "scale": item.get("scale", "1-10")}
    if source.trust is None:  # the method's own question, which this source does not ask
        latest[_OURS["id"]] = dict(_OURS)
    direct = source.trust or _OURS["id"]
    return {"version": "1.0.0", "direct_question": direct, "dimensions": [], "questions": list(latest.values())}


def _calendar_note(head: Mapping[str, Any], rows: Sequence[Row]) -> list[str]:
    row = next((row for row in rows if row.days), None)
    if head["fiscal_year_starts"] == "01-01" or row is None or row.days is None:
        return []
    return [f"Quarters are those of the fiscal year: {row.quarter} is {row.days[0]} to {row.days[1]}."]


def _own_notes(source: Table) -> list[str]:
    """What readers must mind, in short sentences."""
    rows = source.rows
    shown = [(row.items[id], row, id) for row in rows for id in row.means]
    said = ["The source does not say how people were chosen. We do not know whom the answers speak for."]
    if source.trust is None:
        said.append("The source has no question about trust, so there is no trust score.")
    else:
        words = next((row.items[source.trust]["text"] for row in reversed(rows) if source.trust in row.items), "")
        stop = "" if words.endswith((".", "!", "?")) else "."
        said.append(f"The question about trust is the source's own: {words}{stop}")
    said.append("The other questions are shown one by one. We put none of them under the eight parts of trust.")
    if any("sd" not in item for item, _, _ in shown):
        said.append("The source gives means without their spread. Each interval is the widest the data allow.")
    if any(id in row.borrowed for _, row, id in shown):
        said.append(
            "The source counts the answers of each survey, not of each question: n is that of the whole survey."
        )
    if any("n" not in item for item, _, _ in shown):
        said.append("Some means come without a number of answers: they have no interval.")
    return [*said, "The source is a survey. It says nothing about incidents, promises or repairs."]


def _rounding(rows: Sequence[Row]) -> float:
    """The unit of the last decimal that any mean shows."""
    digits = max((len(repr(one.mean).partition(".")[2]) for row in rows for one in row.means.values()), default=2)
    return 10.0 ** -min(digits, 6)
