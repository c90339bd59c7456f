"""data/imports/*.yml: one saved mapping of columns, read with the same care as a record."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from scorecard.model.problems import Problem
from scorecard.model.records.mapping import SurveyMapping
from scorecard.read.records import parse, record
from scorecard.read.sources import Finding


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
    entry, problems = record(parse(file, data), SurveyMapping, id, ZoneInfo("UTC"))
    return (entry.record if entry is not None else None), problems
