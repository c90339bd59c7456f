"""Whatever a file holds: a message, never a trace; nothing half is written, and no text becomes markup or YAML."""

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from scorecard import read
from scorecard.model.characters import FORBIDDEN
from tests.importers.incidents.harbour import CASES, EXPORTS, Harbour

#: Texts that mean something to YAML, HTML, Markdown, Jinja or a terminal.
TEXTS = (
    *(
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "{% raw %}",
        "a: b",
        "- a",
        "# a",
        "a # b",
        "'a'",
        '"a"',
        "|",
        ">",
        "~",
    ),
    *("null", "no", "12:30", "&a b", "*a", "!!python/object:os.system x", "---", "...", "%YAML 1.1", "? a", "[a", "{a"),
    *("@a", "`a`", "a\\nb", "a\\", "\\", "a:\tb", "\ta", "  a", "a  ", "a\n\n\n b\n", "\n\na", "a\n---\nb", "a\n...\n"),
    *(
        "a\n# scorecard-import: statuspage x title=0\nb",
        "é ß 東京 🛑",
        "\u202egpj.exe",
        "\x1b[31mred\x1b[0m",
        "a\u2028b",
    ),
    *("\ufeffa", "x" * 5000, "a\r\nb\rc", "a - b", "a -", "0x10", "1e3", "2026-03-14", "key: |\n  block", "a\u0085b"),
)
#: JSON that is none, or none of ours; each is told in one line.
BROKEN = {
    "nothing": "",
    "cut off": '{"incidents": [{"id": "a", "name": "b',
    "HTML": "<!doctype html><title>503</title>",
    "a number": "7",
    "another mapping": '{"a": 1}',
    "deep": "[" * 200_000,
    "deep mappings": '{"incidents":' * 50_000,
    "a long number": '{"incidents": [' + "9" * 10_000 + "]}",
    "NUL": '{"incidents": [\0]}',
}
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    10**40,
    "",
    " ",
    "x",
    [],
    [[]],
    [None],
    [1],
    {},
    {"a": 1},
    "\ud800",
)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_stays_the_same_text(text: str, harbour: Harbour, tmp_path: Path) -> None:
    """As title, body and component: the file is valid, says the text letter for letter, and a second run is quiet."""
    whole = json.loads((EXPORTS / "statuspage-incidents.json").read_text())
    one = whole["incidents"][3]
    one["name"] = text
    one["incident_updates"][0]["body"] = text
    one["components"] = [{"name": text}]
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps({"incidents": [one]}))
    ran = harbour.run("statuspage", str(file))
    assert ran.code == 0
    assert {rule for rule, _ in harbour.problems()} <= {"long-word"}
    records = read.read(harbour.folder).records
    assert records is not None
    record = records.incidents[0].record
    kept = text
    for unseen in ("\u202e", "\x1b", "\u2028", "\ufeff", "\x85"):
        kept = kept.replace(unseen, "")
    kept = kept.replace("\r\n", "\n").replace("\r", "\n").strip()
    assert record.updates[0].text == kept
    assert record.title == " ".join(part.strip() for part in kept.split("\n") if part.strip())[:1000]
    (made,) = harbour.files().values()
    assert made.count("\n# scorecard-import: ") == 1
    assert not any(char in made for char in "\x1b\u202e\u2028\ufeff\x85\r")
    before = harbour.files()
    assert harbour.run("statuspage", str(file)).out == ""
    assert harbour.files() == before


def feed(form: str, text: str) -> str:
    """A feed in the form of one tool, with the text wherever that form has one."""
    held = escape("".join(char for char in text if char in "\t\n\r" or char.isprintable() or char == "\u202e"))
    stamps = "<published>2026-03-14T09:00:00Z</published><updated>2026-03-14T10:00:00Z</updated>"
    title, link, body = {
        "instatus": (
            held, "https://status.example/i/1",
            f"<p>Type: Maintenance</p><p>Affected Components: {held}</p><p>{held}</p>"
            f"<p>Mar 14, 09:10:00 GMT+0 Identified - {held}</p>",
        ),
        "incident.io": (held, "https://status.example/i/2", f"<b>Status: Resolved</b><br/><br/>{held}"),
        "cachet": (f"[Fixed] {held}", "https://status.example/i/3#update-2", f"<p>{held}</p>"),
        "statuspage": (held, "https://status.example/i/4", f"<p>THIS IS A SCHEDULED EVENT {held}</p><p>{held}</p>"),
    }[form]  # fmt: skip
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>e</id><title>{title}</title>{stamps}'
        f'<link href="{link}"/><content type="html">{escape(body)}</content></entry></feed>'
    )


