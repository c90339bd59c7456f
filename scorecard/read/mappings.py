"""data/imports/*.yml: saved mappings, read with the same care as a record. Loaded only where there are some."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from zoneinfo import ZoneInfo

from scorecard.model.memo import Memo
from scorecard.model.nodes import Mapping, Scalar
from scorecard.model.problems import Problem
from scorecard.model.records import FileRecord
from scorecard.model.records.mapping import IncidentMapping, SurveyMapping
from scorecard.read.files import Saved, read_saved
from scorecard.read.records import Page, parse, record
from scorecard.read.sources import Finding

#: Names of zones are the same everywhere, and no other key of a mapping hangs on the organisation's.
_ZONE = ZoneInfo("UTC")


def problems(saved: Saved, memo: Memo) -> tuple[Problem, ...]:
    """What is wrong with a file, whatever it is for."""
    data = read_saved(saved)
    if isinstance(data, Finding):
        return parse(saved.file, data).problems
    digest = blake2b(data, digest_size=20).digest()
    return memo.of(("mapping", saved.file), (digest, saved.id), lambda: _checked(parse(saved.file, data), saved.id))


def _checked(page: Page, id: str) -> tuple[Problem, ...]:
    return record(page, record_of(page.root), id, _ZONE)[1]


def record_of(root: Mapping | None) -> type[FileRecord]:
    """Which of the two records a file holds: it says so in `kind`; of a misspelt one, the keys tell."""
    kind = root.get("kind") if root is not None else None
    if root is None or not isinstance(kind, Scalar) or kind.text.strip() in ("surveys", ""):
        return SurveyMapping
    return IncidentMapping if kind.text.strip() == "incidents" or root.get("tool") is None else SurveyMapping


def mapping(path: Path, file: str, id: str) -> tuple[SurveyMapping | None, tuple[Problem, ...]]:
    """The mapping of a file, or what is wrong with it; neither where there is no file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        found = Finding("unreadable-file", 1, 1, f"this file cannot be read: {reason}", help="check who may read it")
        return None, parse(file, found).problems
    return parsed(data, file, id)


def parsed(data: bytes, file: str, id: str) -> tuple[SurveyMapping | None, tuple[Problem, ...]]:
    """The mapping that these bytes hold."""
    entry, problems = record(parse(file, data), SurveyMapping, id, _ZONE)
    return (entry.record if entry is not None else None), problems
