"""JSON Schema of every kind of file: valid, fresh, whole, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from scorecard import pipeline
from scorecard.model import lexical, written
from scorecard.model.file_kinds import FileKind
from scorecard.read.mappings import record_of
from scorecard.read.packaged import default_method
from scorecard.read.records import parse, record
from tests.golden import Golden
from tests.schemas import errors, kind_of, value

KINDS = {kind.name: kind for kind in pipeline.file_kinds()}
SCHEMAS = pipeline.schemas()


def test_the_schemas_are_as_accepted(repository: Path, golden: Golden) -> None:
    """The committed schemas are those that the records make now; `make bless` writes them again."""
    texts = {
        f"{name}.schema.json": json.dumps(made, ensure_ascii=False, indent=2) + "\n" for name, made in SCHEMAS.items()
    }
    golden.tree(repository / "tests" / "golden" / "schemas", texts)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_json_schema_2020_12(name: str) -> None:
    """The metaschema takes it, its id names no host, and every reference inside leads somewhere."""
    made: Any = SCHEMAS[name]
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "://" not in made["$id"]
    refs = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', json.dumps(made)))
    assert refs <= set(made.get("$defs", {}))


def objects(made: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema describes, with its schema."""
    for shape in (made, *made.get("$defs", {}).values()):
        yield from shape.get("properties", {}).items()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_to_editors(name: str) -> None:
    """Title, description of a whole sentence, and an example, words to choose from or a record of its own."""
    made: Any = SCHEMAS[name]
    for key, shape in objects(made):
        assert re.fullmatch(r"[A-Z`](.|\n)*[.…]", shape.get("description", "")), (name, key)
        assert shape.get("title"), (name, key)
        helped = any(word in json.dumps(shape) for word in ('"examples"', '"enum"', '"$ref"', '"boolean"'))
        assert helped, (name, key)


def test_every_word_to_choose_has_its_meaning() -> None:
    """No list of allowed words goes without a sentence for each."""
    for name, made in SCHEMAS.items():
        for found in _enums(made):
            assert len(found.get("enumDescriptions", ())) == len(found["enum"]), (name, found["enum"])


