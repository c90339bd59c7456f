"""Which files are read, and what is said of those that are not."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from scorecard.model.records import Incident
from scorecard.read import read
from scorecard.read.files import LARGEST_FILE, Claim, read_bytes
from scorecard.read.kinds import FOLDERS
from scorecard.read.sources import Finding
from tests.read.projects import LEAST, project, told


def _said(root: Path) -> list[tuple[str, str, str, str]]:
    return [(problem.place.file, problem.rule, problem.message, problem.help) for problem in read(root).problems]


def test_the_base_project_is_claimed_whole(tmp_path: Path) -> None:
    """Each file of a valid project is claimed, and nothing is said."""
    reading = read(project(tmp_path))
    assert reading.problems == ()
    assert reading.files == (
        "data/incidents/2026/2026-03-14-payment-outage.yml",
        "data/organisation.yml",
        "data/surveys/2026-q1.yml",
    )


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("incidents/2026/late.yaml", "rename it to late.yml"),
        ("incidents/2026/late.YML", "rename it to late.yml"),
        ("incidents/2026/late.Yaml", "rename it to late.yml"),
        ("incidents/2026/late.yaml~", "an editor left it; delete it, or rename it so that it ends in .yml"),
        ("incidents/2026/late.yml.bak", "an editor left it; delete it, or rename it so that it ends in .yml"),
        ("incidents/2026/.late.yml.swp", "an editor left it; delete it, or rename it so that it ends in .yml"),
        ("incidents/2026/#late.yml#", "an editor left it; delete it, or rename it so that it ends in .yml"),
        ("incidents/2026/late.yml.txt", "rename it to late.yml: take .txt off, which your computer may hide"),
        ("incidents/2026/late", "data files end in .yml; rename the file or take it out of data/"),
        ("incidents/notes.md", "data files end in .yml; rename the file or take it out of data/"),
        ("surveys/.DS_Store", "the computer made it; delete it and write .DS_Store into .gitignore"),
        ("organization.yml", "did you mean organisation.yml?"),
        ("Method.yml", "did you mean method.yml?"),
        ("method.yaml", "did you mean method.yml?"),
        (
            "2026-q2.yml",
            "put it into the folder of its kind, such as surveys/ or incidents/2026/, or take it out of data/",
        ),
    ],
)
def test_a_file_nobody_reads_is_named(name: str, help: str, tmp_path: Path) -> None:
    """Nothing in data/ is ignored in silence: wrong endings, leftovers and stray files stop the build."""
    root = project(tmp_path, {f"data/{name}": LEAST})
    base = name.rpartition("/")[2]
    assert _said(root) == [(f"data/{name}", "unclaimed-file", f"nobody reads the file '{base}'", help)]


@pytest.mark.parametrize(
    ("name", "message", "help"),
    [
        ("incident/x.yml", "nothing is read from the folder 'incident'", "did you mean incidents/?"),
        ("Surveys/x.yml", "nothing is read from the folder 'Surveys'", "did you mean surveys/?"),
        (
            "zebra/x.yml",
            "nothing is read from the folder 'zebra'",
            "the folders are corrections, decisions, dialogue, enquiries, imports, incidents, promises, published, "
            "risks, surveys",
        ),
        (
            "incidents/26/x.yml",
            "no folder of this name is expected here",
            "folders below incidents/ are years of four digits, such as incidents/2026",
        ),
        (
            "incidents/2026/03/x.yml",
            "no folder of this name is expected here",
            "put its files into incidents/YEAR/ directly",
        ),
        ("risks/2026/x.yml", "no folder of this name is expected here", "put its files into risks/ directly"),
        ("imports/a/x.yml", "no folder is expected here", "move its files up or delete it"),
    ],
)
def test_a_folder_nobody_reads_is_named(name: str, message: str, help: str, tmp_path: Path) -> None:
    """A misspelt folder would hide all its records."""
    root = project(tmp_path, {f"data/{name}": LEAST})
    folder = name.rpartition("/")[0]
    assert _said(root) == [(f"data/{folder}", "unclaimed-folder", message, help)]


@pytest.mark.parametrize("name", [".gitkeep", ".gitignore", "surveys/.gitkeep", "imports/.gitkeep", ".git/config"])
def test_files_of_git_are_no_data(name: str, tmp_path: Path) -> None:
    """An empty folder is kept in git with .gitkeep; that is fine, and so is a data folder with its own repository."""
    assert read(project(tmp_path, {f"data/{name}": ""})).problems == ()


def test_mappings_are_checked_and_other_files_of_the_ledger_are_claimed_unread(tmp_path: Path) -> None:
    """What a saved mapping says is looked at, but is no record; of the ledger, only what was published is read."""
    files = {
        "data/imports/qualtrics.yml": b"\xff",
        "data/imports/csv.yml": b"tool: csv\n",
        "data/published/2026-q1/figures.json": b"{",
        "data/imports/A.yml": b"",
    }
    reading = read(project(tmp_path, files))
    assert "data/imports/qualtrics.yml" in reading.files
    assert "data/published/2026-q1/figures.json" in reading.files
    assert [problem.rule for problem in reading.problems] == ["bad-id", "invalid-utf8"]


@pytest.mark.parametrize("kind", FOLDERS, ids=lambda kind: kind.where)
def test_each_kind_is_read_from_its_folder(kind: object, tmp_path: Path) -> None:
    """A file in the folder of a kind is taken for a record of that kind."""
    where = getattr(kind, "where", "")
    reading = read(project(tmp_path, {f"data/{where}/x.yml": "id: x\n"}))
    assert f"data/{where}/x.yml" in reading.files
    assert {problem.rule for problem in reading.problems} == {"missing-field"}


@pytest.mark.parametrize("folder", ["incidents/2026", "incidents", "dialogue/2026", "dialogue"])
def test_years_are_optional(folder: str, tmp_path: Path) -> None:
    """Incidents and dialogue lie in years or directly in their folder."""
    text = (
        LEAST
        if folder.startswith("incidents")
        else "with: customers\nstarted_by: us\nasked: 2026-01-02\nquestion: Why?\n"
    )
    reading = read(project(tmp_path, {f"data/{folder}/why.yml": text}))
    assert reading.problems == ()
    assert f"data/{folder}/why.yml" in reading.files


def test_links_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    """A link to a file or folder is named and not followed: nothing of its target is read."""
    secret = tmp_path / "secret.yml"
    secret.write_text("CANARY: 1\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.yml").write_text("CANARY: 2\n")
    root = project(tmp_path)
    (root / "data/incidents/2026/link.yml").symlink_to(secret)
    (root / "data/risks").symlink_to(tmp_path / "elsewhere")
    (root / "data/incidents/2026/broken.yml").symlink_to(tmp_path / "nowhere")
    message = "this is a link to another place; links are not followed"
    help = "put a copy of the file or folder itself here"
    assert _said(root) == [
        ("data/incidents/2026/broken.yml", "link-refused", message, help),
        ("data/incidents/2026/link.yml", "link-refused", message, help),
        ("data/risks", "link-refused", message, help),
    ]
    assert "CANARY" not in repr(read(root))


def test_a_linked_data_folder_is_refused(tmp_path: Path) -> None:
    """data/ itself may not be a link."""
    (tmp_path / "data").symlink_to(project(tmp_path) / "data")
    assert [(file, rule) for file, rule, _, _ in _said(tmp_path)] == [("data", "link-refused")]


def test_pipes_and_sockets_are_refused_without_reading(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever."""
    root = project(tmp_path)
    os.mkfifo(root / "data/incidents/2026/pipe.yml")
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(root / "data/surveys")  # the name of a socket has little room
        try:
            server.bind("socket.yml")
        finally:
            os.chdir(here)
        message = "this is neither a file nor a folder but a pipe, socket or device"
        assert _said(root) == [
            ("data/incidents/2026/pipe.yml", "special-file", message, "delete it; data/ holds plain files only"),
            ("data/surveys/socket.yml", "special-file", message, "delete it; data/ holds plain files only"),
        ]