def other_shapes(text: str) -> Iterator[tuple[str, str, str]]:
    """Tool, file name and content: shapes beside those of the tools' own documentation."""
    for form in ("instatus", "incident.io", "cachet", "statuspage"):
        yield "atom", f"{form}.xml", feed(form, text)
    at, other = "2026-03-14T09:00:00Z", {"status": "investigating", "created_at": "2026-03-14T09:10:00Z"}
    updates = [{**other, "body": text, "affected_components": [{"name": text}]}]
    page = {"id": "x", "name": text, "status": "investigating", "created_at": at, "incident_updates": updates}
    yield "statuspage", "page.json", json.dumps({"incidents": [page]})
    body = f"<!--\nstart: {at}\nexpectedDown: {text}\n-->\n{text}"
    issue = {"number": 1, "title": text, "created_at": at, "state": "open", "body": body, "labels": ["maintenance"]}
    yield "upptime", "issues.json", json.dumps([issue])
    held = FORBIDDEN.sub("", text).replace("\ufeff", "")  # front matter with more is told and left out
    shown = {"Title": held, "Date": at, "Resolved": False, "Affected": [held], "description": held}
    front = json.dumps(shown, ensure_ascii=False)
    yield "cstate", "2026-03-14-x.md", f"---\n{front}\n---\n\n{text}\n"


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_in_other_shapes_too_a_text_breaks_nothing(text: str, harbour: Harbour, tmp_path: Path) -> None:
    """What is written is valid and a second run is quiet; what is said holds nothing that moves a terminal."""
    for number, (tool, name, content) in enumerate(other_shapes(text)):
        file = tmp_path / str(number) / name
        file.parent.mkdir()
        file.write_bytes(content.encode("utf-8", "surrogatepass"))
        ran = harbour.run(tool, str(file))
        assert (ran.code, len(harbour.files())) == (0, number + 1), (tool, name, ran.err)
        assert "a fault in this program" not in ran.err
        assert not any(char in ran.err for char in "\x1b\u202e\x85\u2028\r")
        assert {rule for rule, _ in harbour.problems()} <= {"long-word"}, (tool, name)
        before = harbour.files()
        again = harbour.run(tool, str(file))
        assert (again.code, again.out, harbour.files()) == (ran.code, "", before), (tool, name)


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("tool", ["statuspage", "upptime", "google-cloud"])
def test_broken_json_is_one_line(tool: str, case: str, harbour: Harbour, tmp_path: Path) -> None:
    """Exit 1, the file's name, nothing written."""
    file = tmp_path / "broken.json"
    file.write_text(BROKEN[case])
    ran = harbour.run(tool, str(file))
    assert (ran.code, ran.out, harbour.files()) == (1, "", {})
    assert ran.err.startswith(f"error: {file}")
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 400 + len(str(file))


def test_cut_off_json_says_so(harbour: Harbour, tmp_path: Path) -> None:
    """Line, column, cause, and what to do."""
    file = tmp_path / "cut.json"
    file.write_text('{"incidents": [\n')
    assert harbour.run("statuspage", str(file)).err == (
        f"error: {file}:2:1: this is not JSON: Expecting value; the file seems to be cut off. Download the file again\n"
    )


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in items:
        yield from _places(below, (*path, key))


