"""A project on a summer day, and commands that run in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scorecard import cli
from tests.edit.commanding import BASE, Run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base project on 30 June 2026, 14:00 in Rome; we stand in it."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782820800")
    return folder


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; give exit code, stdout and stderr."""

    def run(*args: str) -> tuple[int, str, str]:
        code = cli.run(args)
        out, err = capsys.readouterr()
        return code, out, err

    return run
