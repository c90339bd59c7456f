"""A table is mapped once: proposed, confirmed, saved, and then asked about no more."""

import io
import sys
from pathlib import Path

import pytest

from scorecard.importers.incidents import mapping
from scorecard.importers.incidents.found import Source
from scorecard.importers.incidents.incidents_csv import table
from scorecard.read import foreign
from tests.importers.incidents.harbour import Harbour

SAVED = "data/imports/incidents.yml"
HEAD = "Number,Summary,Start,Parent incident\n"


def write(tmp_path: Path, text: str) -> str:
    """A table in a file."""
    file = tmp_path / "table.csv"
    file.write_text(text)
    return str(file)


def test_nobody_is_asked_without_a_terminal(harbour: Harbour) -> None:
    """The proposal is shown, nothing is written, and the message says what to add."""
    ran = harbour.run("incidents-csv", "tickets.csv", "--zone", "Europe/Rome")
    assert (ran.code, ran.out, harbour.files()) == (1, "", {})
    assert ran.err.startswith(f"{SAVED} would be:\n# How the columns")
    assert ran.err.endswith("error: nobody was asked: run it again with --yes to take this mapping\n")


class Terminal(io.StringIO):
    """A person at a keyboard."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1)])
def test_a_person_is_asked_once(answer: str, code: int, harbour: Harbour, monkeypatch: pytest.MonkeyPatch) -> None:
    """Yes saves the mapping and imports; no writes nothing and says what to do."""
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    ran = harbour.run("incidents-csv", "tickets.csv", "--zone", "Europe/Rome")
    assert (ran.code, len(harbour.files())) == (code, 0 if code else 4)
    assert "Take this mapping? [y/N]: " in ran.err
    if code:
        assert ran.err.endswith(f"nothing was written; put your own mapping into {SAVED} and run it again\n")
    else:
        assert harbour.run("incidents-csv", "tickets.csv").code == 0


def test_a_saved_mapping_counts_and_is_never_written_again(harbour: Harbour) -> None:
    """A person's own mapping, with comments and in any order, is read and keeps its bytes."""
    own = 'kind: incidents # ours\nwords: {fault: {Weather: "unknown"}}\ncolumns: {title: Caused by, id: Number}\n'
    (harbour.folder / "data/imports").mkdir()
    (harbour.folder / SAVED).write_text(own + "dates: day-first\n")
    ran = harbour.run("incidents-csv", "tickets.csv", "--dates", "iso")
    assert f"note: --dates is left aside: {SAVED} is saved and says how dates are read\n" in ran.err
    assert harbour.files() == {SAVED: own + "dates: day-first\n"}
    assert ran.err.count("it has no time at all and was left out") == 2  # Weather twice, Internal once
    (harbour.folder / SAVED).write_text(own.replace("id: N", "known: Opened, id: N") + "dates: day-first\nzone: UTC\n")
    harbour.run("incidents-csv", "tickets.csv")
    assert "known: 2026-03-13T21:05\n" in harbour.files()["data/incidents/2026/2026-03-13-weather.yml"]


