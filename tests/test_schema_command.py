"""`scorecard schema`: kinds, one schema, all of them as files; wrong usage is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scorecard import cli, pipeline

KINDS = [kind.name for kind in pipeline.file_kinds()]


def test_without_a_kind_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind with where its files lie, on stdout."""
    assert cli.run(["schema"]) == 0
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == KINDS
    assert "incident      data/incidents/*/*.yml\n" in out
    assert err == ""


def test_a_kind_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema is data: stdout holds it and nothing else."""
    assert cli.run(["schema", "survey"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == pipeline.schemas()["survey"]
    assert err == ""


def test_all_are_written_as_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file for each kind, the same bytes again; with a kind only that one."""
    out = tmp_path / "a/b"
    assert cli.run(["schema", "--out", str(out)]) == 0
    assert capsys.readouterr() == ("", f"wrote {len(KINDS)} schemas to {out}\n")
    written = {file.name: file.read_bytes() for file in out.iterdir()}
    assert set(written) == {f"{name}.schema.json" for name in KINDS}
    assert all(json.loads(text)["$id"] == name for name, text in written.items())
    assert cli.run(["schema", "risk", "--out", str(tmp_path / "one")]) == 0
    assert capsys.readouterr().err == f"wrote 1 schema to {tmp_path / 'one'}\n"
    assert [file.name for file in (tmp_path / "one").iterdir()] == ["risk.schema.json"]
    assert (tmp_path / "one/risk.schema.json").read_bytes() == written["risk.schema.json"]


@pytest.mark.parametrize(
    ("kind", "hint"),
    [("incidents", "Did you mean 'incident'?"), ("xyz", f"There are: {', '.join(KINDS)}.")],
)
def test_an_unknown_kind_is_2(kind: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was probably meant, or all there are."""
    assert cli.run(["schema", kind]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", f"Error: There is no kind of file {kind!r}. {hint}")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2, no trace."""
    (tmp_path / "file").write_text("x")
    assert cli.run(["schema", "--out", str(tmp_path / "file/below")]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"error: {tmp_path / 'file/below'}: ") and err.count("\n") == 1
