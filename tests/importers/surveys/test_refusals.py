# ruff: noqa: E501 (messages and headings are read by rows)
"""What an import refuses, and the whole message: odd answers with their rows, contradictions, a person's own edits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorecard import cli
from scorecard.read.answers import duck
from tests.importers.surveys import exports
from tests.importers.surveys.exports import counted, people
from tests.importers.surveys.place import Place, place
from tests.importers.surveys.waves import numbers

SOME = people()


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    return place(tmp_path, capsys)


def problems(said: str) -> list[str]:
    """The lines that tell what is wrong."""
    return [line for line in said.splitlines() if line.startswith(("error", "  = help"))]


@pytest.mark.parametrize("engine", ["duckdb", "plain"])
def test_answers_off_the_scale_are_named_with_their_rows(engine: str, here: Place) -> None:
    """Rows as a spreadsheet numbers them; everything wrong is told at once; nothing is written."""
    text = "id,trust,heard-listens\n1,7,8\n2,99,8\n3,7,often\n4,11,8\n5,99,7.5\n6,99,7\n"
    export = here.put("export.csv", text)
    code, out, said = here.run("csv", export, "--wave", "2026-Q4", "--yes", "--engine", engine)
    help = (
        "  = help: correct the scale, or name the answers in the mapping: under `dont_know`, `no_answer`, or `labels`"
    )
    assert (code, out, problems(said)) == (
        1,
        "",
        [
            "error: trust (column 'trust'): not on the scale 1-10: '99' 3 times (rows 3, 6, 7), '11' once (row 5)",
            help,
            "error: heard-listens (column 'heard-listens'): not on the scale 1-10: '7.5' once (row 6), 'often' once (row 4)",
            help,
            "error: nothing was counted into data/",
        ],
    )
    assert "surveys/2026-q4.yml" not in here.files()


@pytest.mark.parametrize("engine", ["duckdb", "plain"])
def test_named_answers_are_counted_apart(engine: str, here: Place) -> None:
    """99 counts as don't know once the mapping says so; blank rows are no respondents."""
    export = here.put("export.csv", "id,trust\n1,7\n2,99\n3,99\n,\n4,\n,\n")
    assert here.run("csv", export, "--wave", "2026-Q4")[0] == 1
    file = here.root / "data/imports/csv.yml"
    file.write_text(
        file.read_text().replace("confirmed: false", "confirmed: true").replace("dont_know: []", "dont_know: [99]")
    )
    code, _, said = here.run("csv", export, "--wave", "2026-Q4", "--engine", engine)
    assert code == 0, said
    assert "4 rows read" in said
    assert "  left out, nothing in them: 2\n" in said
    assert numbers(here.text("data/surveys/2026-q4.yml")) == {("trust", "all"): (0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 1)}


@pytest.mark.parametrize("engine", ["duckdb", "plain"])
def test_one_number_with_two_answers_is_a_contradiction(engine: str, here: Place) -> None:
    """The same response with other answers cannot both be right; a person decides."""
    export = here.put("export.csv", "id,trust\n1,7\n2,8\n1,9\n3,3\n3,3\n")
    code, _, said = here.run("csv", export, "--wave", "2026-Q4", "--yes", "--engine", engine)
    assert (code, problems(said)) == (
        1,
        [
            "error: 1 response number stands there with different answers (column 'id')",
            "  = help: delete the rows that are wrong, or take `response_id` out of the mapping if it is no such number",
            "error: nothing was counted into data/",
        ],
    )


def test_a_row_with_too_many_cells_is_told(here: Place) -> None:
    """A separator in a text that nobody quoted shifts every answer after it: nothing is counted."""
    export = here.put("export.csv", "id,comment,trust\n1,fine,7\n2,good, but slow,8\n")
    code, _, said = here.run("csv", export, "--wave", "2026-Q4", "--yes")
    assert code == 1
    assert problems(said)[0] == "error: 1 row has more cells than there are headings"
    assert problems(said)[-1] == "error: nothing was counted into data/"


def test_a_wave_that_a_person_wrote_is_not_changed(here: Place) -> None:
    """Other counts there: the lines to paste on stdout, the differences on stderr, exit 1, the file as it was."""
    export = here.put("export.csv", exports.plain(SOME))
    assert here.run("csv", export, "--wave", "2026-Q4", "--yes")[0] == 0
    file = here.root / "data/surveys/2026-q4.yml"
    mine = (
        file.read_text()
        .replace("sample: not-stated", "sample: random # asked by phone")
        .replace("0, 0, 3, 8", "0, 1, 3, 8")
    )
    file.write_text(mine)
    code, out, said = here.run("csv", export, "--wave", "2026-Q4")
    assert (code, file.read_text()) == (1, mine)
    assert numbers(out)["trust", "all"] == counted(SOME)["trust"]
    assert said.splitlines()[-3:] == [
        "  trust: other counts",
        "error: data/surveys/2026-q4.yml is there and says something else; it was not changed",
        "  = help: paste what you want from the lines above into it; a published figure also needs a correction",
    ]


