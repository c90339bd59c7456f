"""An empty project that we stand in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, and we stand in it."""
    (tmp_path / "data/incidents/2026").mkdir(parents=True)
    (tmp_path / "data/incidents/2026/a.yml").write_text("x")
    (tmp_path / "data/surveys").mkdir()
    (tmp_path / "data/surveys/2026-q1.yml").write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path
