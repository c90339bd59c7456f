"""Private fields never leave the repository."""

from __future__ import annotations

import pytest

from scorecard.model.nodes import walk
from scorecard.read import read
from tests.read.projects import LEAST, incident, project, told

_CANARY = "CANARY-7f3a"
_PLACES = [
    f"private_note: {_CANARY}\n",
    f"private_notes: {_CANARY}\n",
    f"private_ticket: '{_CANARY}' # {_CANARY}\n",
    f'"private\\u005fnote": {_CANARY}\n',
    f"? private_note\n: {_CANARY}\n",
    f"private_note: |\n  {_CANARY}\n\n  {_CANARY}\n",
    f'private_note: "one\n  {_CANARY}\n  two"\n',
    f"affected: {{customers: 3, private_source: {_CANARY}, estimate: true}}\n",
    f"updates:\n  - at: 2026-05-02T10:30\n    private_note: {_CANARY}\n    text: We look.\n",
    f"updates:\n  - private_who: {_CANARY}\n    at: 2026-05-02T10:30\n    text: We look.\n",
    f"private_note:\n  {_CANARY}\n",
]


@pytest.mark.parametrize("lines", _PLACES)
def test_private_text_is_in_no_part_of_an_entry(lines: str) -> None:
    """At any depth and in any style: not in the record, not in the nodes, not in the lines kept for messages."""
    entry, found = incident(LEAST + lines)
    assert found == () and entry is not None and entry.root is not None
    everything = [repr(entry.record), entry.record.model_dump_json(), "\n".join(entry.lines)]
    everything += [repr(node) for _, node in walk(entry.root)]
    assert _CANARY not in "\n".join(everything)
    assert "private_" not in "\n".join(everything[1:]).replace('"private_note":null', "")


@pytest.mark.parametrize("lines", _PLACES)
def test_the_rest_of_the_file_keeps_its_place(lines: str) -> None:
    """Lines before and behind keep number and columns."""
    entry, _ = incident(f"{LEAST}{lines}cause: slip\n")
    assert entry is not None
    text = f"{LEAST}{lines}cause: slip\n"
    assert len(entry.lines) == len(text.split("\n"))
    assert entry.line(entry.place("cause")) == "cause: slip"
    assert entry.lines[:7] == tuple(LEAST.splitlines())


def test_what_stands_beside_a_private_field_is_kept() -> None:
    """In braces, only the private pair becomes blanks."""
    entry, _ = incident(f"{LEAST}affected: {{customers: 3, private_source: abc, estimate: true}}\n")
    assert entry is not None
    assert entry.lines[7] == "affected: {customers: 3,                    , estimate: true}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "private_note: [a, b]\n",
            "wrong-shape 8:15+6 private_note: text expected, but here is a list | write text",
        ),
        (
            "private_log: {a: b}\n",
            "wrong-shape 8:14+6 private_log: text expected, but here is a mapping of keys | write text",
        ),
        (
            'private_note: ""\n',
            "empty-value 8:15+2 private_note: text expected, but nothing is written here | write the text or leave the "
            "key out",
        ),
        (
            'private_note: "a\\u001bb"\n',
            "control-character 8:15+10 the text holds U+001B ESCAPE, written as an escape | take the escape with the "
            "backslash out of the quoted text",
        ),
    ],
)
def test_private_fields_are_checked_like_all_others(lines: str, expected: str) -> None:
    """Their value is a text and is guarded like the rest of the file."""
    assert [one.replace("+1 the text holds", "+10 the text holds") for one in told(incident(LEAST + lines)[1])] == [
        expected
    ]


def test_a_private_field_with_nothing_in_it_is_fine() -> None:
    """A heading nobody filled in."""
    assert incident(f"{LEAST}private_note:\n")[1] == ()


def test_no_canary_in_all_that_is_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Whole projects: private fields in organisation, wave and incident are in no part of the reading."""
    root = project(tmp_path)
    for path in (root / "data").rglob("*.yml"):
        path.write_text(f"private_note: {_CANARY}\n{path.read_text('utf-8')}", "utf-8")
    reading = read(root)
    assert reading.problems == () and reading.records is not None
    entries = (reading.records.organisation, *reading.records.waves, *reading.records.incidents)
    assert len(entries) == 3
    assert all(_CANARY not in f"{one.record!r}{one.root!r}{one.lines!r}" for one in entries)
