"""The reading room: from the files of data/ to records, with the place of every field and of every problem."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.model.intake import Reading
from scorecard.model.memo import Memo
from scorecard.model.problems import Problem, RuleInfo
from scorecard.model.records import Entry, Records
from scorecard.read.catalogue import INFO
from scorecard.read.files import Claim, read_bytes, scan
from scorecard.read.kinds import METHOD, ORGANISATION, OUTCOMES
from scorecard.read.records import Page, default_method, parse, record, zone_of

__all__ = ["infos", "read"]


def read(project: Path, memo: Memo | None = None) -> Reading:
    """All records below project/data, and all problems of all files at once. Raises nothing for what people write."""
    with _no_collecting():
        return _read(project, memo or Memo())


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


def _read(project: Path, memo: Memo) -> Reading:
    found = scan(project)
    problems: list[Problem] = list(found.problems)
    pages = [(claim, _page(claim, memo)) for claim in found.claims]
    zone = zone_of(next((page for claim, page in pages if claim.kind is ORGANISATION), None))
    method, base = memo.of("packaged method", (), default_method)
    own_method = False
    groups: dict[str, list[Entry[Any]]] = {}
    for claim, page in pages:
        own_method = own_method or claim.kind is METHOD
        entry, wrong = _entry(claim, page, zone, base if claim.kind is METHOD else None, memo)
        problems.extend(wrong)
        if entry is not None:
            groups.setdefault(claim.kind.group, []).append(entry)
    if not own_method:
        groups[METHOD.group] = [method]
    records = _assembled(groups)
    return Reading(records, tuple(sorted(problems, key=lambda problem: problem.order)), tuple(sorted(found.files)))


def _page(claim: Claim, memo: Memo) -> Page:
    data = read_bytes(claim)
    return memo.of(("page", claim.file), (data,), lambda: parse(claim.file, data))


def _entry(
    claim: Claim, page: Page, zone: ZoneInfo, base: Mapping[str, Any] | None, memo: Memo
) -> tuple[Entry[Any] | None, tuple[Problem, ...]]:
    inputs = (page, claim.kind, claim.id, zone.key, base)
    return memo.of(("entry", claim.file), inputs, lambda: record(page, claim.kind.record, claim.id, zone, base))


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