@pytest.mark.parametrize("name", ["statuspage-incidents", "upptime-issues", "upptime-comments", "google-cloud"])
def test_a_value_of_any_type_anywhere_is_told_or_taken(name: str, harbour: Harbour, tmp_path: Path) -> None:
    """Every place of an export with a value of another type: exit 0 or 1, what is written can be read."""
    whole = json.loads((EXPORTS / f"{name}.json").read_text())
    dice = random.Random(7)
    file = tmp_path / "typed.json"
    for path in _places(whole):
        changed = json.loads(json.dumps(whole))
        at = changed
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = dice.choice(VALUES)
        file.write_text(json.dumps(changed))
        tool = name.partition("-")[0] if name != "google-cloud" else name
        ran = harbour.run(tool, str(file), "--dry-run")
        assert ran.code in (0, 1), (path, ran.err)
        assert "fault in this program" not in ran.err


@pytest.mark.parametrize("case", ["cstate", "atom", "rss", "incidents-csv"])
def test_mutated_files_are_told_or_taken(case: str, harbour: Harbour, tmp_path: Path) -> None:
    """Bytes cut, doubled, exchanged: exit 0 or 1, one or more lines, no trace."""
    dice = random.Random(11)
    given = EXPORTS / CASES[case][1]
    given = given / "2026-03-14-tickets.md" if given.is_dir() else given
    data = given.read_bytes()
    file = tmp_path / given.name
    for _ in range(150):
        start, length = dice.randrange(len(data)), dice.choice((1, 3, 40, 400))
        piece = dice.choice((b"", b"\xff", b"\0", b"<", b"&", b"---\n", b'"', b"{{<", os.urandom(2), data[:length]))
        file.write_bytes(data[:start] + piece + data[start + length :])
        rest = [word for word in CASES[case][2:] if word != "--yes"]
        ran = harbour.run(CASES[case][0], str(file), *rest, "--dry-run")
        assert ran.code in (0, 1), ran.err
        assert "fault in this program" not in ran.err


BOMBS = {
    "a billion laughs": '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><feed><id>&b;</id></feed>',
    "a file": '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed><entry><id>&a;</id></entry></feed>',
    "a document type of another host": '<!DOCTYPE l SYSTEM "https://example.org/l.dtd"><feed/>',
    "a parameter entity": '<!DOCTYPE l [<!ENTITY % a SYSTEM "https://example.org/l.dtd">%a;]><feed/>',
}


@pytest.mark.parametrize("case", BOMBS)
def test_a_document_type_is_refused_before_anything_is_expanded(case: str, harbour: Harbour, tmp_path: Path) -> None:
    """No entity is ever read."""
    file = tmp_path / "bomb.xml"
    file.write_text(f'<?xml version="1.0"?>\n{BOMBS[case]}')
    ran = harbour.run("atom", str(file))
    assert (ran.code, harbour.files()) == (1, {})
    assert ran.err == (
        f"error: {file}:2: this feed was not read: it declares a document type, which no feed needs and which can hide "
        "a bomb\n"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<feed>", "{file}:1:7: this is not XML: no element found; the file seems to be cut off. "
         "Download the feed again"),
        ("<a>&b;</a>", "{file}:1:4: this is not XML: undefined entity. Download the feed again"),
        ("<html/>", "{file}: this is no feed: it begins with <html>, not with <feed> or <rss>. "
         "Download https://YOUR-PAGE/history.atom"),
        ("<a>" * 300, "{file}:1: this feed was not read: it is nested deeper than any feed"),
        ("", "{file}:1:1: this is not XML: no element found; the file seems to be cut off. Download the feed again"),
    ],
)  # fmt: skip
def test_broken_xml_is_one_line(text: str, wanted: str, harbour: Harbour, tmp_path: Path) -> None:
    """The place, the cause, what to do."""
    file = tmp_path / "broken.xml"
    file.write_text(text)
    ran = harbour.run("atom", str(file))
    assert (ran.code, ran.err, harbour.files()) == (1, f"error: {wanted.format(file=file)}\n", {})