def _enums(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "enum" in node and "errorMessage" in node:
            yield node
        for name, below in node.items():
            if name not in ("not", "defaultSnippets"):
                yield from _enums(below)
    elif isinstance(node, list):
        for below in node:
            yield from _enums(below)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_example_uses_every_key(kind: FileKind) -> None:
    """What editors offer and the reference shows leaves no key out."""
    lacking = [key for name, of in _records(kind) for key in of if f"{key}:" not in "".join(kind.examples)]
    assert lacking == []


def _records(kind: FileKind) -> Iterator[tuple[str, list[str]]]:
    made: Any = SCHEMAS[kind.name]
    for name, shape in (("", made), *made.get("$defs", {}).items()):
        if name not in ("NotApplicable", "Scale"):
            yield name, [key for key in shape.get("properties", ()) if key.isidentifier()]


def test_the_examples_make_one_project(tmp_path: Path) -> None:
    """The examples are right: together they are a project without an error."""
    texts = [text for kind in KINDS.values() for text in kind.examples]
    files = {text.partition("\n")[0].removeprefix("# "): text for text in texts}
    storm = KINDS["incident"].example.partition("kind:")[2].partition("systems:")[0]
    files["data/incidents/2026/2026-03-14-storm.yml"] = (
        f"title: A storm\nkind:{storm}known: 2026-03-14T06:00\nnotified: 2026-03-14T06:10\nresolved: not-yet\n"
    )
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = pipeline.check(tmp_path, pipeline.moment("2026-12-31"))
    assert [problem for problem in found.errors if problem.code < "SC5"] == []
    assert {problem.rule for problem in found.errors} <= {"missing-account", "missing-acknowledgement"}


def test_every_file_of_the_example_company_validates(repository: Path) -> None:
    """The foreign validator takes what our reader takes."""
    files = sorted((repository / "data").rglob("*.yml")) + sorted(
        (repository / "tests/base_project/data").rglob("*.yml")
    )
    assert len(files) > 100
    for file in files:
        name = file.relative_to(repository).as_posix().removeprefix("tests/base_project/")
        found = [
            f"{'.'.join(map(str, one.path))}: {one.message[:80]}"
            for one in errors(kind_of(name), value(file.read_text()))
        ]
        assert found == [], name


#: Shape faults that no schema can see: they hang on another file, on the clock change, or on YAML itself.
UNSEEN = {
    "unclear-time": "depends on the organisation's zone",
    "language-not-translated": "it is a warning: the site is built without that language",
    "bad-zone": "the names of zones are a list of thousands that changes",
}


@pytest.mark.parametrize(
    "info", [i for i in pipeline.rules().values() if i.code < "SC5" and i.wrong], ids=lambda i: i.rule
)
def test_what_the_reader_refuses_for_shape_the_schema_refuses(info: Any) -> None:
    """SC3xx and SC4xx: the wrong example is refused, the right one taken."""
    right = value(info.right)
    name = kind_of(info.right.partition("\n")[0].removeprefix("# "))
    assert name == "" or list(errors(name, right)) == []
    if info.code >= "SC3" and info.rule not in UNSEEN:
        assert list(errors(name, value(info.wrong))) != []
    elif info.rule in UNSEEN and info.rule != "bad-zone":
        assert list(errors(name, value(info.wrong))) == []


def takes(kind: Any, text: str) -> bool:
    """Whether the reader takes a text as this kind of value."""
    try:
        TypeAdapter(kind).validate_python(text, context={})
    except ValidationError:
        return False
    return True


def allows(shape: Any, text: str) -> bool:
    """Whether the schema takes it as the text it is."""
    return not list(Draft202012Validator(shape).iter_errors(text))


VALUES: dict[str, tuple[Any, Any]] = {
    "day": (lexical.Day, written.DAY),
    "moment": (lexical.Moment, written.MOMENT),
    "clock": (lexical.Clock, written.CLOCK),
    "duration": (lexical.Duration, written.DURATION),
    "quarter": (lexical.QuarterName, written.QUARTER),
    "link": (lexical.Link, written.LINK),
    "contact": (lexical.Contact, written.CONTACT),
    "count": (lexical.Count, written.count(lexical.LARGEST_COUNT)),
    "number": (lexical.Number, written.NUMBER),
    "yes": (lexical.YesNo, written.YES_NO),
    "id": (lexical.Id, written.name(lexical.RESERVED_IDS)),
    "line": (lexical.Line, written.text(lexical.LONGEST_LINE)),
}
SAMPLES = """\
2026-03-14|2024-02-29|2026-02-29|1900-02-29|2000-02-29|2026-02-30|2026-04-31|2026-13-01|1899-12-31|2199-12-31|2026-3-14
2026-03-14T09:41|2026-03-14 09:41|2026-03-14T9:41|2026-03-14T24:00|2026-03-14T09:60|2026-03-14T09:41:59
2026-03-14T09:41:60
2026-03-14T09:41Z|2026-03-14T09:41+01:00|2026-03-14T09:41+0100|2026-03-14T09:41+01
2026-03-14T09:41+15:00|2026-03-14T09:41 Z
2026-03-14T09:41:59.123|2026-03-14t09:41z|2026-03-14T|2026-03-14T09:41-14:59|unknown|not-yet|not yet|never
PT30M|P7D|P1DT2H|PT|P|P1W|PT0M|P0D|PT1.5H|30|PT24H|P1DT|2026-Q3|2026-Q5|1899-Q1|Q3 2026|2026-q3
https://example.org|http://example.org/a?b#c|mailto:a@b|javascript:alert(1)|javascript:x@y.z|a:b@c.d|a,b@c.d|a(b)@c.d|a[b]@c.d|a#b%25@c.d
https://|https://a b|ftp://example.org
a@b.org|a@b|a@@b.org|1200|+5|-5|1,200|1.5|0x1F|007|999999999999|100000000000|100000000001|1e3|.5|5.|1e400|-.5e-3|12a
true|false|True|yes|on|a|a-b|-a|A|a--b|index|404|2026|com1|a b| |x y""".replace("\n", "|").split("|")


@pytest.mark.parametrize("name", VALUES)
def test_a_pattern_takes_what_the_reader_takes(name: str) -> None:
    """For each kind of value, text by text: reader and schema agree."""
    kind, shape = VALUES[name]
    padded = [*SAMPLES, *(f" {text} " for text in SAMPLES)]
    differ = [text for text in padded if takes(kind, text) != allows(shape, text)]
    known = {"number": {"1e400", " 1e400 "}}.get(name, set())
    assert set(differ) == known


def test_every_day_of_three_centuries_agrees() -> None:
    """The calendar in the pattern is the calendar."""
    pattern = re.compile(written.DAY["pattern"])
    day = date(1900, 1, 1)
    while day.year < 2200:
        assert pattern.match(day.isoformat())
        day += timedelta(days=1)
    for year in range(1900, 2200):
        for month in range(1, 13):
            for number in (29, 30, 31, 32):
                text = f"{year}-{month:02d}-{number}"
                assert bool(pattern.match(text)) == takes(lexical.Day, text), text


@given(st.sampled_from(sorted(VALUES)), st.text("0123456789-+:.,TZPQtoDHM @/aeuknotyrfls#", max_size=24))
def test_no_text_is_read_in_two_ways(name: str, text: str) -> None:
    """Whatever is typed: what the reader takes the schema takes, and the other way round.

    A pattern cannot tell how large a number is: 1e100 is refused by the reader alone.
    """
    kind, shape = VALUES[name]
    huge = name == "number" and (len(text) > 14 or "e" in text)
    assert takes(kind, text) == allows(shape, text) or (huge and not takes(kind, text))


#: Values that stand where they should not, as people write them.
ODD = [
    *("", "~", "null", "[]", "{}", "5", "5.5", "-1", "404", '"5"', "yes", "True", '"true"', '" "', "some words"),
    *("2026-03-14", "2026-03-14T09:41", "PT30M", "2026-Q3", "unknown", "not yet", "https://x.org"),
    *("[a, b]", "[1, 2]", "{a: b}"),
]
#: One in so many of the spoilt files is looked at; all of them (6,000) take a quarter of a minute.
EVERY = 4


def spoilt(kind: FileKind) -> Iterator[str]:
    """The example with one value changed, one key misspelt or one line gone."""
    lines = kind.example.splitlines()
    for index, line in enumerate(lines):
        match = re.match(r"(\s*(?:- )?)([a-z_-]+): ?", line)
        for new in (*(f"{match[0]}{odd}" for odd in ODD), f"{match[1]}x{line[len(match[1]) :]}", "") if match else ():
            yield "\n".join([*lines[:index], new, *lines[index + 1 :]]) + "\n"


def excused(kind: str, text: str, rule: str) -> bool:
    """What a schema cannot see: names of zones, True and true being one, an incident whose last update ends it."""
    return (
        rule == "bad-zone"
        or (rule == "not-true-false" and "True" in text)
        or (kind == "incident" and rule == "missing-field" and not re.search("^resolved:", text, re.MULTILINE))
    )


SPOILT = {kind.name: kind for kind in KINDS.values()}
SPOILT |= {f"{kind.name} of {kind.other_word}": kind.other for kind in KINDS.values() if kind.other}


@pytest.mark.parametrize("kind", SPOILT.values(), ids=SPOILT)
def test_reader_and_schema_refuse_the_same_spoilt_files(kind: FileKind) -> None:
    """Whatever is spoilt in an example: both see it, or neither; what only the reader sees is on a short list."""
    base, seen = default_method()[1] if kind.merged else None, set()
    for text in list(spoilt(kind))[::EVERY]:
        page = parse("data/x.yml", text.encode())
        if page.root is None:
            continue
        holds = record_of(page.root) if kind.name == "import" else kind.record
        told = [one for one in record(page, holds, None, ZoneInfo("Europe/Rome"), base)[1] if one.code >= "SC3"]
        refused = list(errors(kind.name, value(text)))
        if told and not refused:
            assert all(excused(kind.name, text, one.rule) for one in told), (told, text)
        assert bool(told) or not refused, (refused[0].message, text)
        seen.add(bool(told))
    assert seen == {True, False}
