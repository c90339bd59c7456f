"""The reading room: from the files of data/ to records, with the place of every field and of every problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.model.intake import Reading
from scorecard.model.memo import Memo
from scorecard.model.memory import no_collecting
from scorecard.model.problems import Problem, RuleInfo
from scorecard.model.records import Entry, Records
from scorecard.read import locale
from scorecard.read.catalogue import by_rule
from scorecard.read.entries import Reader, newest
from scorecard.read.files import Claim, read_bytes, scan
from scorecard.read.kinds import METHOD, ORGANISATION, OUTCOMES
from scorecard.read.origins import Shelf
from scorecard.read.packaged import default_method
from scorecard.read.records import parse, zone_of
from scorecard.read.single import folders, single
from scorecard.read.sources import Finding, Source

__all__ = ["folders", "infos", "read", "single"]


def read(project: Path, memo: Memo | None = None) -> Reading:
    """All records below project/data, and all problems of all files at once. Raises nothing for what people write."""
    with no_collecting():
        return _read(project, memo or Memo())


def infos() -> tuple[RuleInfo, ...]:
    """Every problem this room can tell, by code."""
    return tuple(by_rule().values())


def _read(project: Path, memo: Memo) -> Reading:
    found = scan(project)
    problems: list[Problem] = list(found.problems)
    method, base = memo.of("packaged method", (), default_method)
    reader = Reader(memo, _zone(found.claims), base, newest(found.claims), memo.of("shelf", (), Shelf))
    groups: dict[str, list[Entry[Any]]] = {}
    for claim in found.claims:
        entry, wrong = reader.entry(claim)
        problems.extend(wrong)
        if entry is not None:
            groups.setdefault(claim.kind.group, []).append(entry)
    if found.frozen:
        from scorecard.read import ledger  # a new project has published nothing

        groups[_LEDGER], unreadable = ledger.versions(found.frozen, memo)
        problems.extend(unreadable)
    if found.saved:
        from scorecard.read import mappings  # most projects have none

        for saved in found.saved:
            problems.extend(mappings.problems(saved, memo))
    if all(claim.kind is not METHOD for claim in found.claims):
        groups[METHOD.group] = [method]
    records = _assembled(groups)
    problems.extend(_languages(records))
    return Reading(records, tuple(sorted(problems, key=lambda problem: problem.order)), tuple(sorted(found.files)))


def _zone(claims: Iterable[Claim]) -> ZoneInfo:
    """The organisation's zone, which every other file needs."""
    own = next((claim for claim in claims if claim.kind is ORGANISATION), None)
    return zone_of(parse(own.file, read_bytes(own)) if own is not None else None)


def _assembled(groups: dict[str, list[Entry[Any]]]) -> Records | None:
    single: dict[str, Any] = {name: entries[0] for name, entries in groups.items() if name in _SINGLE}
    if ORGANISATION.group not in single or METHOD.group not in single:
        return None
    several: dict[str, Any] = {
        name: tuple(entries if name == _LEDGER else sorted(entries, key=lambda entry: entry.file))
        for name, entries in groups.items()
        if name not in _SINGLE
    }
    return Records(**single, **several)


def _languages(records: Records | None) -> Iterator[Problem]:
    """Languages of the site that nobody has translated its texts into."""
    entry = records.organisation if records is not None else None
    for index, language in enumerate(entry.record.languages if entry is not None else ()):
        if entry is not None and not locale.translated(language):
            place = entry.place("languages", index)
            finding = Finding(
                "language-not-translated",
                place.line,
                place.column,
                f"the site's texts are not translated into '{language}', so it has no pages in that language",
                label="no texts",
                help=f"take it out, or translate them; there are: {', '.join(locale.known())}",
                length=place.length,
            )
            yield Source(entry.file, entry.lines).problem(finding)


_LEDGER = "vintages"
_SINGLE = frozenset({ORGANISATION.group, METHOD.group, OUTCOMES.group})
