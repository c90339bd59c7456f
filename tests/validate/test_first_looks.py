"""A quick look decides whose nodes are made; rules find the same as when they look at everything."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from scorecard import read, validate
from scorecard.model.problems import Problem
from scorecard.model.records import Entry, Incident, Records
from scorecard.read.records import parse, record
from scorecard.validate.checked import Checked
from scorecard.validate.texts import Texts
from tests.validate.projects import AS_OF, BASE

PIECES = (
    "We looked", "again", "Mr Smith", "Frau Müller", "call 0171 555 01 99", "(030) 123 45 67", "a@example.com", "::1",
    "10.1.2.3", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "password: hunter22x", "token =", "12345678",
    "AKIAIOSFODNN7EXAMPLE", "ghp_" + "a" * 36, "\u200b", "\u200d", "x" * 150, "y" * 201, "ж" * 210, "at 09:30",
    "2026-03-14T09:12Z", "2026-03-14T09:12+01:00", "-", "-x", "#4711", "# note", "''", "https://example.org/a",
    "\ufe0f", "é", "1",
)  # fmt: skip
TIMES: tuple[str, ...] = (
    "2026-05-02T09:00",
    "2026-05-02 09:00Z",
    "2026-05-02T09:00+02:00",
    "2026-05-02T09:00 +01:00",
    '"2026-05-02T09:00"',
)
TIMES += (
    '"2026-05-02T09:0\\u0030+01:00"',
    "2026-05-02\n  09:00+01:00",
    "2026-05-02T09:00\n  Z",
    "2026-05-02T09:00:30.5Z",
)


def text(chance: random.Random) -> str:
    """A value as a person may write it: plain, in quotes, on several lines."""
    words = [chance.choice(PIECES) for _ in range(chance.randrange(1, 6))]
    style = chance.randrange(5)
    if style == 0:
        return "a " + chance.choice((" ", "\n  ")).join(words)
    if style == 1:
        return "'" + chance.choice((" ", "\n  ")).join(words).replace("'", "''") + "'"
    if style == 2:
        return '"' + "".join(f"\\u{ord(c):04x}" if chance.random() < 0.1 else c for c in " ".join(words)) + '"'
    return chance.choice(("|", ">-")) + "\n  " + "\n  ".join(words)


def entries(chance: random.Random, many: int) -> Iterator[Entry[Incident]]:
    """Incidents with such texts and times; what cannot be read is left out."""
    for number in range(many):
        clocks = [chance.choice(TIMES) for _ in range(3)]
        lines = [
            f"title: {text(chance)}", "kind: service", "severity: minor", "fault: ours", f"known: {clocks[0]}",
            f"notified: {clocks[1]}", f"resolved: {clocks[2]}", f"description: {text(chance)}",
            f"what_to_do: {text(chance)}", f"company_comment: {text(chance)}",
            "postmortem: {published: 2026-05-09, url: ' https://example.org/x '}",
        ]  # fmt: skip
        chance.shuffle(lines)
        id = f"case-{number}"
        page = parse(f"data/incidents/2026/{id}.yml", ("\n".join(lines) + "\n").encode())
        entry, _ = record(page, Incident, id, ZoneInfo("Europe/Rome"))
        if entry is not None:
            yield entry


def everything(records: Records, monkeypatch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    """What the rules say when no quick look keeps an entry from them."""

    def all_texts(checked: Checked, suspicious: object) -> Iterator[Texts]:
        return (checked._texts(entry) for entry in checked.entries)

    with monkeypatch.context() as patched:
        patched.setattr(Checked, "texts_like", all_texts)
        patched.setattr(Checked, "texts_written", all_texts)
        return validate.check(records, AS_OF)


@pytest.mark.parametrize("seed", range(4))
def test_a_quick_look_overlooks_nothing(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated texts that are, or nearly are, what seven rules look for."""
    own = read.read(BASE).records
    assert own is not None
    records = replace(own, incidents=tuple(entries(random.Random(seed), 300)))
    found = validate.check(records, AS_OF)
    assert found == everything(records, monkeypatch)
    assert len(records.incidents) > 100
    rules = {problem.rule for problem in found}
    assert rules >= {
        "personal-data", "secret", "long-word", "invisible-characters", "text-cut", "list-item-joined",
        "unusual-offset",
    }  # fmt: skip


def test_what_is_wrong_with_the_company_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries are looked at in blocks; organisation and method stand beside each of them."""
    own = read.read(BASE).records
    assert own is not None
    method = own.method.record
    odd = method.model_copy(update={"pillars": (method.pillars[0].model_copy(update={"weight": -1.0}),)})
    records = replace(own, method=replace(own.method, record=odd), incidents=tuple(entries(random.Random(1), 200)))
    whole = validate.check(records, AS_OF)
    monkeypatch.setattr("scorecard.validate.alone._AT_ONCE", 7)
    assert validate.check(records, AS_OF) == whole
    assert sum(problem.rule.startswith("method-") for problem in whole) > 0
