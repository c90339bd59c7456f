"""Help, versions, rules that are explained, and wrong usage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorecard import __version__, cli, pipeline
from tests.cli.finding import INFO

COMMANDS = [
    "build",
    "check",
    "completion",
    "diff",
    "doctor",
    "explain",
    "import",
    "incident",
    "init",
    "promise",
    "quarter",
    "question",
    "render",
    "risk",
    "schema",
    "score",
    "serve",
]  # one to a line


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Commands are found by themselves; each says in one line what it does."""
    assert cli.run(["--help"]) == 0
    listed = re.findall(r"^  (\w+)  +(\S.*)$", capsys.readouterr().out.split("Commands:")[1], re.MULTILINE)
    assert [name for name, _ in listed] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """-h and --help are the same and go to stdout."""
    assert cli.run([command, "-h"]) == 0
    short = capsys.readouterr()
    assert cli.run([command, "--help"]) == 0
    assert capsys.readouterr() == short
    assert short.out.startswith(f"Usage: scorecard {command} ")
    assert short.err == ""


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stdout."""
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr() == (f"scorecard {__version__}\n", "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["chek"], "There is no command 'chek'. Did you mean 'check'?"),
        (["frobnicate"], f"There is no command 'frobnicate'. There are: {', '.join(COMMANDS)}."),
        (["fault"], f"There is no command 'fault'. There are: {', '.join(COMMANDS)}."),
        (["check", "--as-of", "soon"], "--as-of: 'soon' is not a moment: write 2026-10-20 or 2026-10-20T10:00+02:00."),
        (
            ["check", "--format", "xml"],
            "Invalid value for '--format': 'xml' is not one of 'text', 'concise', 'json', 'github', 'sarif'.",
        ),
        (["check", "--strct"], "No such option '--strct'. (Did you mean one of: '--project', '--strict'?)"),
        (["check", "gone.yml"], "There is no file gone.yml."),
        (["serve", "--port", "70000"], "Invalid value for '--port': 70000 is not in the range 1<=x<=65535."),
        (["render"], "Missing option '--out'."),
    ],
)
def test_wrong_usage_is_told_and_is_2(
    project: Path, args: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was typed wrong, what was probably meant, nothing on stdout."""
    assert cli.run(args) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", f"Error: {message}")


def test_explain_knows_rules_by_name_and_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a rule it lists all; a misspelt one is guessed."""
    monkeypatch.setattr(pipeline, "rules", lambda: {"unknown-field": INFO})
    monkeypatch.setattr(pipeline, "explain", lambda info: f"about {info.rule}")
    for args in (["unknown-field"], ["Unknown-Field"], ["SC301"], ["sc301"]):
        assert cli.run(["explain", *args]) == 0
        assert capsys.readouterr() == ("about unknown-field\n", "")
    assert cli.run(["explain"]) == 0
    assert capsys.readouterr() == ("SC301  unknown-field  A key that no record has\n", "")
    assert cli.run(["explain", "unknwon-field"]) == 2
    assert (
        capsys.readouterr().err.splitlines()[-1]
        == "Error: There is no rule 'unknwon-field'. Did you mean 'unknown-field'?"
    )
    assert cli.run(["explain", "zzz"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == "Error: There is no rule 'zzz'. `scorecard explain` lists all."
