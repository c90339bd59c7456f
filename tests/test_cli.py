"""The command line: data on stdout, words on stderr, four exit codes, never a trace."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import __version__, cli, pipeline
from scorecard.cli import console
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, RuleInfo, Severity
from tests import made

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
ERROR = Problem(Place("data/surveys/2026-q1.yml", 3, 1), "unknown-field", "SC301", "wave has no field 'qarter'")
WARNING = Problem(
    Place("data/incidents/2026/a.yml", 9, 3), "told-after-end", "SC512", "told after the end", severity=Severity.WARNING
)
INFO = RuleInfo("unknown-field", "SC301", Severity.ERROR, "A key that no record has", "Why.", "How.")


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


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


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
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (0, b"\xe9 \\u25cf\n")


@pytest.fixture
def drawn(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project whose site is made by hand."""
    ready = made.built(project)
    monkeypatch.setattr(pipeline, "build", lambda project, as_of, **more: ready)
    yield project
    shutil.rmtree(project)


def test_build_tells_pages_seconds_and_place(drawn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr; nothing on stdout."""
    assert cli.run(["build"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(rf"built 4 pages in \d+\.\d s: {re.escape(str(drawn))}/site\n", err)
    assert (drawn / "site/incidents/one/index.html").is_file()
    assert cli.run(["build", "--site-dir", "elsewhere/public"]) == 0
    assert (drawn / "elsewhere/public/index.html").read_bytes() == (drawn / "site/index.html").read_bytes()


def test_strict_stops_on_warnings_and_leaves_the_old_site(
    drawn: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning of the data stops a strict build before anything is written."""
    found(monkeypatch)
    ready = made.built(drawn)
    warned = pipeline.Built(ready.as_of, (WARNING,), ready.records, ready.scorecard, ready.site, ready.bundle, False)
    monkeypatch.setattr(pipeline, "build", lambda project, as_of, **more: warned)
    assert cli.run(["build", "--strict"]) == 1
    assert capsys.readouterr().err == (
        "warning[told-after-end]: told after the end\n"
        "error: --strict: data/ has 1 warning not acknowledged; nothing was written\n"
    )
    assert not (drawn / "site").exists()
    (drawn / "mkdocs.yml").write_text("site_name: X\nplugins: [scorecard: {acknowledge: [told-after-end]}]\n")
    assert cli.run(["build", "--strict"]) == 0
    assert capsys.readouterr().err.startswith("warning[told-after-end]: told after the end\nbuilt 4 pages in ")
    (drawn / "mkdocs.yml").write_text("site_name: X\nplugins: [scorecard: {acknowledge: [other-rule]}]\n")
    assert cli.run(["build", "--strict"]) == 1
    capsys.readouterr()
    assert cli.run(["build"]) == 0
    assert capsys.readouterr().err.startswith("warning[told-after-end]: told after the end\nbuilt 4 pages in ")


def test_what_stops_the_work_is_told_whole(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Problems first, then one line; exit 1; nothing is written."""
    found(monkeypatch)

    def stop(*_: object, **__: object) -> None:
        raise pipeline.Stopped("data/ has 1 error; nothing was written", (ERROR,))

    monkeypatch.setattr(pipeline, "build", stop)
    monkeypatch.setattr(pipeline, "score", stop)
    before = sorted(project.rglob("*"))
    for args in (["build"], ["render", "--out", "out"], ["score"]):
        assert cli.run(args) == 1
        assert capsys.readouterr() == (
            "",
            "error[unknown-field]: wave has no field 'qarter'\nerror: data/ has 1 error; nothing was written\n",
        )
    assert sorted(project.rglob("*")) == before


def test_a_site_dir_that_is_not_ours_is_refused(drawn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The project, its data and strange folders are safe from --site-dir."""
    for target, reason in ((".", f"it holds {drawn}"), ("data", f"it holds {drawn}/data")):
        assert cli.run(["build", "--site-dir", target]) == 1
        assert capsys.readouterr().err == f"error: nothing is built into {(drawn / target).resolve()}: {reason}\n"


def test_mkdocs_yml_that_cannot_be_used_is_2(drawn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong setting of MkDocs is told in its words."""
    (drawn / "mkdocs.yml").write_text("site_name: X\nnav: 7\n")
    assert cli.run(["build"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "error: Config value 'nav': Expected nav to be a list, got a int: 7",
        "error: mkdocs.yml cannot be used: Aborted with a configuration error!",
    ]
    (drawn / "mkdocs.yml").write_text("a: [\n")
    assert cli.run(["build"]) == 2
    assert capsys.readouterr().err.startswith("error: mkdocs.yml cannot be used: MkDocs encountered an error parsing")


def test_score_prints_data_only_on_stdout(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON as it is; the text form rounds and names what is missing."""
    quarters = [
        {
            "quarter": "2026-Q2",
            "trust": {"score": None, "reason": "too_few", "why": "Too few people answered."},
            "state": {"name": None},
        },
        {"quarter": "2026-Q3", "trust": {"score": 6.96, "lo": 6.5, "hi": 7.4}, "state": {"name": "guarded"}},
    ]
    value = {
        "series": [{"audience": "customers", "quarters": quarters}],
        "transparency": [
            {"quarter": "2026-Q3", "score": 61.5, "reason": None},
            {"quarter": "2026-Q4", "score": None, "reason": "x", "why": "No incident to judge."},
        ],
    }
    ready = made.built(project)
    scored = pipeline.Scored(made.AS_OF, (), ready.records, ready.scorecard)
    monkeypatch.setattr(pipeline, "score", lambda project, as_of: scored)
    monkeypatch.setattr(pipeline, "score_json", lambda scored: value)
    assert cli.run(["score", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out), err) == (value, "")
    assert cli.run(["score"]) == 0
    assert capsys.readouterr().out == (
        "Trust, customers (1 to 10)\n"
        "  2026-Q2  no score. Too few people answered.\n"
        "  2026-Q3  6.96 (6.5 to 7.4)  guarded\n"
        "Telling, explaining, repairing (0 to 100)\n"
        "  2026-Q3  62\n"
        "  2026-Q4  no score. No incident to judge.\n"
    )
