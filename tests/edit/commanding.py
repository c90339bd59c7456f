"""What the tests of commands share: a project, a run of a command, a terminal that answers."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BASE = Path(__file__).resolve().parent.parent / "base_project"
Run = Callable[..., tuple[int, str, str]]
INCIDENT = "data/incidents/2026/2026-06-30-no-card-payments.yml"
NEW = ["incident", "new", "--title", "No card payments", "--started", "09:12", "--fault", "ours"]
MINOR = [*NEW, "--severity", "minor"]


def files(project: Path) -> dict[str, bytes]:
    """Everything in the project."""
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in project.rglob("*") if file.is_file()}


def at(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be another time of 30 June, in UTC."""
    hour, minute = map(int, moment.split(":"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1782777600 + hour * 3600 + minute * 60))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Terminal:
    """Let somebody sit at a terminal and type these lines."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    return shown