def test_yaml_bombs_in_front_matter_are_refused(harbour: Harbour, tmp_path: Path) -> None:
    """Anchors, tags and depth are not expanded; the file is left out and named."""
    fronts = ("a: &a [x]\nb: [*a, *a]", "a: !!python/object/apply:os.system [x]", "a: " + "[" * 60_000, "a: 1\na: 2")
    for number, front in enumerate(fronts):
        (tmp_path / f"bomb{number}.md").write_text(f"---\ntitle: x\ndate: 2026-03-14T08:00Z\n{front}\n---\nText.\n")
    (tmp_path / "good.md").write_text("---\ntitle: x\ndate: 2026-03-14T08:00Z\n---\nText.\n")
    ran = harbour.run("cstate", *(str(file) for file in sorted(tmp_path.glob("*.md"))))
    assert ran.code == 0
    assert [*harbour.files()] == ["data/incidents/2026/2026-03-14-x.yml"]
    assert ran.err.count("its front matter cannot be read (") == len(fronts)


def test_why_no_file_can_be_imported_is_told(harbour: Harbour, tmp_path: Path) -> None:
    """Where all are left out, the reason of each is said with the error."""
    file = tmp_path / "fog.md"
    file.write_text('---\ntitle: "a\\u0085b"\ndate: 2026-03-14T08:00Z\n---\nText.\n')
    ran = harbour.run("cstate", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "error: none of the files is an issue of cState. They lie in content/issues/ and end in .md\n"
        f"  = note: {file}: its front matter cannot be read (line 1: the text holds U+0085 NEXT LINE, written as an "
        "escape); it was left out\n"
    )


def test_files_that_are_none_of_ours_to_read(harbour: Harbour, tmp_path: Path) -> None:
    """A pipe, a picture, UTF-16 without a mark, an empty folder: each is one line."""
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "picture.json").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "latin.json").write_bytes(b'{"incidents":\n ["caf\xe9"]}')
    (tmp_path / "empty").mkdir()
    names = ("pipe.json", "picture.json", "latin.json", "empty")
    told = {name: harbour.run("statuspage", str(tmp_path / name)) for name in names}
    assert {ran.code for ran in told.values()} == {1}
    assert {name: ran.err.removeprefix(f"error: {tmp_path}/") for name, ran in told.items()} == {
        "pipe.json": "pipe.json is no plain file\n",
        "picture.json": "picture.json:1: this is no text in UTF-8 (byte 0x89). Save or download it again as UTF-8\n",
        "latin.json": "latin.json:2: this is no text in UTF-8 (byte 0xE9). Save or download it again as UTF-8\n",
        "empty": f"error: there is no file that ends in .json in {tmp_path}/empty\n",
    }


def test_utf_16_with_a_mark_is_read(harbour: Harbour, tmp_path: Path) -> None:
    """Windows writes it; the result is the same."""
    harbour.run("incidents-csv", "tickets.csv", "--zone", "Europe/Rome", "--yes")
    before = harbour.files()
    file = tmp_path / "wide.csv"
    file.write_bytes((EXPORTS / "tickets.csv").read_bytes().decode("utf-8-sig").encode("utf-16"))
    assert harbour.run("incidents-csv", str(file)).out == ""
    assert harbour.files() == before


def test_an_incident_too_large_for_a_file_is_left_out_and_told(harbour: Harbour, tmp_path: Path) -> None:
    """The others are written."""
    whole = json.loads((EXPORTS / "statuspage-incidents.json").read_text())
    word = whole["incidents"][3]["incident_updates"][0]
    whole["incidents"][3]["incident_updates"] = [{**word, "body": f"{n} " + "long " * 11_000} for n in range(20)]
    file = tmp_path / "large.json"
    file.write_text(json.dumps(whole))
    ran = harbour.run("statuspage", str(file))
    assert len(harbour.files()) == 3
    assert "it is too large for a file; it was left out\n" in ran.err


def test_no_link_is_followed_out_of_the_project(harbour: Harbour, tmp_path: Path) -> None:
    """A folder of a year that is a link: nothing lands at its end."""
    (tmp_path / "elsewhere").mkdir()
    (harbour.folder / "data/incidents").mkdir()
    (harbour.folder / "data/incidents/2026").symlink_to(tmp_path / "elsewhere")
    ran = harbour.run("statuspage", "statuspage-incidents.json")
    assert (ran.code, [*(tmp_path / "elsewhere").iterdir()]) == (1, [])
    assert ran.err.endswith(
        "error: data/incidents/2026: a link to another place stands here; links are not followed\n"
        "  Put the file or folder itself here.\n"
    )
