"""Every command on one file, judged without the room's own words: other parsers, and the bytes themselves."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ruamel.yaml
import yaml

from scorecard import read
from scorecard.edit import Desk, Draft, Refused
from scorecard.model.intake import Reading
from scorecard.model.records import Entry, Records
from scorecard.model.tallies import Brought, Result
from tests.edits.records import KINDS
from tests.edits.styles import FREE, TEXTS

BASE = Path(__file__).resolve().parent.parent / "base_project"
AS_OF = datetime(2026, 6, 30, 12, tzinfo=UTC)
NOW = "2026-06-30T14:00+02:00"
TODAY = "2026-06-30"
Tree = dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """A command: what it is called, what it does at the desk, and what must come of the record."""

    name: str
    group: str
    do: Callable[[Desk, str], Draft]
    change: Callable[[Tree], Tree]
    replaced: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    gone: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Verdict:
    """right, refused or wrong, and why."""

    deed: str
    word: str
    why: str = ""


def deeds(dice: random.Random) -> Iterator[Deed]:
    """Every command that changes a file, with words of the dice."""
    text, more = (dice.choice(TEXTS) for _ in range(2))
    status = dice.choice(("identified", "monitoring", "update"))
    update = {"text": text, "status": status, "next_update": "17:30"}
    told = {"at": NOW, "status": status, "text": text, "next_update": "2026-06-30T17:30+02:00"}

    def updated(old: Tree) -> Tree:
        return _added(_notified(old), "updates", told)

    def resolved(old: Tree) -> Tree:
        return _added({**_notified(old), "resolved": NOW}, "updates", {"at": NOW, "status": "resolved", "text": text})

    clocks = ("notified", "resolved")
    yield Deed(
        "incident update", "incidents", lambda desk, id: desk.incident_update(id, update), updated, clocks, ("updates",)
    )
    yield Deed(
        "incident resolve",
        "incidents",
        lambda desk, id: desk.incident_resolve(id, {"text": text}),
        resolved,
        clocks,
        ("updates",),
    )
    for state in ("kept", "broken", "in-the-works", "stalled", "compromise"):
        yield _promise_state(state, text)
    yield Deed(
        "promise later",
        "promises",
        lambda desk, id: desk.promise_later(id, {"due": "2027-06-30", "why": text}),
        lambda old: _added(old, "renegotiated", {"at": TODAY, "due": "2027-06-30", "why": text}),
        (),
        ("renegotiated",),
    )
    answered = {"answered": TODAY, "answer": text}
    for outcome, given in (("answered", {}), ("changed", {"changed": more}), ("declined-because", {"because": more})):
        yield _answer(outcome, given, answered)
    rating = {"at": TODAY, "likelihood": "2", "impact": "5", "note": text}
    look = {"next_review": "2026-12-29"}
    yield Deed(
        "risk rate",
        "risks",
        lambda desk, id: desk.risk_rate(id, {"likelihood": "2", "impact": "5", "note": text}),
        lambda old: _added({**old, **look}, "ratings", rating),
        ("next_review",),
        ("ratings",),
    )
    yield Deed(
        "risk review",
        "risks",
        lambda desk, id: desk.risk_review(id, {}),
        lambda old: _added({**old, **look}, "reviewed", TODAY),
        ("next_review",),
        ("reviewed",),
    )

    yield Deed("import", "waves", _fill, _filled, ("respondents", "id"), ("questions",), ("missing", NOT_YET))


NOT_YET = "The answers are not in yet."
ANSWERS = ("7", "0", "12", "9", "21", "33", "48", "71", "140", "188")
BUSINESS = ("1", "0", "2", "1", "0", "3", "8", "1", "40", "100")
ASKED = 'We listen: "you" #1'


def _waits(one: Tree) -> bool:
    """Whether a question is to get its answers."""
    figures = ("counts", "channels", "percentages", "mean", "sd", "share", "n")
    return one.get("missing") in (NOT_YET, "", "~", "null", None) and not any(
        one.get(key) not in ("", "~", "null", None) for key in figures
    )


def _fill(desk: Desk, id: str) -> Draft:
    """Answers of all segments for every question that waits, and a question more."""
    wave = desk.find("waves", id).record
    rows = {"all": tuple(map(int, ANSWERS)), "business": tuple(map(int, BUSINESS))}
    waiting = [one for one in wave.questions if _waits(one.model_dump())]
    results = [
        Result(one.id, "Other words.", 1, 10, rows, {"all": 14, "business": 2}, {"all": 6, "business": 0})
        for one in waiting
        if one.scale is None or (one.scale.low, one.scale.high) == (1, 10)
    ]
    fresh = Result("brand-new", ASKED, 1, 10, {"all": rows["all"]}, {}, {"all": 3})
    return desk.wave_fill(id, Brought((*results, fresh), 700))


def _filled(old: Tree) -> Tree:
    """What must come of it."""
    questions = []
    listed = old.get("questions")
    for one in listed if isinstance(listed, list) else []:
        scale = one.get("scale")
        if _waits(one) and (scale in ("", None) or re.fullmatch(r"1\s*(-|–|to)\s*10", scale)):
            one = {key: value for key, value in one.items() if key != "missing"} | {
                "scale": scale or "1-10",
                "counts": {"all": list(ANSWERS), "business": list(BUSINESS)},
                "dont_know": {"all": "14", "business": "2"},
                "no_answer": {"all": "6", "business": "0"},
            }
        questions.append(one)
    fresh = {"id": "brand-new", "text": ASKED, "scale": "1-10", "counts": list(ANSWERS), "no_answer": "3"}
    respondents = old.get("respondents")
    given = {} if respondents not in ("", "~", "null", None) else {"respondents": "700"}
    return {**old, **given, "questions": [*questions, fresh]}


def _promise_state(state: str, text: str) -> Deed:
    proof = "https://example.org/proof?a=1#b"
    return Deed(
        f"promise {state}",
        "promises",
        lambda desk, id: desk.promise_state(id, state, {"text": text, "proof": proof}),
        lambda old: _added(old, "history", {"at": TODAY, "state": state, "text": text, "proof": proof}),
        (),
        ("history",),
    )


def _answer(outcome: str, given: Tree, answered: Tree) -> Deed:
    return Deed(
        f"question answer {outcome}",
        "dialogue",
        lambda desk, id: desk.question_answer(id, {**answered, **given, "outcome": outcome}),
        lambda old: {**old, **answered, "outcome": outcome, **given},
        ("answered", "answer", "outcome", "because", "changed"),
    )


def _added(old: Tree, key: str, item: Any) -> Tree:
    there = old.get(key)
    return {**old, key: [*(there if isinstance(there, list) else []), item]}


def _notified(old: Tree) -> Tree:
    return {**old, "notified": NOW} if old["notified"] == "not-yet" else old


class Bench:
    """A project in which one file at a time is edited by every command of its kind."""

    def __init__(self, folder: Path) -> None:
        reading = read.read(BASE)
        assert reading.records is not None
        self.folder = folder
        self.reading: Reading = reading
        self.records: Records = reading.records

    def judged(self, group: str, data: bytes, dice: random.Random) -> Iterator[Verdict]:
        """A verdict for each command; the file is written once, as people have it."""
        file = f"data/{KINDS[group][0]}/it.yml"
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        _, entry, problems = read.single(group, file, data, Desk.zone.fget(self.desk(group, None, file)))  # type: ignore[attr-defined]
        for deed in deeds(dice):
            if deed.group == group:
                desk = self.desk(group, entry, file)
                if entry is None:
                    desk = replace(desk, reading=self.reading._replace(problems=problems, files=(file,)))
                yield self.verdict(deed, desk, path, data)

    def desk(self, group: str, entry: Entry[Any] | None, file: str) -> Desk:
        """A desk with this entry alone in its group; the rules are not asked."""
        entries: dict[str, Any] = {group: (entry,) if entry is not None else ()}
        records = replace(self.records, **entries)
        return Desk(self.folder, AS_OF, self.reading, records, read.folders(), read.single, lambda records: ())

    def verdict(self, deed: Deed, desk: Desk, path: Path, data: bytes) -> Verdict:
        """What came of one command."""
        try:
            draft = deed.do(desk, "it")
        except Refused as refused:
            clean = bool(refused.what) and bool(refused.by_hand) and path.read_bytes() == data
            return Verdict(deed.name, "refused" if clean else "wrong", refused.what)
        desk.save(draft)
        fresh = path.read_bytes()
        path.write_bytes(data)
        why = faults(deed, data, fresh)
        return Verdict(deed.name, "wrong" if why else "right", why)


def faults(deed: Deed, data: bytes, fresh: bytes) -> str:
    """Why an edit is not right; nothing where it is."""
    for name, parser in (("libyaml", loaded), ("ruamel.yaml", loaded_by_ruamel)):
        try:
            wanted = _nothing_is_nothing(deed.change(parser(data)), deed)
        except ruamel.yaml.error.YAMLError:  # it stumbled over the old file already
            continue
        if (found := _nothing_is_nothing(parser(fresh), deed)) != wanted:
            return f"{name} reads {found!r}, not {wanted!r}"
    old = _without(data.decode(), deed)
    if not _in_order(old, fresh.decode()):
        return "a byte that should have stayed is gone"
    if (data[:3] == b"\xef\xbb\xbf") != (fresh[:3] == b"\xef\xbb\xbf"):
        return "the byte order mark changed"
    if (data[-1:] in b"\r\n") != (fresh[-1:] in b"\r\n"):
        return "the end of the file changed"
    ends = set(re.findall(rb"\r\n|\r|\n", data))
    if ends and not set(re.findall(rb"\r\n|\r|\n", fresh)) <= ends:
        return "there are line ends of another kind"
    return _lines(deed, data, fresh) or _mistaken(deed, data, fresh)


def _lines(deed: Deed, data: bytes, fresh: bytes) -> str:
    """Whether every line is there as it was and in its order, but for those that hold what was replaced."""
    new = iter(re.split(r"\r\n|\r|\n", fresh.decode()))
    touched = re.compile("|".join(rf"\b{key}\b" for key in (*deed.replaced, *deed.lists, *filter(None, deed.gone[:1]))))
    in_brackets = re.match(r"(?s)\ufeff?(#[^\r\n]*|---[^\r\n]*|\s)*\{", data.decode()) or re.search(
        rf"({'|'.join(deed.lists) or '-'})['\"]? *:\s*(#[^\r\n]*\s+)?\[", data.decode()
    )
    in_broken_brackets = deed.gone[0] and re.search(r"- *\{ *(#[^\r\n]*)?[\r\n]", data.decode())
    if in_brackets or in_broken_brackets:  # the last line gets a comma
        return ""
    for line in re.split(r"\r\n|\r|\n", data.decode()):
        own = touched.search(line) or re.match(r" *: ", line)  # the value of a key that is written with a ?
        if not own and line.strip() and not any(one == line for one in new):
            return f"the line {line!r} is gone or stands elsewhere"
    return ""


def _without(text: str, deed: Deed) -> str:
    """The old text without what a command may replace: the value of a key, and an empty list."""
    value = r"(['\"]?(not-yet|open|\d{4}-\d\d-\d\d)['\"]?|~|null)"
    for key in deed.replaced:
        text = re.sub(rf"({key}['\"]? *:[ \t]*|\? {key}[\r\n]+ *: ){value}", r"\1", text)
    for key in deed.lists:
        text = re.sub(rf"(?m)({key}['\"]? *:)([ \t]*)(~|null|\[ *\])", r"\1", text)
    key, value = deed.gone
    if key:
        text = re.sub(rf"""(['"]?){key}\1 *:[ \t]*(['"]?){re.escape(value)}\2""", "", text)
    return text


def _in_order(old: str, new: str) -> bool:
    """Whether all characters of the old text stand in the new one, in their order."""
    rest = iter(new)
    return all(char in rest for char in old)


def _nothing_is_nothing(tree: Tree, deed: Deed) -> Tree:
    """Keys that a command may fill count as left out while they are empty."""
    mine = (*deed.replaced, *deed.lists)
    return {key: value for key, value in tree.items() if key not in mine or value not in ("", "~", "null", None)}


def _mistaken(deed: Deed, data: bytes, fresh: bytes) -> str:
    """A text of ours that other programs take for a number, a day or nothing."""
    new, old = deed.change(loaded(data)), loaded(data)
    for name, parser in (("YAML 1.1", _typed_by_pyyaml), ("YAML 1.2", _typed_by_ruamel)):
        try:
            found = parser(fresh)
        except (yaml.YAMLError, ruamel.yaml.error.YAMLError, ValueError):  # the rest of the file may be beyond it
            continue
        ours = [(found, new, key) for key in deed.replaced if new.get(key) != old.get(key)]
        for key in deed.lists:
            if isinstance(new[key][-1], dict):
                ours += [(found[key][-1], new[key][-1], inner) for inner in new[key][-1]]
        for there, wanted, key in ours:
            if key in FREE and there[key] != wanted[key]:
                return f"{name} takes {key} for {there[key]!r}"
    return ""


def _typed_by_pyyaml(data: bytes) -> Tree:
    tree: Tree = yaml.load(_blank_tabs(data), yaml.CSafeLoader)
    return tree


def _typed_by_ruamel(data: bytes) -> Tree:
    tree: Tree = ruamel.yaml.YAML(typ="safe", pure=True).load(_blank_tabs(data).decode().removeprefix("\ufeff"))
    return tree


def loaded(data: bytes) -> Tree:
    """The texts of a file, by PyYAML's loader over libyaml."""
    tree = yaml.load(io.BytesIO(_blank_tabs(data)), yaml.CBaseLoader)
    assert isinstance(tree, dict)
    return tree


def loaded_by_ruamel(data: bytes) -> Tree:
    """The same, by ruamel.yaml's."""
    parser = ruamel.yaml.YAML(typ="base", pure=True)
    tree = parser.load(_blank_tabs(data).decode().removeprefix("\ufeff"))
    assert isinstance(tree, dict)
    return tree


def _blank_tabs(data: bytes) -> bytes:
    """With line feeds only; and other programs stumble over tabs on lines that are blank to a person."""
    return re.sub(rb"(?m)^[ ]*\t[ \t]*$", b"", re.sub(rb"\r\n?", b"\n", data))