WRONG = {
    "kind: survey\n": "'kind' is 'survey'; the mapping of incidents says 'kind: incidents'",
    "columns: {}\n": "'kind' is None; the mapping of incidents says 'kind: incidents'",
    "kind: incidents\ncolums: {}\n": "there is no key 'colums'; the keys are kind, columns, dates, zone, words, skip",
    "kind: incidents\ncolumns: {title: A}\n": "'columns' lacks 'id': write 'id:' and the name of its column",
    "kind: incidents\ncolumns: {id: A, title: [A]}\n": "'columns' is no mapping of texts",
    "kind: incidents\ncolumns: {id: A, title: B}\ndates: us\n": (
        "'dates' is 'us'; write one of iso, day-first, month-first"
    ),
    "kind: incidents\ncolumns: {id: A, title: B}\nwords: {fault: {x: mine}}\n": (
        "'words: fault' has 'mine'; our words are ours, supplier, nature, unknown"
    ),
    "kind: incidents\ncolumns: {id: A, title: B}\nwords: {title: {x: y}}\n": (
        "'words' has 'title'; words can be given for severity, kind, fault, status, found_by"
    ),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_mapping_is_told_with_its_file(text: str, harbour: Harbour) -> None:
    """Each in one line."""
    (harbour.folder / "data/imports").mkdir()
    (harbour.folder / SAVED).write_text(text)
    ran = harbour.run("incidents-csv", "tickets.csv")
    assert (ran.code, ran.err) == (1, f"error: {SAVED}: {WRONG[text]}\n")


def test_a_column_that_is_gone_is_told(harbour: Harbour) -> None:
    """With the columns there are."""
    (harbour.folder / "data/imports").mkdir()
    (harbour.folder / SAVED).write_text("kind: incidents\ncolumns: {id: Ticket, title: Short description}\n")
    assert harbour.run("incidents-csv", "tickets.csv").err.startswith(
        "error: the table has no column 'Ticket', which the mapping names; its columns are Number, Short description, "
    )


TABLES = {
    "Summary,Start\nFog,2026-03-14T09:00Z\n": "no column looks like the id of an incident; the columns are Summary, ",
    "Number,Start\n1,2026-03-14T09:00Z\n": "no column looks like the title of an incident; the columns are Number, ",
    "Number,Summary,Start\n1,Fog,03/04/2026 09:00\n": (
        "03/04/2026 can be read with the day or with the month first, and no row tells which. Say it: "
    ),
    "Number,Number\n1,2\n": "table.csv: two columns are called 'Number'; give them different names",
    "Number,Summary\n": "table.csv: a table needs a row with the names of the columns and rows below it",
    'Number,Summary\n1,"Fog\n': "table.csv:2: this is no table of separated values: unexpected end of data",
    "Number,Summary\n1,Fog,x\n": "table.csv: row 2 has more cells than there are columns (2)",
    "Number,Summary\n1," + "x" * 140_000 + "\n": "table.csv:2: this is no table of separated values: field larger than",
}


@pytest.mark.parametrize("text", TABLES, ids=range(len(TABLES)))
def test_a_table_that_cannot_be_read_is_told(text: str, harbour: Harbour, tmp_path: Path) -> None:
    """Each in one line, and nothing is saved."""
    ran = harbour.run("incidents-csv", write(tmp_path, text), "--yes")
    assert (ran.code, harbour.files()) == (1, {})
    assert ran.err.replace(f"{tmp_path}/", "").startswith(f"error: {TABLES[text]}")


@pytest.mark.parametrize(
    ("times", "wanted"),
    [
        (["2026-03-14 09:00"], "iso"),
        (["03/04/2026 09:00", "14/03/2026 09:00"], "day-first"),
        (["03/04/2026 09:00", "03/14/2026 09:00"], "month-first"),
        (["03.04.2026 09:00"], "day-first"),
    ],
)
def test_the_order_of_day_and_month_is_read_from_all_rows(times: list[str], wanted: str) -> None:
    """One day above 12 settles it; points are only used with the day first."""
    rows = [{"Number": "1", "Summary": "Fog", "Start": time} for time in times]
    assert mapping.propose(rows, ("Number", "Summary", "Start"), None, None).dates == wanted


def test_the_month_first_with_am_and_pm(harbour: Harbour, tmp_path: Path) -> None:
    """3/14/2026 12:05 AM is five minutes after midnight."""
    text = "Number,Summary,Start,End\n1,Fog,3/14/2026 12:05 AM,3/14/2026 1:05:30 PM\n"
    harbour.run("incidents-csv", write(tmp_path, text), "--yes", "--zone", "Europe/Rome")
    made = harbour.files()["data/incidents/2026/2026-03-14-fog.yml"]
    assert "started: 2026-03-14T00:05\n" in made
    assert "resolved: 2026-03-14T13:05:30\n" in made


def test_a_proposal_reads_back_as_itself() -> None:
    """Odd names of columns and words survive saving."""
    words = {"severity": {"1 - High: x": "major"}}
    one = mapping.Mapping({"id": "No. #: 1", "title": 'a "b"'}, "iso", "UTC", words)
    assert mapping.read(foreign.yaml(one.text()), "x") == one


def test_rows_belong_to_a_larger_incident(harbour: Harbour, tmp_path: Path) -> None:
    """One storm, many areas: also of an earlier import; never to itself, in a chain, or to nothing."""
    time = ",2026-03-14T09:00Z,"
    harbour.run("incidents-csv", write(tmp_path, f"{HEAD}S,Storm{time}\n"), "--yes")
    rows = ["A,Area A{}S", "B,Area B{}A", "C,Area C{}C", "D,Area D{}Z", "E,Area E{}2026-03-14-storm"]
    ran = harbour.run("incidents-csv", write(tmp_path, HEAD + "\n".join(row.format(time) for row in rows) + "\n"))
    parents = {
        path.rpartition("/")[2]: line.removeprefix("parent: ")
        for path, text in harbour.files().items()
        for line in text.splitlines()
        if line.startswith("parent: ")
    }
    assert parents == {"2026-03-14-area-a.yml": "2026-03-14-storm", "2026-03-14-area-e.yml": "2026-03-14-storm"}
    assert "note: Area B: its larger incident 'A' belongs to a larger one itself; 'parent' was left out\n" in ran.err
    assert "note: Area D: its larger incident 'Z' is in neither the source nor data/incidents" in ran.err
    assert not harbour.problems()


def test_separators_are_told_by_the_first_line() -> None:
    """Comma, semicolon, tabulator, bar; quotes protect them, also over lines."""
    for separator in ",;\t|":
        text = f'\nNumber{separator}Summary\n1{separator}"a{separator}b\nc"\n\n2{separator}\n'
        made = table(Source("x", text))
        assert made.header == ("Number", "Summary")
        assert [dict(row) for row in made.rows] == [
            {"Number": "1", "Summary": f"a{separator}b\nc"},
            {"Number": "2", "Summary": ""},
        ]


def test_two_tables_may_have_the_same_ids(harbour: Harbour, tmp_path: Path) -> None:
    """Each is known by the name of its mapping: none overwrites the other, parents are found, a second run is quiet."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("id,title,started\n1,Fog,2026-03-14T08:00Z\n")
    second.write_text(
        "id,title,started,parent\n1,Rain,2026-03-15T08:00Z,\n2,Rain in the north,2026-03-15T09:00Z,1\n"
        "3,Rain in the fog,2026-03-15T10:00Z,2026-03-14-fog\n"
    )
    harbour.run("incidents-csv", str(first), "--yes")
    assert harbour.run("incidents-csv", str(second), "--name", "second", "--yes").out == (
        "added data/incidents/2026/2026-03-15-rain.yml\n"
        "added data/incidents/2026/2026-03-15-rain-in-the-north.yml\n"
        "added data/incidents/2026/2026-03-15-rain-in-the-fog.yml\n"
    )
    before = harbour.files()
    assert "title: Fog\n" in before["data/incidents/2026/2026-03-14-fog.yml"]
    assert "parent: 2026-03-15-rain\n" in before["data/incidents/2026/2026-03-15-rain-in-the-north.yml"]
    assert "parent: 2026-03-14-fog\n" in before["data/incidents/2026/2026-03-15-rain-in-the-fog.yml"]
    assert harbour.run("incidents-csv", str(first)).out == ""
    assert harbour.run("incidents-csv", str(second), "--name", "second").out == ""
    assert harbour.files() == before
