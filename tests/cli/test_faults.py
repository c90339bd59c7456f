"""Faults of ours, interruptions, and what a terminal can show."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scorecard import cli, pipeline
from scorecard.cli import console
from tests.cli.finding import Terminal


def boom(*_: object, **__: object) -> None:
    """A fault of ours whose message quotes data."""
    raise KeyError("secret-from-the-data")


def test_a_fault_of_ours_is_one_line_and_a_report_without_data(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2; the report names files and lines of this program, and quotes nothing."""
    monkeypatch.setattr(pipeline, "check", boom)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert cli.run(["check"]) == 2
    (report,) = tmp_path.glob("scorecard-fault-*.txt")
    assert capsys.readouterr() == (
        "",
        f"error: a fault in this program (KeyError); please send us {report}: it holds none of your data\n",
    )
    text = report.read_text()
    assert "scorecard/cli/check.py:" in text
    assert " in boom" in text
    assert "secret" not in text
    assert str(tmp_path) not in text


def test_debug_shows_the_trace(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For people who mend this program."""
    monkeypatch.setattr(pipeline, "check", boom)
    with pytest.raises(KeyError):
        cli.run(["--debug", "check"])


def test_an_interruption_is_130(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C ends with one word."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupted)
    assert cli.run(["check"]) == 130
    assert capsys.readouterr().err.strip() == "interrupted"


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ],
)
def test_colour_only_where_it_can_be_shown(
    environment: dict[str, str], colour: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR and a dumb terminal switch it off."""
    (base := project / "empty/data").mkdir(parents=True)
    (base / "organisation.yml").write_text("")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", out := Terminal())
    monkeypatch.setattr(sys, "stderr", err := Terminal())
    assert cli.run(["check", "-C", str(base.parent)]) == 1
    console.say("x", "error")
    assert out.getvalue().startswith("\x1b[1;31merror[empty-file]" if colour else "error[empty-file]: ")
    assert err.getvalue().endswith("\x1b[31m\x1b[1merror\x1b[0m: x\n" if colour else "\nerror: x\n")


def test_no_colour_in_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not a terminal gets plain text."""
    monkeypatch.setenv("TERM", "xterm")
    console.show("error: x\n")
    console.say("x", "warning")
    assert capsys.readouterr() == ("error: x\n", "warning: x\n")


def test_a_narrow_encoding_is_no_fault(tmp_path: Path) -> None:
    """Where stdout cannot show a sign, its number is shown."""
    code = """if True:
        from scorecard import cli
        from scorecard.cli.console import show
        cli.run = lambda args: show("é ●\\n") or 0
        cli.main()
    """
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (0, b"\xe9 \\u25cf\n")
