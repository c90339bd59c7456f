"""Small trees of our own for tests of bad files: a base, a good incident, a good wave, and what differs."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from scorecard import pipeline
from tests.hostile.porting import BASE
from tests.hostile.running import write

AS_OF = datetime(2026, 11, 30, 12, tzinfo=UTC)
INCIDENT = "data/incidents/2026/2026-09-01-no-heat.yml"
WAVE = "data/surveys/2026-q3.yml"
HEAD = b"""\
title: No heat in the old town
kind: service
severity: minor
fault: ours
known: 2026-09-01T06:10
notified: 2026-09-01T06:30
resolved: 2026-09-01T11:00
"""
SURVEY = b"""\
quarter: 2026-Q3
audience: customers
sample: random
invited: 3000
questions:
  - {id: trust, counts: [14, 7, 19, 35, 44, 75, 133, 190, 99, 58]}
"""


def with_line(old: bytes, new: bytes, whole: bytes = HEAD) -> bytes:
    """A good file with one line written differently."""
    assert old in whole
    return whole.replace(old, new, 1)


def after(line: bytes) -> bytes:
    """A good incident with one line more."""
    return HEAD + line + b"\n"


def counted(counts: list[int]) -> bytes:
    """A good wave with other counts."""
    return re.sub(rb"counts: \[.*\]", f"counts: {counts}".encode(), SURVEY)


def checked(folder: Path, tree: Mapping[str, bytes]) -> pipeline.Checked:
    """The base tree with these files, checked."""
    return pipeline.check(write({**BASE, **tree}, folder), AS_OF)
