"""Small projects on disk for the tests of the reading room."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from scorecard.model.intake import Reading
from scorecard.model.problems import Problem
from scorecard.model.records import Entry, FileRecord, Incident
from scorecard.read.records import Page, parse, record

BASE = Path(__file__).resolve().parent.parent / "base_project"
INCIDENT = "data/incidents/2026/2026-03-14-payment-outage.yml"
WAVE = "data/surveys/2026-q1.yml"

#: The least incident, without its comment: seven lines.
LEAST = """\
title: Bills came late
kind: billing
severity: minor
fault: ours
known: 2026-05-02T09:00
notified: 2026-05-02T10:30
resolved: 2026-05-02T16:00
"""


def project(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A copy of the base project with some files written over it."""
    root = folder / "project"
    shutil.copytree(BASE, root)
    for name, content in (files or {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def page(text: str | bytes, *, pure: bool = False) -> Page:
    """A text as the nodes of an incident file."""
    return parse("data/incidents/x.yml", text if isinstance(text, bytes) else text.encode(), pure=pure)


def incident(
    text: str | bytes, kind: type[FileRecord] = Incident
) -> tuple[Entry[FileRecord] | None, tuple[Problem, ...]]:
    """A text as the entry of an incident file called x.yml, in Rome."""
    return record(page(text), kind, "x", ZoneInfo("Europe/Rome"))


def line(problem: Problem) -> str:
    """A problem in one line: rule, place, message, label, help."""
    place = problem.place
    parts = (problem.message, problem.label, problem.help)
    return f"{problem.rule} {place.line}:{place.column}+{place.length} " + " | ".join(part for part in parts if part)


def told(found: Reading | tuple[Problem, ...]) -> list[str]:
    """Problems in one line each."""
    return [line(problem) for problem in (found.problems if isinstance(found, Reading) else found)]
