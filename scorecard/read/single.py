"""One file by itself, as if it lay in data/: for text that is not on disk yet."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from scorecard.model.nodes import Mapping
from scorecard.model.problems import Problem
from scorecard.model.records import Entry
from scorecard.read.files import LARGEST_FILE
from scorecard.read.kinds import FOLDERS
from scorecard.read.records import parse, record
from scorecard.read.sources import Finding


def folders() -> dict[str, tuple[str, bool]]:
    """For each group of Records with a folder: its place below data/, and whether years lie below."""
    return {kind.group: (kind.where, kind.years) for kind in FOLDERS}


def single(
    group: str, file: str, data: bytes, zone: ZoneInfo
) -> tuple[Mapping | None, Entry[Any] | None, tuple[Problem, ...]]:
    """The nodes (private ones too), the entry and the problems of a file of a group; None where there is none."""
    kind = next(kind for kind in FOLDERS if kind.group == group)
    size = f"this file would have {len(data):,} bytes; at most {LARGEST_FILE:,} are read"
    help = "keep one record per file and leave out what is not data"
    page = parse(file, data if len(data) <= LARGEST_FILE else Finding("file-too-large", 1, 1, size, help=help))
    entry, problems = record(page, kind.record, file.rpartition("/")[2].removesuffix(".yml"), zone)
    return page.root, entry, problems
