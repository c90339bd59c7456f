"""The reading room: from the files of data/ to records, with the place of every field and of every problem."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scorecard.model.intake import Reading
from scorecard.model.problems import Problem, RuleInfo
from scorecard.model.records import Entry, Records
from scorecard.read.catalogue import INFO
from scorecard.read.files import Claim, read_bytes, scan
from scorecard.read.kinds import METHOD, ORGANISATION, OUTCOMES
from scorecard.read.records import Page, default_method, parse, record, zone_of

__all__ = ["infos", "read"]


def read(project: Path) -> Reading:
    """All records below project/data, and all problems of all files at once. Raises nothing for what people write."""
    with _no_collecting():
        return _read(project)


def infos() -> tuple[RuleInfo, ...]:
    """Every problem this room can tell, by code."""
    return tuple(INFO.values())


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the garbage collector: nodes hold no cycles, and looking for some takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(project: Path) -> Reading:
    found = scan(project)
    problems: list[Problem] = list(found.problems)
    pages: list[tuple[Claim, Page]] = [(claim, parse(claim.file, read_bytes(claim))) for claim in found.claims]
    zone = zone_of(next((page for claim, page in pages if claim.kind is ORGANISATION), None))
    method, base = default_method()
    own_method = False
    groups: dict[str, list[Entry[Any]]] = {}
    for claim, page in pages:
        own_method = own_method or claim.kind is METHOD
        entry, wrong = record(page, claim.kind.record, claim.id, zone, base if claim.kind is METHOD else None)
        problems.extend(wrong)
        if entry is not None:
            groups.setdefault(claim.kind.group, []).append(entry)
    if not own_method:
        groups[METHOD.group] = [method]
    records = _assembled(groups)
    return Reading(records, tuple(sorted(problems, key=lambda problem: problem.order)), tuple(sorted(found.files)))


def _assembled(groups: dict[str, list[Entry[Any]]]) -> Records | None:
    single: dict[str, Any] = {name: entries[0] for name, entries in groups.items() if name in _SINGLE}
    if ORGANISATION.group not in single or METHOD.group not in single:
        return None
    several: dict[str, Any] = {
        name: tuple(sorted(entries, key=lambda entry: entry.file))
        for name, entries in groups.items()
        if name not in _SINGLE
    }
    return Records(**single, **several)


_SINGLE = frozenset({ORGANISATION.group, METHOD.group, OUTCOMES.group})
