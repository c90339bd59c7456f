"""A share of `make edits`, and that its judge can see what is wrong."""

from __future__ import annotations

import random
from itertools import chain
from pathlib import Path

import pytest

from scorecard.edit.proof import edited
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Add, Put, Step, Token, shape, wanted
from tests.edit.test_places import nodes
from tests.edits import fresh
from tests.edits.judging import Bench, deeds, faults
from tests.edits.running import generated, is_bad, real, run

FILES, SEED = 14, 7


@pytest.mark.slow
def test_every_command_is_right_or_refused_on_many_files(tmp_path: Path) -> None:
    """Judged by other parsers and by the bytes; an ordinary file is not refused."""
    found = list(run(chain(generated(SEED, FILES), list(real(SEED))[::9]), tmp_path, SEED))
    assert [(case.name, verdict) for case, verdict in found if is_bad(case, verdict)] == []
    right = {verdict.deed for _, verdict in found if verdict.word == "right"}
    assert right == {deed.name for deed in deeds(random.Random(1))}


def test_every_new_file_says_what_was_typed(tmp_path: Path) -> None:
    """Texts of every kind; a second run overwrites nothing."""
    found = list(fresh.run(Bench(tmp_path), SEED, 12))
    assert [verdict for verdict in found if verdict.word != "right"] == []
    assert len(found) == 12 * 5


OLD = b"title: x\nresolved: not-yet # soon\nnotified: 2026-06-30T09:00+02:00\nupdates:\n  - {at: 1, text: a}\n# end\n"
NEW = (
    b"title: x\nresolved: 2026-06-30T14:00+02:00 # soon\nnotified: 2026-06-30T09:00+02:00\nupdates:\n"
    b"  - {at: 1, text: a}\n  - {at: 2026-06-30T14:00+02:00, status: resolved, text: @}\n# end\n"
)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"", b"", ""),
        (b"# end", b"# End", "a byte that should have stayed is gone"),
        (b" # soon", b"", "a byte that should have stayed is gone"),
        (b"  - {at: 1", b"  - {at:  1", "the line '  - {at: 1, text: a}' is gone or stands elsewhere"),
        (b"title: x", b"title: y", "libyaml reads"),
        (b"# end\n", b"# end", "a byte that should have stayed is gone"),
        (b"# end\n", b"# end\n# and more", "the end of the file changed"),
        (b"title: x\n", b"title: x\r\n", "there are line ends of another kind"),
        (b"title", b"\xef\xbb\xbftitle", "the byte order mark changed"),
        (b"status: resolved", b"status: over", "libyaml reads"),
    ],
)
def test_the_judge_sees_what_is_wrong(old: bytes, new: bytes, why: str) -> None:
    """A byte too few, a line moved, another value, other line ends: each has its words."""
    dice = random.Random(3)
    deed = next(deed for deed in deeds(dice) if deed.name == "incident resolve")
    text = deed.change({"notified": "x", "updates": []})["updates"][-1]["text"]
    right = NEW.replace(b"@", fresh_words(text))
    assert faults(deed, OLD, right.replace(old, new, 1) if old else right).startswith(why)
    assert bool(why) == bool(faults(deed, OLD, right.replace(old, new, 1) if old else right))


def fresh_words(text: str) -> bytes:
    """A text in double quotes, without help of the room."""
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'.encode()


def test_the_judge_sees_a_text_that_is_taken_for_something_else() -> None:
    """A text that other programs take for true, a number or nothing is wrong, though our reader would take it."""
    deed = next(deed for deed in deeds(random.Random(0)) if deed.name == "question answer answered")
    old = b"question: x\noutcome: open\n"
    for word, taken in ((b"yes", "True"), (b"12:30", "750"), (b"007", "7"), (b"null", "None")):
        changed = deed.change({"outcome": "open"})
        new = b"question: x\nanswered: 2026-06-30\nanswer: " + word + b"\noutcome: answered\n"
        own = type(deed)(deed.name, deed.group, deed.do, _with(changed, word.decode()), deed.replaced, deed.lists)
        assert faults(own, old, new) == f"YAML 1.1 takes answer for {taken}"


def _with(changed: dict[str, object], word: str):  # type: ignore[no-untyped-def]
    return lambda old: {**old, **changed, "answer": word}


def attempted(data: bytes, step: Step) -> str:
    """What came of one step on any bytes at all: refused, right; anything else is raised."""
    try:
        new = edited(data, [step], nodes)
    except Refused:
        return "refused"
    assert shape(nodes(new)) == wanted(nodes(data), step)
    return "right"


STEPS: tuple[Step, ...] = (
    Add("updates", {"at": Token("2026-06-30T14:00+02:00"), "text": "a: #b"}),
    Put("resolved", Token("2026-06-30T14:00+02:00"), ("title", "resolved", "updates")),
    Put("answer", "two\nlines: yes", ("question", "answer", "outcome")),
)


def test_no_bytes_make_it_stumble() -> None:
    """Files with bytes changed, taken out and put in at random: right or refused, never anything else."""
    marks = [bytes([byte]) for byte in b"\n\r\t :-#'\"|>[},&*\xff\xc3"]
    told = set()
    for case in generated(SEED + 1, 40):
        dice = random.Random(case.name)
        data = bytearray(case.data)
        for _ in range(dice.randrange(1, 4)):
            at = dice.randrange(len(data))
            data[at : at + dice.randrange(3)] = dice.choice(marks) * dice.randrange(3)
        told |= {attempted(bytes(data), step) for step in STEPS}
    assert told == {"right", "refused"}


def test_hostile_files_do_not_make_it_stumble(shared: Path) -> None:
    """The corpus of malformed and hostile data."""
    files = sorted(file for file in (shared / "hostile").rglob("*") if file.is_file() and file.stat().st_size < 100_000)
    assert len(files) > 100
    told = [attempted(file.read_bytes(), step) for file in files for step in STEPS]
    assert {"right", "refused"} == set(told)
