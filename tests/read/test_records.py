"""Nodes to records: what is told of fields and values, and what is built."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scorecard.model.lexical import Gap
from scorecard.model.records import Incident, Method, Organisation, Outcomes, Wave
from scorecard.model.records.base import NotApplicable
from tests.read.projects import LEAST, incident, told

_FIELDS = (
    "fields of an update: at, status, text, next_update",
    "fields of a remediation: what",
)
_SEEN = "add a line known: … (First known to anyone in the company: the first clock starts here)"


def _changed(old: str, new: str) -> list[str]:
    assert old in LEAST
    return told(incident(LEAST.replace(old, new))[1])


def test_a_missing_and_a_misspelt_field_are_one_problem() -> None:
    """sevrity is not an unknown field and a missing one, but one slip with its cure."""
    assert _changed("severity", "sevrity") == [
        "unknown-field 3:1+7 incident has no field 'sevrity' | did you mean 'severity'? | write the field as the "
        "message offers it, or take it out"
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Title", "title"),
        ("TITLE", "title"),
        ("tilte", "title"),
        ("ttle", "title"),
        ("title_", "title"),
        ("'title '", "title"),
    ],
)
def test_near_words_are_offered(written: str, meant: str) -> None:
    """Capitals, swapped and lost letters, and blanks are one slip each."""
    (said,) = _changed("title", written)
    assert f"did you mean '{meant}'?" in said


@pytest.mark.parametrize("written", ["staff-told", "staffTold", "staff told", "Staff_Told", "stafftold"])
def test_other_ways_to_join_words_are_offered(written: str) -> None:
    """Keys are snake_case; other ways to join the words are recognised."""
    (said,) = told(incident(f"{LEAST}{written}: 2026-05-02T09:05\n")[1])
    assert f"unknown-field 8:1+{len(written)} incident has no field '{written}' | did you mean 'staff_told'?" in said


def test_a_blank_of_another_program_is_named() -> None:
    """It came with a copy, and nobody sees it: the key is below another one only to the eye."""
    assert told(incident(f"{LEAST}affected:\n  customers: 4\n\u00a0\u00a0estimate: true\n")[1]) == [
        "unknown-field 10:1+10 incident has no field '\u00a0\u00a0estimate' | the key begins with U+00A0 NO-BREAK "
        "SPACE; delete it and type blanks, as many as its neighbours have"
    ]


def test_letters_that_look_alike_are_named() -> None:
    """A Cyrillic letter in a key is named by its code point."""
    assert _changed("title", "titlе") == [
        "unknown-field 1:1+5 incident has no field 'titlе' | did you mean 'title'? | the key holds U+0435 CYRILLIC "
        "SMALL LETTER IE, which only looks like the letter it stands for; type 'title' again"
    ]


@pytest.mark.parametrize(
    ("name", "length", "most"),
    [("title", 1_001, "1,000"), ("title", 1_000_000, "1,000"), ("description", 60_001, "60,000")],
)
def test_the_limit_and_the_length_of_a_text_are_told(name: str, length: int, most: str) -> None:
    """A title of a million letters is told with the limit of titles."""
    lines = [line for line in LEAST.splitlines() if not line.startswith(f"{name}:")]
    (said,) = incident("\n".join([*lines, f"{name}: {'x' * length}"]))[1]
    assert (said.rule, said.message) == (
        "too-long",
        f"{name}: this text has {length:,} letters; at most {most} are allowed",
    )


def test_a_second_spelling_of_a_given_field_says_so() -> None:
    """Title beside title: the first one is there already."""
    assert told(incident(f"{LEAST}Title: Again\n")[1]) == [
        "unknown-field 8:1+5 incident has no field 'Title' | did you mean 'title'? | 'title' is given already in line "
        "1; delete one of the two"
    ]


def test_a_field_nobody_knows_lists_the_known_ones() -> None:
    """Where no near word exists, the fields of that record are listed: of the update, not of the incident."""
    assert told(incident(f"{LEAST}updates:\n  - at: 2026-05-02T10:30\n    text: We look.\n    zebra: 1\n")[1]) == [
        f"unknown-field 11:5+5 update has no field 'zebra' | {_FIELDS[0]}"
    ]


def test_all_missing_fields_are_told_at_once() -> None:
    """An incident with nothing but an id lacks seven fields; one run tells all."""
    found = incident("id: x\n")[1]
    assert [problem.message for problem in found] == [
        f"incident needs the field '{name}'"
        for name in ("fault", "kind", "known", "notified", "resolved", "severity", "title")
    ]
    assert {(problem.place.line, problem.place.column) for problem in found} == {(1, 1)}
    assert told(found)[2] == f"missing-field 1:1+5 incident needs the field 'known' | {_SEEN}"


def test_a_missing_field_of_a_part_is_told_at_that_part() -> None:
    """The second action lacks its due date: the problem stands at the second action."""
    text = f"{LEAST}remediation:\n  - {{what: a, due: 2026-06-01}}\n  - what: b\n"
    assert told(incident(text)[1]) == [
        "missing-field 10:5+7 action needs the field 'due' | add a line due: … (The first due date; the one that is "
        "scored)"
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "updates: {at: 2026-05-02T10:30, text: x}\n",
            "wrong-shape 8:10+31 updates: a list expected, but here are keys with values | write each item on a line "
            "of its own, beginning with '- '",
        ),
        (
            "links: https://example.org\n",
            "wrong-shape 8:8+19 links: a list expected, but here is text | write each item on a line of its own, "
            "beginning with '- '",
        ),
        (
            "postmortem: soon\n",
            "wrong-shape 8:13+4 postmortem: keys with values expected, but here is text | write keys with values below "
            "it: published, due, url, text",
        ),
        (
            "made_public: [a]\n",
            "wrong-shape 8:14+3 made_public: keys with values expected, but here is a list | write keys with values "
            "below it: at, by",
        ),
        (
            "updates:\n  - We look into it.\n",
            "wrong-shape 9:5+16 updates: keys with values expected, but here is text | write keys with values below "
            "it: at, text",
        ),
        (
            "updates:\n  -\n",
            "empty-value 9:4+1 updates: keys with values expected, but nothing is written here | write keys with "
            "values below it: at, text; or leave the key out",
        ),
        ("parent: [a]\n", "wrong-shape 8:9+3 parent: an id expected, but here is a list | write an id"),
        ("systems: [a, [b]]\n", "wrong-shape 8:14+3 systems: an id expected, but here is a list | write an id"),
        (
            "affected: about 40 thousand\n",
            "not-a-count 8:11+17 affected: 'about 40 thousand' is not a whole number | write digits only, such as 1200",
        ),
        (
            "affected: {customers: 1.200}\n",
            "separated-number 8:23+5 affected.customers: '1.200' has a separator in it | write 1200",
        ),
        (
            "acknowledged: {not-applicable: }\n",
            "empty-value 8:16+14 acknowledged.not-applicable: text expected, but nothing is written here | write text "
            "or leave the key out",
        ),
    ],
)
def test_wrong_shapes_and_values_are_told(lines: str, expected: str) -> None:
    """The message names the field, what is there, and what should be."""
    assert told(incident(LEAST + lines)[1]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("audience: customrs", "'customrs' is not one of the allowed words | did you mean 'customers'?"),
        ("audience: Customers", "'Customers' is not one of the allowed words | did you mean 'customers'?"),
        ("audience: everybody", "'everybody' is not one of the allowed words | write one of: customers, community"),
    ],
)
def test_near_values_are_offered(text: str, expected: str) -> None:
    """A misspelt word gets the near one, and always the list."""
    (said,) = told(incident(f"quarter: 2026-Q1\n{text}\nsample: census\n", Wave)[1])
    assert expected in said
    assert "write one of: customers, community, staff, agencies" in said


def test_a_foreign_letter_in_a_word_is_named() -> None:
    """mаjor with a Cyrillic letter looks right and is not."""
    assert _changed("minor", "mаjor") == [
        "unknown-word 3:11+5 severity: 'mаjor' is not one of the allowed words | did you mean 'major'? | write one of: "
        "critical, major, minor; the word holds U+0430 CYRILLIC SMALL LETTER A"
    ]


def test_all_problems_of_a_file_come_in_one_run() -> None:
    """Double keys, unknown fields, missing fields and bad values are told together, in the order of the lines."""
    text = "title: a\ntitle: b\nkind: billing\nseverity: big\nfault: ours\nknwon: 2026-05-02T09:00\nresolved: now\n"
    assert [(problem.rule, problem.place.line) for problem in incident(text)[1]] == [
        ("missing-field", 1),
        ("duplicate-key", 2),
        ("unknown-word", 4),
        ("unknown-field", 6),
        ("bad-time", 7),
    ]


# resolved


@pytest.mark.parametrize("updates", ["", "updates: []\n", "updates:\n"])
def test_an_incident_without_updates_must_say_whether_it_is_over(updates: str) -> None:
    """No resolved and no word to the public: forgotten or open, nobody can tell."""
    text = LEAST.replace("resolved: 2026-05-02T16:00\n", updates)
    assert told(incident(text)[1]) == [
        "missing-field 1:1+1 incident needs the field 'resolved' | write resolved: with the date and time, or "
        "resolved: not-yet while it is still open"
    ]


@pytest.mark.parametrize(
    ("status", "missing"), [("monitoring", 0), ("in-progress", 0), ("resolved", 1), ("postmortem", 1)]
)
def test_the_last_update_can_say_that_it_goes_on(status: str, missing: int) -> None:
    """While the last word says it goes on, resolved may be left out and means not-yet."""
    update = f"updates:\n  - {{at: 2026-05-02T10:30, status: {status}, text: x}}\n"
    entry, found = incident(LEAST.replace("resolved: 2026-05-02T16:00\n", update))
    assert len(found) == missing
    if entry is not None:
        assert isinstance(entry.record, Incident) and entry.record.resolved is Gap.NOT_YET


def test_resolved_null_means_not_yet() -> None:
    """A JSON export says null for an open incident."""
    entry, found = incident(LEAST.replace("2026-05-02T16:00", "null"))
    assert found == () and entry is not None
    assert isinstance(entry.record, Incident) and entry.record.resolved is Gap.NOT_YET


# nothing written


def test_an_optional_field_without_value_counts_as_left_out() -> None:
    """A heading nobody filled in is no error where the field may be left out, whatever its default."""
    blanks = "systems:\nupdates:\nstarted:\naffected:\nremediation:\npostmortem: {due: }\nretroactive: ~\ncause:\n"
    entry, found = incident(LEAST + blanks)
    plain, _ = incident(LEAST + "postmortem: {}\n")
    assert found == () and entry is not None and plain is not None
    assert entry.record == plain.record


@pytest.mark.parametrize("name", ["title", "kind", "severity", "fault", "known", "notified"])
def test_a_required_field_without_value_is_told(name: str) -> None:
    """An empty title is not a title."""
    lines = [f"{name}:" if line.startswith(f"{name}:") else line for line in LEAST.splitlines()]
    (said,) = incident("\n".join(lines))[1]
    assert (said.rule, said.place.line, said.place.column) == ("empty-value", lines.index(f"{name}:") + 1, 1)
    assert said.message.startswith(f"{name}: ") and said.message.endswith(" expected, but nothing is written here")


def test_quotes_with_nothing_in_them_are_told() -> None:
    """An optional text that is there but empty is a slip."""
    assert told(incident(f'{LEAST}company_comment: ""\n')[1]) == [
        "empty-value 8:18+2 company_comment: text expected, but nothing is written here | write the text or leave the "
        "key out"
    ]


def test_an_id_without_value_is_told() -> None:
    """No page is named None."""
    assert told(incident(f"id: ~\n{LEAST}")[1]) == [
        "empty-value 1:1+2 id: an id expected, but nothing is written here | leave the key out; the file name is the id"
    ]


# what is built


def test_local_times_are_the_organisations() -> None:
    """A time without offset is local time in the zone given, an offset is kept to; both become UTC."""
    entry, found = incident(LEAST.replace("T16:00", "T16:00Z"))
    assert found == () and entry is not None and isinstance(entry.record, Incident)
    assert entry.record.known == datetime(2026, 5, 2, 7, 0, tzinfo=UTC)
    assert entry.record.resolved == datetime(2026, 5, 2, 16, 0, tzinfo=UTC)


def test_an_entry_knows_the_place_of_its_fields() -> None:
    """Rules point at the value, at the key, or at the nearest thing that exists."""
    text = f"{LEAST}updates:\n  - at: 2026-05-02T10:30\n    text: We look.\n"
    entry, _ = incident(text)
    assert entry is not None
    place = entry.place("updates", 0, "text")
    assert (place.file, place.line, place.column, place.length) == ("data/incidents/x.yml", 10, 11, 8)
    assert entry.line(place) == "    text: We look."
    assert entry.place("updates", 0, "text", key=True).column == 5
    assert entry.place("updates", 0, "next_update").line == 9
    assert entry.lines == tuple(text.split("\n"))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Organisation, "name: A\nurl: https://a.example\ncontact: a@a.example\ntimezone: UTC\nlanguages: en\n"),
        (Outcomes, "outcomes:\n  - {id: churn, title: Leavers, series: [{quarter: 2026-Q1, value: 3.1}]}\n"),
        (Wave, "quarter: 2026-Q1\naudience: staff\nsample: census\nquestions: [{id: trust, counts: [1, 2, 3]}]\n"),
    ],
)
def test_other_kinds_are_built_too(kind: type[Organisation], text: str) -> None:
    """The same path builds each kind of record."""
    entry, found = incident(text, kind)
    assert found == () and entry is not None and isinstance(entry.record, kind)


def test_names_of_pythons_own_keys_are_no_way_in() -> None:
    """from is a key and from_ is not."""
    text = "quarter: 2026-Q1\naudience: staff\nsample: census\nperiod: {from_: 2026-01-01, to: 2026-03-31}\n"
    said, *_ = told(incident(text, Wave)[1])
    assert said.startswith("unknown-field 4:10+5 period has no field 'from_' | did you mean 'from'?")


@pytest.mark.parametrize("key", ["not-applicable", "not_applicable"])
def test_a_reason_may_stand_for_the_thing(key: str) -> None:
    """The one key with a dash is taken with an underscore too, because all other keys have underscores."""
    entry, found = incident(f"{LEAST}postmortem: {{{key}: a small matter}}\n")
    assert found == () and entry is not None and isinstance(entry.record, Incident)
    assert isinstance(entry.record.postmortem, NotApplicable)
    assert entry.record.postmortem.not_applicable == "a small matter"


def test_a_method_of_ones_own_needs_all_its_parts() -> None:
    """Without the packaged values a method is incomplete; reading merges them, which test_read.py shows."""
    assert {problem.rule for problem in incident("version: 1.0.0\n", Method)[1]} == {"missing-field"}