def test_what_a_person_adds_beside_the_counts_is_no_difference(here: Place) -> None:
    """Head fields, comments, better words and other questions are theirs: a second run is content."""
    export = here.put("export.csv", exports.plain(SOME))
    assert here.run("csv", export, "--wave", "2026-Q4", "--yes")[0] == 0
    file = here.root / "data/surveys/2026-q4.yml"
    mine = file.read_text().replace(
        "sample: not-stated", "sample: random # asked by phone\ninvited: 900\nnote: By phone."
    )
    mine = mine.replace("  - id: trust\n", "  - id: trust\n    text: How much do you trust us, all in all?\n")
    mine += "  - {id: honest, missing: not asked this quarter}\n"
    file.write_text(mine)
    code, out, _ = here.run("csv", export, "--wave", "2026-Q4")
    assert (code, out, file.read_text()) == (0, "", mine)


def test_a_new_column_is_listed_and_a_missing_one_stops(here: Place) -> None:
    """The next quarter's export: what is new is told, what is gone is a problem with a hint."""
    assert here.run("csv", here.put("a.csv", "id,trust,shoe\n1,7,x\n"), "--wave", "2026-Q4", "--yes")[0] == 0
    code, _, said = here.run(
        "csv", here.put("b.csv", "id,trust,shoe,hat,e-mail\n1,7,x,y,a@example.org\n"), "--wave", "2027-Q1"
    )
    assert code == 0
    assert "  dropped, personal data: e-mail\n  dropped, not used: shoe\n" in said
    assert "  dropped, unknown: hat (new in this export, not read; add it to the mapping if it is a question)\n" in said
    code, _, said = here.run("csv", here.put("c.csv", "id,trusts\n1,7\n"), "--wave", "2027-Q2")
    assert (code, problems(said)) == (
        1,
        [
            "error: the mapping names the column 'trust', which this export does not have",
            "  = help: did you mean 'trusts'? correct the mapping, or delete its file to be asked again",
        ],
    )


def test_a_broken_mapping_is_told_like_any_file(here: Place) -> None:
    """With its place, as `scorecard check` would."""
    (here.root / "data/imports").mkdir()
    (here.root / "data/imports/csv.yml").write_text("tool: csv\nconfirmd: true\n")
    code, _, said = here.run("csv", here.put("a.csv", "id,trust\n1,7\n"), "--wave", "2026-Q4")
    assert code == 1
    assert "error[unknown-field]" in said
    assert " --> data/imports/csv.yml:2:1" in said
    assert said.endswith("error: the saved mapping data/imports/csv.yml cannot be used\n")


def test_without_a_question_nothing_is_confirmed(here: Place) -> None:
    """--yes takes a proposal, but one without questions is no mapping."""
    code, _, said = here.run("csv", here.put("a.csv", "id,shoe\n1,x\n"), "--wave", "2026-Q4", "--yes")
    assert code == 1
    assert "  no column is one of your questions\n" in said


def test_a_dry_run_writes_nothing(here: Place) -> None:
    """The wave on stdout, data/ as it was."""
    export = here.put("export.csv", exports.plain(SOME))
    before = here.files()
    code, out, _ = here.run("csv", export, "--wave", "2026-Q4", "--yes", "--dry-run")
    assert (code, here.files()) == (0, before)
    assert numbers(out)["trust", "all"] == counted(SOME)["trust"]


