"""Whole small projects for tests of rules: the base project with some files replaced or added."""

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from scorecard import read, validate
from scorecard.model.memo import Memo
from scorecard.model.problems import Problem

BASE = Path(__file__).resolve().parent.parent / "base_project"
#: The moment of all tests of rules; the base project ends in April 2026.
AS_OF = datetime(2026, 6, 30, 12, tzinfo=UTC)


def project(folder: Path, files: Mapping[str, str]) -> Path:
    """The base project below `folder`, with these files over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def problems(
    folder: Path, files: Mapping[str, str], as_of: datetime = AS_OF, memo: Memo | None = None
) -> tuple[Problem, ...]:
    """What the rules say; the reading room must have nothing to say."""
    reading = read.read(project(folder, files), memo)
    assert reading.problems == ()
    assert reading.records is not None
    return validate.check(reading.records, as_of, memo=memo)
