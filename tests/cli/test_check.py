"""`scorecard check`: streams, exit codes, files, and the moment it works at."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import cli
from tests.cli.finding import ERROR, WARNING, found


def test_a_folder_without_data_is_a_problem_like_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told in every format, with a rule that `explain` knows; a folder that is not there is wrong usage."""
    assert cli.run(["check", "-C", str(tmp_path), "--format", "concise"]) == 1
    assert capsys.readouterr() == ("data:1:1: error[no-data-folder] there is no folder data/ here\n", "1 error\n")
    assert cli.run(["check", "-C", str(tmp_path / "gone")]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"Error: Invalid value for '-C' / '--project': Directory '{tmp_path / 'gone'}' does not exist."
    )


def test_check_shows_problems_on_stdout_and_counts_them_on_stderr(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 with an error."""
    found(monkeypatch, WARNING, ERROR)
    assert cli.run(["check"]) == 1
    assert capsys.readouterr() == (
        "warning[told-after-end]: told after the end\nerror[unknown-field]: wave has no field 'qarter'\n",
        "1 error and 1 warning\n",
    )


def test_warnings_alone_are_clean_unless_strict(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning is built; --strict makes it count."""
    found(monkeypatch, WARNING)
    assert cli.run(["check"]) == 0
    assert cli.run(["check", "--strict"]) == 1
    found(monkeypatch)
    capsys.readouterr()
    assert cli.run(["check", "--strict"]) == 0
    assert capsys.readouterr() == ("", "no problems\n")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (["data/surveys/2026-q1.yml"], ["unknown-field"]),
        (["data/incidents/2026/a.yml"], ["told-after-end"]),
        (["data/incidents"], ["told-after-end"]),
        (["data/surveys", "data/incidents/2026/a.yml"], ["unknown-field", "told-after-end"]),
        (["data/survey*"], None),
    ],
)
def test_check_of_files_shows_their_problems_only(
    project: Path,
    files: list[str],
    told: list[str] | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A folder stands for all below it; a name that is no file is wrong usage."""
    found(monkeypatch, ERROR, WARNING)
    code = cli.run(["check", *files])
    out = capsys.readouterr().out
    assert (code == 2) if told is None else (re.findall(r"\[([\w-]+)\]", out) == told)
    found(monkeypatch, ERROR, WARNING)
    assert cli.run(["check", *(str(project / file) for file in files)]) == code


def test_a_file_outside_the_project_is_wrong_usage(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing outside is read or shown."""
    other = tmp_path_factory.mktemp("other") / "x.yml"
    other.write_text("x")
    assert cli.run(["check", str(other)]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"Error: {other} is not in the project {project}."


def test_a_file_outside_data_is_wrong_usage(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`no problems` would be said of a file that nobody reads."""
    (project / "2026-q1.yml").write_text("quarter: never")
    assert cli.run(["check", "2026-q1.yml"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == "Error: 2026-q1.yml is not in data/: nothing else is checked."


def test_a_file_of_a_folder_without_data_has_that_problem(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who stands in data/ itself is not told that all is well."""
    monkeypatch.chdir(project / "data/surveys")
    assert cli.run(["check", "2026-q1.yml"]) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == (
        "error[no-data-folder]: there is no folder data/ here\n --> data:1:1\n"
        "  = help: change to the folder of your scorecard, or make a new one with scorecard init\n"
        "  = SC101: docs/problems/no-data-folder\n",
        "1 error\n",
    )


@pytest.mark.parametrize(
    ("args", "epoch", "moment"),
    [
        (["--as-of", "2026-10-20"], "1", datetime(2026, 10, 20, tzinfo=UTC)),
        (["--as-of", "2026-10-20T10:00+02:00"], None, datetime(2026, 10, 20, 8, tzinfo=UTC)),
        (["--as-of", "2026-10-20T10:00"], None, datetime(2026, 10, 20, 10, tzinfo=UTC)),
        (["--as-of", "2026-10-20T10:00:30Z"], None, datetime(2026, 10, 20, 10, 0, 30, tzinfo=UTC)),
        ([], "1793000000", datetime(2026, 10, 26, 7, 33, 20, tzinfo=UTC)),
    ],
)
def test_the_moment_comes_from_the_option_then_the_environment(
    project: Path, args: list[str], epoch: str | None, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--as-of, else SOURCE_DATE_EPOCH."""
    asked = found(monkeypatch)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert cli.run(["check", *args]) == 0
    assert asked == [moment]


def test_the_moment_is_now_otherwise(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read once, in UTC."""
    asked = found(monkeypatch)
    before = datetime.now(UTC)
    assert cli.run(["check"]) == 0
    assert before <= asked[0] <= datetime.now(UTC)
    assert asked[0].tzinfo is UTC


def test_a_project_can_stand_still(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """mkdocs.yml may hold an example at a moment; that is said, and an option or the environment goes first."""
    asked = found(monkeypatch)
    (project / "mkdocs.yml").write_text("site_name: X\nplugins: [scorecard: {as_of: 2026-11-24T01:00+01:00}]\n")
    assert cli.run(["check"]) == 0
    assert capsys.readouterr().err == "as of 2026-11-24 00:00 UTC, where mkdocs.yml holds it\nno problems\n"
    assert cli.run(["check", "--as-of", "2026-10-20"]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793000000")
    assert cli.run(["check"]) == 0
    assert capsys.readouterr().err == "no problems\nno problems\n"
    assert [moment.day for moment in asked] == [24, 20, 26]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("as_of: soon", "as_of in mkdocs.yml: 'soon' is not a moment: write 2026-10-20 or 2026-10-20T10:00+02:00."),
        ("as_of: [1]", "mkdocs.yml cannot be used: Aborted with a configuration error!."),
    ],
)
def test_a_moment_that_mkdocs_yml_cannot_mean_is_wrong_usage(
    project: Path, config: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, and no build for another moment."""
    (project / "mkdocs.yml").write_text(f"site_name: X\nplugins: [scorecard: {{{config}}}]\n")
    assert cli.run(["check"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"Error: {message}"


def test_a_bad_epoch_is_wrong_usage(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named as what it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert cli.run(["check"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Error: SOURCE_DATE_EPOCH: 'yesterday' is not a moment: write 2026-10-20 or 2026-10-20T10:00+02:00."
    )