@pytest.mark.parametrize(
    ("stem", "message"),
    [
        ("Late", "the file name 'Late' is not an id; U+004C LATIN CAPITAL LETTER L is not allowed"),
        ("a b", "the file name 'a b' is not an id; U+0020 SPACE is not allowed"),
        ("..", "the file name '..' is not an id; U+002E FULL STOP is not allowed"),
        ("   ", "the file name '   ' is not an id; U+0020 SPACE is not allowed"),
        ("a\\b", "the file name 'a\\b' is not an id; U+005C REVERSE SOLIDUS is not allowed"),
        ("C:x", "the file name 'C:x' is not an id; U+0043 LATIN CAPITAL LETTER C is not allowed"),
        ("a" * 65, f"the file name '{'a' * 65}' is not an id; it has 65 letters"),
        ("%2e%2e%2fx", "the file name '%2e%2e%2fx' is not an id; U+0025 PERCENT SIGN is not allowed"),
        ("a?b#c d", "the file name 'a?b#c d' is not an id; U+003F QUESTION MARK is not allowed"),
        ("_headers", "the file name '_headers' is not an id; U+005F LOW LINE is not allowed"),
        ("．．／x", "the file name '．．／x' is not an id; U+FF0E FULLWIDTH FULL STOP is not allowed"),
        ("-a", "the file name '-a' is not an id"),
        ("a-", "the file name 'a-' is not an id"),
        ("wrоng", "the file name 'wrоng' is not an id; U+043E CYRILLIC SMALL LETTER O is not allowed"),
        ("a\x1b[2J", "the file name 'a\\u001b[2J' is not an id; U+001B ESCAPE is not allowed"),
    ],
)
def test_a_file_name_must_be_an_id(stem: str, message: str, tmp_path: Path) -> None:
    """The file name is the id, the address and the key; other letters are named by code point."""
    root = project(tmp_path, {f"data/incidents/{stem}.yml": LEAST})
    help = "use lower-case letters a-z, digits and dashes inside, at most 64 of them, and the ending .yml"
    (said,) = _said(root)
    assert said[1:] == ("bad-id", message, help)
    assert all(char.isprintable() for char in said[0])
    records = read(root).records
    assert records is not None and len(records.incidents) == 1


