# ruff: noqa: E501 (messages and headings are read by rows)
"""Each tool's export, in its documented shape and with invented answers, gives the right counts and no word of a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.read.mappings import parsed
from tests.golden import Golden
from tests.importers.surveys import exports
from tests.importers.surveys.exports import ASKED, counted, people
from tests.importers.surveys.place import Place, place
from tests.importers.surveys.waves import numbers

SOME = people()
EXPORTS: dict[str, tuple[str, str]] = {
    "qualtrics": ("qualtrics", exports.qualtrics(SOME)),
    "qualtrics-codes-and-tabs": ("qualtrics", exports.qualtrics(SOME, codes=True, tab=True)),
    "surveymonkey": ("surveymonkey", exports.surveymonkey(SOME)),
    "limesurvey": ("limesurvey", exports.limesurvey(SOME, whole=True)),
    "google-forms": ("google-forms", exports.google_forms(SOME)),
    "typeform": ("typeform", exports.typeform(SOME)),
    "csv": ("csv", exports.plain(SOME)),
}
#: What no file of data/ may ever hold: names, addresses, tokens, times, comments.
PRIVATE = re.compile(r"Quill|person\d|192\.0\.2|R_0000|tok0|private|010 55|2026-11-02|\bC-\d")


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    return place(tmp_path, capsys)


@pytest.mark.parametrize("engine", ["duckdb", "plain"])
@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_becomes_counts(name: str, engine: str, here: Place, golden: Golden) -> None:
    """What is said and written is as accepted; the counts are those of an independent count; both engines agree."""
    tool, text = EXPORTS[name]
    export = here.put(f"{name}.csv", text)
    code, out, said = here.run(tool, export, "--wave", "2026-Q4", "--yes", "--engine", engine)
    assert (code, out) == (0, "")
    wave = here.text("data/surveys/2026-q4.yml")
    found = numbers(wave)
    assert {id: line for (id, segment), line in found.items() if segment == "all"} == counted(SOME)
    households = [one for one in SOME if one.household]
    if ("trust", "household") in found:
        assert {id: line for (id, segment), line in found.items() if segment == "household"} == counted(households)
    said = said.replace("(row by row)", "(ENGINE)").replace("(DuckDB)", "(ENGINE)")
    golden.tree(
        f"golden/{name}", {"said.txt": said, "wave.yml": wave, "mapping.yml": here.text(f"data/imports/{tool}.yml")}
    )


@pytest.mark.parametrize("name", EXPORTS)
def test_no_word_of_a_person_is_kept(name: str, here: Place) -> None:
    """Names, addresses, numbers and comments stand in the export, and nowhere in data/ or in what is said."""
    tool, text = EXPORTS[name]
    assert PRIVATE.search(text)
    code, out, said = here.run(tool, here.put("export.csv", text), "--wave", "2026-Q4", "--yes")
    assert code == 0
    assert not PRIVATE.search(out + said)
    for file, content in here.files().items():
        assert not PRIVATE.search(content.decode()), file


@pytest.mark.parametrize("name", EXPORTS)
def test_a_second_run_changes_nothing_and_asks_nothing(name: str, here: Place) -> None:
    """The same export again: exit 0, the same bytes; the next quarter needs no confirmation."""
    tool, text = EXPORTS[name]
    export = here.put("export.csv", text)
    assert here.run(tool, export, "--wave", "2026-Q4", "--yes")[0] == 0
    before = here.files()
    code, _, said = here.run(tool, export, "--wave", "2026-Q4")
    assert (code, here.files()) == (0, before)
    assert said.endswith("data/surveys/2026-q4.yml says the same already; nothing was changed\n")
    assert here.run(tool, export, "--wave", "2027-Q1")[0] == 0
    assert numbers(here.text("data/surveys/2027-q1.yml")) == numbers(here.text("data/surveys/2026-q4.yml"))


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_written_passes_the_check(name: str, here: Place) -> None:
    """No error in the new files: a mapping lies in data/ with a right, and segments add up."""
    tool, text = EXPORTS[name]
    assert here.run(tool, here.put("export.csv", text), "--wave", "2026-Q4", "--yes")[0] == 0
    assert [one.message for one in pipeline.check(here.root, datetime(2026, 12, 1, tzinfo=UTC)).errors] == []


def test_limesurvey_codes_need_a_person(here: Place) -> None:
    """Columns headed by codes are no known questions: the proposal names them, and a person gives their ids."""
    export = here.put("codes.csv", exports.limesurvey(SOME))
    code, _, said = here.run("limesurvey", export, "--wave", "2026-Q4")
    assert code == 1
    assert "look: 'G1Q02[SQ001]' looks like answers on a scale, but is no question known here\n" in said
    file = here.root / "data/imports/limesurvey.yml"
    text = file.read_text().replace("confirmed: false", "confirmed: true")
    text += "  - {id: heard-listens, column: 'G1Q02[SQ001]', scale: 1-10}\n  - {id: contact-easy, column: 'G1Q02[SQ002]', scale: 1-10}\n"
    file.write_text(text.replace("dont_know: []", 'dont_know: ["don\'t know"]'))
    assert here.run("limesurvey", export, "--wave", "2026-Q4")[0] == 0
    found = numbers(here.text("data/surveys/2026-q4.yml"))
    assert {id: line for (id, _), line in found.items()} == counted(SOME)


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "Windows-1252": lambda text: text.encode("cp1252"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("decimal", ["{}", "{},0", "{}.00"])
def test_any_encoding_separator_and_decimal_mark(encoding: str, delimiter: str, decimal: str, here: Place) -> None:
    """However a spreadsheet saved the table, the counts are the same, and letters beyond ASCII arrive."""
    text = exports.plain(SOME, delimiter=delimiter, decimal=decimal).replace("household", "Città")
    export = here.put("export.csv", ENCODINGS[encoding](text))
    assert here.run("csv", export, "--wave", "2026-Q4")[0] == 1
    file = here.root / "data/imports/csv.yml"
    split = 'segment: {column: segment, values: {"Città": household, "business": business}}\n'
    file.write_text(file.read_text().replace("confirmed: false\n", f"confirmed: true\n{split}"), encoding="utf-8")
    code, _, said = here.run("csv", export, "--wave", "2026-Q4")
    assert code == 0, said
    found = numbers(here.text("data/surveys/2026-q4.yml"))
    assert {id: line for (id, segment), line in found.items() if segment == "all"} == counted(SOME)
    assert {id for id, segment in found if segment == "household"} == {id for id, _ in ASKED}
    households = [one for one in SOME if one.household]
    assert {id: line for (id, segment), line in found.items() if segment == "household"} == counted(households)


def test_a_saved_mapping_reads_back_as_it_was(here: Place) -> None:
    """The file of a mapping is a record: read, it gives the same file."""
    from scorecard.importers.surveys import mapping_text

    here.run("qualtrics", here.put("export.csv", exports.qualtrics(SOME)), "--wave", "2026-Q4", "--yes")
    text = here.text("data/imports/qualtrics.yml")
    mapping, problems = parsed(text.encode(), "data/imports/qualtrics.yml", "qualtrics")
    assert problems == ()
    assert mapping is not None
    assert mapping_text(mapping) == text
