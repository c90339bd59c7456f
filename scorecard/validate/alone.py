"""Rules that look at one entry at a time: run again only for the entries that are new.

Such a rule sees the entry, the organisation, the method and the moment; nothing of any other entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
#: Entries that all rules look at before any looks at the next.
_AT_ONCE = 250


def is_alone(rule: ModuleType) -> bool:
    """SC5xx are; a suspicious thing (SC7xx) is when its module says ALONE = True."""
    return str(rule.CODE).startswith("SC5") or getattr(rule, "ALONE", False) is True


def check(rules: Iterable[ModuleType], records: Checked, as_of: datetime, memo: Memo) -> Iterator[Problem]:
    """What these rules find, in the order of the entries."""
    shared = (records.organisation, records.method, as_of)
    by_file = {entry.file: entry for entry in records.entries}
    new = [entry for entry in records.entries if not memo.holds(("alone", entry.file), (entry, *shared))]
    found: dict[str, list[Problem]] = {}
    every = tuple(rules)
    for files, some in _blocks(records, new):
        for rule in every:
            for problem in rule.check(some, as_of):
                if problem.place.file in files:
                    found.setdefault(problem.place.file, []).append(problem)
    for file, entry in by_file.items():
        yield from memo.of(("alone", file), (entry, *shared), partial(tuple, found.get(file, ())))


def _blocks(records: Checked, entries: Sequence[Entry[Any]]) -> Iterator[tuple[frozenset[str], Checked]]:
    """The same project with a few of these entries at a time, beside organisation and method; and their files.

    What is said of another file is said of the organisation or the method, and belongs to the block that holds it.
    All rules look at a few before any looks at the next: nodes that one rule asked for are still there for the others.
    """
    groups = {id(entry): name for name in _GROUPS for entry in getattr(records, name)}
    for start in range(0, len(entries), _AT_ONCE):
        some: dict[str, Any] = {name: [] for name in _GROUPS}
        block = entries[start : start + _AT_ONCE]
        for entry in block:
            if id(entry) in groups:
                some[groups[id(entry)]].append(entry)
        outcomes = records.outcomes if any(entry is records.outcomes for entry in block) else None
        files = frozenset(entry.file for entry in block)
        some = {name: tuple(ones) for name, ones in some.items()}
        yield files, replace(records, outcomes=outcomes, **some)