@pytest.mark.parametrize("stem", ["index", "api", "assets", "con", "nul", "404"])
def test_reserved_names_are_refused(stem: str, tmp_path: Path) -> None:
    """A record called index would take the place of a page of the site."""
    root = project(tmp_path, {f"data/incidents/2026/{stem}.yml": LEAST})
    assert _said(root) == [
        (
            f"data/incidents/2026/{stem}.yml",
            "bad-id",
            f"'{stem}' is a name that the site or a computer keeps for itself",
            "give the file a name that says what it is about, such as 2026-03-14-payment-outage.yml",
        )
    ]


def test_a_file_name_that_is_no_text_is_shown_in_escapes(tmp_path: Path) -> None:
    """A name of odd bytes can still be printed, as UTF-8, on every terminal."""
    root = project(tmp_path)
    Path(os.fsdecode(os.fsencode(root) + b"/data/incidents/\xff\xfe.yml")).write_text(LEAST)
    (said,) = _said(root)
    assert said[1] == "bad-id"
    "".join(said).encode("utf-8")


def test_names_that_differ_in_case_only_clash(tmp_path: Path) -> None:
    """On Windows and Mac both names are one file, so one record would be lost."""
    root = project(tmp_path, {"data/incidents/2026/2026-03-14-Payment-Outage.yml": LEAST})
    assert _said(root) == [
        (
            "data/incidents/2026/2026-03-14-Payment-Outage.yml",
            "case-clash",
            "this name differs from '2026-03-14-payment-outage.yml' only in capital letters",
            "rename one of them; on Windows and Mac both are one file",
        )
    ]


def test_the_id_inside_must_be_the_file_name(tmp_path: Path) -> None:
    """Two names for one record lead to broken references."""
    root = project(
        tmp_path, {"data/incidents/late.yml": f"id: later\n{LEAST}", "data/incidents/same.yml": f"id: same\n{LEAST}"}
    )
    assert told(read(root)) == [
        "id-differs 1:5+5 the id is 'later', but the file is called late.yml | rename the file to later.yml, "
        "or leave the id out"
    ]


def test_a_file_over_one_megabyte_is_not_read(tmp_path: Path) -> None:
    """The message gives the size and the limit; one byte less is read."""
    filler = "# " + "x" * 99 + "\n"
    just = (LEAST + filler * 20_000).encode()[:LARGEST_FILE]
    root = project(tmp_path, {"data/incidents/big.yml": just + b"\n", "data/incidents/just.yml": just})
    assert told(read(root)) == [
        "file-too-large 1:1+1 this file has 1,048,577 bytes; at most 1,048,576 are read | keep one record per file and "
        "leave out what is not data"
    ]


def test_a_file_that_cannot_be_had_is_a_problem(tmp_path: Path) -> None:
    """A file that goes away, or may not be read, is told and raises nothing."""
    kind = next(kind for kind in FOLDERS if kind.record is Incident)
    assert read_bytes(Claim(kind, str(tmp_path / "gone.yml"), "gone.yml", "gone")) == Finding(
        "unreadable-file",
        1,
        1,
        "this file cannot be read: no such file or directory",
        help="check who may read the file",
    )


def test_no_data_folder_is_told_with_help(tmp_path: Path) -> None:
    """In the wrong folder, the first message says so."""
    help = "change to the folder of your scorecard, or make a new one with scorecard init"
    assert _said(tmp_path) == [("data", "no-data-folder", "there is no folder data/ here", help)]
    (tmp_path / "data").write_text("x")
    help = "rename the file and make a folder data/"
    assert _said(tmp_path) == [("data", "no-data-folder", "data is a file, not a folder", help)]


def test_no_organisation_is_told_with_help(tmp_path: Path) -> None:
    """Without organisation.yml nothing can be scored, and the message says what it needs."""
    (tmp_path / "data").mkdir()
    reading = read(tmp_path)
    assert reading.records is None
    assert _said(tmp_path) == [
        (
            "data/organisation.yml",
            "no-organisation",
            "the file data/organisation.yml is missing",
            "write one with name, url, contact and timezone; scorecard init makes an example",
        )
    ]
