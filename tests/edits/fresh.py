"""Every command that makes a new file, with words of every kind; and that nothing is overwritten."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import ruamel.yaml
import yaml

from scorecard.edit import Desk, Draft, Refused
from scorecard.model.records import Entry
from tests.edits.judging import AS_OF, NOW, TODAY, Bench, Tree, Verdict, loaded, loaded_by_ruamel
from tests.edits.records import KINDS
from tests.edits.styles import TEXTS

ONE_LINE = tuple(text for text in TEXTS if "\n" not in text)


@dataclass(frozen=True)
class Making:
    """A command with its words, and the record that must come of it."""

    name: str
    group: str
    do: Callable[[Desk], Draft]
    wanted: Tree


def makings(dice: random.Random, bench: Bench) -> Iterator[Making]:
    """Each command once, with words of the dice."""
    line, other, text, more = dice.choice(ONE_LINE), dice.choice(ONE_LINE), dice.choice(TEXTS), dice.choice(TEXTS)
    incident = {"title": line, "started": "09:12", "fault": "ours", "severity": "major", "id": "it", "text": text}
    incident |= {"what_to_do": more, "acknowledged": more, "acknowledged_by": other, "customers": "about 40"}
    yield Making(
        "incident new",
        "incidents",
        lambda desk: desk.incident_new(incident),
        {"title": line, "kind": "service", "severity": "major", "fault": "ours", "started": f"{TODAY}T09:12+02:00"}
        | {"known": NOW, "notified": NOW, "resolved": "not-yet", "affected": {"customers": "40", "estimate": "true"}}
        | {"acknowledged": {"text": more, "by": other}, "what_to_do": more}
        | {"updates": [{"at": NOW, "status": "investigating", "text": text}]},
    )
    promise = {"title": line, "measure": text, "owner": other, "text": more}
    yield Making(
        "promise new",
        "promises",
        lambda desk: desk.promise_new({**promise, "due": "+1", "id": "it"}),
        {**promise, "made": TODAY, "due": "2026-07-01"},
    )
    question = {"question": text, "started_by": line, "channel": other}
    yield Making(
        "question new",
        "dialogue",
        lambda desk: desk.question_new({**question, "with_": "staff", "id": "it"}),
        {**question, "with": "staff", "asked": TODAY, "outcome": "open"},
    )
    risk = {"title": line, "owner": other, "description": text}
    rating = {"likelihood": "2", "impact": "5", "note": more}
    yield Making(
        "risk new",
        "risks",
        lambda desk: desk.risk_new({**risk, **rating, "id": "it"}),
        {**risk, "next_review": "2026-12-29", "ratings": [{"at": TODAY, **rating}]},
    )
    yield _quarter(dice, bench, line, other)


def _quarter(dice: random.Random, bench: Bench, line: str, other: str) -> Making:
    """A quarter whose questions were worded by the dice the last time."""
    wave = bench.records.waves[-1]
    asked = tuple(one.model_copy(update={"text": dice.choice(ONE_LINE)}) for one in wave.record.questions)
    last: Entry[Any] = Entry(wave.id, wave.record.model_copy(update={"questions": asked}), wave.file)
    given = {"sample": "random", "publish_at": "2026-07-20T10:00", "mode": [line], "agency": other, "id": "it"}
    return Making(
        "quarter new",
        "waves",
        lambda desk: replace(desk, records=replace(desk.records, waves=(last,))).quarter_new(given),
        {"quarter": "2026-Q2", "audience": "customers", "sample": "random", "publish_at": "2026-07-20T10:00+02:00"}
        | {"period": {"from": "2026-04-01", "to": "2026-06-30"}, "fieldwork": {"mode": [line], "agency": other}}
        | {
            "questions": [
                {"id": one.id, "text": one.text, "scale": "1-10", "missing": "The answers are not in yet."}
                for one in asked
            ]
        },
    )


def run(bench: Bench, seed: int, rounds: int) -> Iterator[Verdict]:
    """So many rounds of all commands."""
    for number in range(rounds):
        dice = random.Random(f"{seed} new {number}")
        for making in makings(dice, bench):
            yield _verdict(making, bench)


def _verdict(making: Making, bench: Bench) -> Verdict:
    desk = replace(bench.desk(making.group, None, ""), as_of=AS_OF)
    where = KINDS[making.group][0] if making.group in KINDS else "surveys"
    path = bench.folder / f"data/{where}/it.yml"
    path.unlink(missing_ok=True)
    try:
        desk.save(making.do(desk))
    except Refused as refused:
        return Verdict(making.name, "refused" if not path.exists() else "wrong", str(refused))
    data = path.read_bytes()
    try:
        desk.save(making.do(desk))
        return Verdict(making.name, "wrong", "an existing file was taken for a new one")
    except Refused:
        if path.read_bytes() != data:
            return Verdict(making.name, "wrong", "an existing file was overwritten")
    why = _differs(making.wanted, data)
    return Verdict(making.name, "wrong" if why else "right", why)


def _differs(wanted: Tree, data: bytes) -> str:
    """Texts as they are, and as texts for programs that guess types."""
    for parser in (loaded, loaded_by_ruamel):
        if (found := parser(data)) != wanted:
            return f"{parser.__name__} reads {found!r}, not {wanted!r}"
    for typed in (
        yaml.load(data, yaml.CSafeLoader),
        ruamel.yaml.YAML(typ="safe", pure=True).load(data.decode()),
    ):
        for key in (
            "title",
            "measure",
            "owner",
            "text",
            "question",
            "started_by",
            "channel",
            "description",
            "what_to_do",
        ):
            if wanted.get(key) != typed.get(key):
                return f"{key} is taken for {typed.get(key)!r}"
    return ""
