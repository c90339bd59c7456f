"""What the tests of the front door share: problems that are found, and a stream that is a terminal."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, RuleInfo, Severity

ERROR = Problem(Place("data/surveys/2026-q1.yml", 3, 1), "unknown-field", "SC301", "wave has no field 'qarter'")
WARNING = Problem(
    Place("data/incidents/2026/a.yml", 9, 3), "told-after-end", "SC512", "told after the end", severity=Severity.WARNING
)
INFO = RuleInfo("unknown-field", "SC301", Severity.ERROR, "A key that no record has", "Why.", "How.")


def found(monkeypatch: pytest.MonkeyPatch, *problems: Problem) -> list[datetime]:
    """Let the pipeline find these problems; give the moments it was asked about."""
    asked: list[datetime] = []

    def check(project: Path, as_of: datetime) -> pipeline.Checked:
        asked.append(as_of)
        return pipeline.Checked(as_of, problems, None)

    def tell(problems: tuple[Problem, ...], format: str, *, colour: bool = False) -> str:
        return "".join(f"{one.severity.value}[{one.rule}]: {one.message}\n" for one in problems)

    monkeypatch.setattr(pipeline, "check", check)
    monkeypatch.setattr(pipeline, "tell", tell)
    return asked


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True