FILES = {
    "empty": (b"", "export.csv is empty", "export the answers again"),
    "a spreadsheet": (b"PK\x03\x04" + b"\x00\x01" * 99, "export.csv is a spreadsheet or an archive", "export the answers as CSV, not .xlsx or .zip"),
    "no text": (b"\x7fELF\x02\x01\x01\x00\x00\x00\x03" * 9, "export.csv is no text", "export the answers as CSV; a spreadsheet (.xlsx) is not read"),
    "no such Parquet": (b"PAR1junk", "export.csv is no Parquet file that can be read", None),
    "headings only": (b"id,trust\n", "there are headings, but no answers", "export the answers again"),
    "an open quote": (b'id,trust\n1,"7\n2,8\n', None, None),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_table_is_refused_in_words(name: str, here: Place) -> None:
    """No trace, exit 1, what is wrong and what to do."""
    content, message, help = FILES[name]
    code, _, said = here.run("csv", here.put("export.csv", content), "--wave", "2026-Q4", "--yes")
    assert code == 1, said
    assert "fault in this program" not in said
    assert message is None or f"error: {message}" in problems(said)
    assert help is None or f"  = help: {help}" in problems(said)


def test_a_missing_file_and_a_wrong_quarter(here: Place) -> None:
    """What was typed wrong is told first."""
    assert here.run("csv", str(here.root / "no.csv"), "--wave", "2026-Q4")[2] == (
        "error: no.csv cannot be read: no such file or directory\n  = help: check the name of the file\n"
    )
    assert here.run("csv", "no.csv", "--wave", "autumn")[0] == 2
    assert here.run("csv", "--wave", "2026-Q4")[0] == 2


def test_without_duckdb_csv_is_counted_and_parquet_explained(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard library counts CSV; Parquet needs DuckDB, and the message says how to install it."""
    monkeypatch.setattr(duck, "available", lambda: False)
    monkeypatch.setattr("scorecard.read.answers.available", lambda: False)
    assert here.run("csv", here.put("a.csv", exports.plain(SOME)), "--wave", "2026-Q4", "--yes")[0] == 0
    assert numbers(here.text("data/surveys/2026-q4.yml"))["trust", "all"] == counted(SOME)["trust"]
    code, _, said = here.run("csv", here.put("a.parquet", b"PAR1junk"), "--wave", "2027-Q1")
    assert (code, said) == (
        1,
        "error: a.parquet is a Parquet file, which needs DuckDB\n"
        "  = help: install it with: pip install 'trust-scorecard[imports]'\n",
    )


def test_parquet_gives_the_same_wave(here: Place) -> None:
    """Numbers as numbers, nothing as null: the counts are those of the CSV."""
    import duckdb

    export = here.put("export.csv", exports.plain(SOME))
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT * FROM read_csv('{export}')) TO '{here.root / 'export.parquet'}' (FORMAT parquet)"
        )
    assert here.run("csv", str(here.root / "export.parquet"), "--wave", "2026-Q4", "--yes")[0] == 0
    found = numbers(here.text("data/surveys/2026-q4.yml"))
    assert {id: line for (id, segment), line in found.items() if segment == "all"} == counted(SOME)


def test_a_strange_file_name_stays_a_comment(here: Place) -> None:
    """A line end in the name of an export does not become YAML."""
    export = here.put("a\ninvited: 9 #.csv", exports.plain(SOME))
    assert here.run("csv", export, "--wave", "2026-Q4", "--yes")[0] == 0
    assert "\ninvited" not in here.text("data/surveys/2026-q4.yml")


def test_a_written_file_has_the_usual_rights(here: Place) -> None:
    """As the mask of the person says, not only for the owner."""
    assert here.run("csv", here.put("a.csv", exports.plain(SOME)), "--wave", "2026-Q4", "--yes")[0] == 0
    mask = os.umask(0)
    os.umask(mask)
    file = here.root / "data/surveys/2026-q4.yml"
    assert file.stat().st_mode & 0o777 == 0o666 & ~mask
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(".")] == []


def test_touchpoints_counts_are_taken_as_they_are(here: Place) -> None:
    """Both shapes: volumes, the right quarter, no zero for a question that was not asked, don't know not stated."""
    wide = here.put("wide.csv", exports.touchpoints())
    code, _, said = here.run("touchpoints", wide, "--wave", "2026-Q4")
    assert code == 0, said
    text = here.text("data/surveys/2026-q4.yml")
    assert "population: 41000\ninvited: 5400\nrespondents: 705\n" in text
    found = numbers(text)
    assert found["trust", "all"] == (12, 20, 90, 270, 305, 0, 0)
    assert len(found) == 6
    assert "dont_know" not in text
    assert "look: Question 7 (helpful-employees) has no answers: left out, not counted as zero.\n" in said
    assert here.run("touchpoints", wide, "--wave", "2026-Q4")[0] == 0
    assert here.run("touchpoints", wide, "--wave", "2027-Q1")[2].splitlines() == [
        "error: there is nothing for 2027 Q1",
        "  = help: there is: 2026 Q3, 2026 Q4",
    ]
    (here.root / "data/surveys/2026-q4.yml").unlink()
    assert here.run("touchpoints", here.put("long.csv", exports.touchpoints_long()), "--wave", "2026-Q4")[0] == 0
    found = numbers(here.text("data/surveys/2026-q4.yml"))
    assert found["trust", "all"] == (5, 5, 40, 90, 120, 0, 0)
    assert len(found) == 7


def test_every_source_is_offered_and_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """`scorecard import --help` names each; each says that only counts are written."""
    assert cli.run(["import", "--help"]) == 0
    listed = capsys.readouterr().out
    for name in ("csv", "google-forms", "limesurvey", "qualtrics", "surveymonkey", "touchpoints", "typeform"):
        assert f"\n  {name} " in listed
        assert cli.run(["import", name, "--help"]) == 0
        assert "Only counts are written, never rows." in capsys.readouterr().out
