# ruff: noqa: E501 (messages are read by rows)
"""data/imports/*.yml: what is wrong with a saved mapping is told like everything else, and only where there is one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scorecard import read
from scorecard.importers.incidents import mapping as incidents
from scorecard.model.memo import Keeping
from scorecard.model.records.mapping import Columns, IncidentMapping, TableWords
from scorecard.present.schemas.records import RecordSchemas
from scorecard.read.examples import file_kinds
from tests.read.projects import BASE, line, project

FILE = "data/imports/csv.yml"
GOOD = "tool: csv\nquestions:\n  - {id: trust, column: Q1, scale: 1-10}\n"


def told(folder: Path, text: str | bytes) -> list[str]:
    """The problems of a mapping."""
    reading = read.read(project(folder, {FILE: text}))
    assert reading.records is not None
    return [line(one) for one in reading.problems if one.place.file == FILE]


WRONG = [
    (
        "tool: csv\nquestions:\n  - {id: trust, column: Q1, scale: 1-10}\nconfirmd: true\n",
        "unknown-field 4:1+8 survey mapping has no field 'confirmd' | did you mean 'confirmed'? | write the field as the message offers it, or take it out",
    ),
    (
        "confirmed: true\n",
        "missing-field 1:1+15 survey mapping needs the field 'tool' | add a line tool: … (The survey tool that the export comes from; must be there for answers)",
    ),
    ("tool: csv\nconfirmed: yes\n", "not-true-false 2:12+3 confirmed: 'yes' is neither true nor false | write true"),
    (
        "tool: csv\nquestions: {id: trust}\n",
        "wrong-shape 2:12+11 questions: a list expected, but here are keys with values | write each item on a line of its own, beginning with '- '",
    ),
    (
        "tool: csv\nquestions:\n  - {id: trust, column: Q1, scale: 10-1}\n",
        "bad-scale 3:36+4 questions.scale: the scale 10-1 runs the wrong way round | write 1-10 and turn the counts round, or give one scale",
    ),
    (
        "tool: csv\nleave_out:\n  - {column: Status, why: tests}\n",
        "unknown-word 3:27+5 leave_out.why: 'tests' is not one of the allowed words | did you mean 'test'? | write one of: test, partial, other",
    ),
    (
        "kind: incidents\nzone: Rome\n",
        "bad-zone 2:7+4 zone: 'Rome' is not a time zone | write an IANA name, such as Europe/Rome or UTC",
    ),
    (
        "kind: incidents\ndates: american\n",
        "unknown-word 2:8+8 dates: 'american' is not one of the allowed words | write one of: iso, day-first, month-first",
    ),
    (
        "kind: incidents\ncolumns: {id: Number}\n",
        "missing-field 2:10+12 columns needs the field 'title' | add a line title: … (What happened, in a few words)",
    ),
    (
        "kind: incidents\ncolumns: {id: Number, title: T, severty: P}\n",
        "unknown-field 2:33+7 columns has no field 'severty' | did you mean 'severity'? | write the field as the message offers it, or take it out",
    ),
    (
        "kind: incidents\nwords: {severity: {P1: high}}\n",
        "unknown-word 2:24+4 words.severity.P1: 'high' is not one of the allowed words | write one of: critical, major, minor",
    ),
    (
        "kind: incidents\ntool: csv\n",
        "unknown-field 2:1+4 incident mapping has no field 'tool' | fields of an incident mapping: id, company_comment, publish_at, kind, columns, dates, zone, words, skip",
    ),
    (
        "kind: incident\n",
        "unknown-word 1:7+8 kind: 'incident' is not one of the allowed words | did you mean 'incidents'? | write one of: surveys, incidents",
    ),
    (
        "tool: [csv\n",
        "unclosed-bracket 1:7+1 the bracket [ opens here and is not closed | opened here | write ] where it ends; check the commas before it",
    ),
    (
        b"tool: caf\xe9\n",
        "invalid-utf8 1:10+1 the byte 0xE9 is not valid UTF-8; read as Windows-1252 this is 'é' | save the file again with the encoding UTF-8",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), WRONG)
def test_a_wrong_mapping_is_told_with_its_place(text: str | bytes, wanted: str, tmp_path: Path) -> None:
    """Unknown keys, missing ones, wrong types and words: rule, place, message, help."""
    assert told(tmp_path, text) == [wanted]


def test_good_mappings_are_silent(tmp_path: Path) -> None:
    """A mapping as an import writes it, and both examples."""
    kind = next(kind for kind in file_kinds() if kind.name == "import")
    for number, text in enumerate((GOOD, "kind: incidents\nskip: [a, 5]\nzone: Europe/Rome\n", *kind.examples)):
        text = "".join(one for one in text.splitlines(keepends=True) if not one.startswith("id:"))
        assert told(tmp_path / str(number), text) == []


def test_a_mapping_that_is_mended_is_read_again(tmp_path: Path) -> None:
    """With the memory of an earlier run, as `serve` has it."""
    root = project(tmp_path, {FILE: "tol: csv\n"})
    memo = Keeping()
    assert [one.rule for one in read.read(root, memo).problems if one.place.file == FILE] == ["unknown-field"]
    (root / FILE).write_text(GOOD)
    assert read.read(root, memo).problems == read.read(BASE).problems


def test_without_mappings_nothing_of_them_is_loaded() -> None:
    """`scorecard check` of a project without imports pays nothing for them."""
    look = "print(sorted(name for name in sys.modules if 'mapping' in name and name.startswith('scorecard')))"
    code = f"import sys\nfrom pathlib import Path\nfrom scorecard import read\nread.read(Path({str(BASE)!r}))\n{look}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_check_and_import_know_the_same_keys() -> None:
    """What the import of incidents takes is what the check and editors take: columns, words, orders of a day."""
    assert set(Columns.model_fields) == set(incidents.FIELDS)
    words = TableWords.model_json_schema(schema_generator=RecordSchemas)["properties"]
    allowed = {key: set(of["additionalProperties"]["enum"]) if "enum" in of["additionalProperties"]
               else set(of["additionalProperties"]["anyOf"][0]["enum"]) for key, of in words.items()}  # fmt: skip
    assert allowed == {key: set(of) for key, of in incidents.WORDS.items()}
    dates = IncidentMapping.model_json_schema(schema_generator=RecordSchemas)["properties"]["dates"]
    assert set(dates["anyOf"][0]["enum"]) == set(incidents.DATES)
    assert {*incidents._KEYS} < set(IncidentMapping.model_fields)
