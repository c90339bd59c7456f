"""Rules that look at one entry at a time: run again only for the entries that are new.

Such a rule sees the entry, the organisation, the method and the moment; nothing of any other entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import ModuleType
from typing import Any

from scorecard.model.memo import Memo
from scorecard.model.problems import Problem
from scorecard.model.records import Entry
from scorecard.validate.checked import Checked

_GROUPS = ("waves", "incidents", "promises", "dialogue", "risks", "decisions", "enquiries", "corrections")


def is_alone(rule: ModuleType) -> bool:
    """SC5xx are; a suspicious thing (SC7xx) is when its module says ALONE = True."""
    return str(rule.CODE).startswith("SC5") or getattr(rule, "ALONE", False) is True


def check(rules: Iterable[ModuleType], records: Checked, as_of: datetime, memo: Memo) -> Iterator[Problem]:
    """What these rules find, in the order of the entries."""
    shared = (records.organisation, records.method, as_of)
    by_file = {entry.file: entry for entry in records.entries}
    new = [entry for entry in records.entries if not memo.holds(("alone", entry.file), (entry, *shared))]
    found: dict[str, list[Problem]] = {}
    some = only(records, new) if len(new) < len(records.entries) else records
    for rule in rules if new else ():
        for problem in rule.check(some, as_of):
            found.setdefault(problem.place.file, []).append(problem)
    for file, entry in by_file.items():
        yield from memo.of(("alone", file), (entry, *shared), partial(tuple, found.get(file, ())))


def only(records: Checked, entries: Iterable[Entry[Any]]) -> Checked:
    """The same project with no more than these entries, beside organisation and method."""
    wanted = {id(entry) for entry in entries}
    groups: dict[str, Any] = {
        name: tuple(one for one in getattr(records, name) if id(one) in wanted) for name in _GROUPS
    }
    outcomes = records.outcomes if id(records.outcomes) in wanted else None
    return replace(records, outcomes=outcomes, **groups)
