"""Commands that build and score: what they tell, and what stops them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard import cli, pipeline
from tests import made
from tests.cli.finding import ERROR, WARNING, found


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
