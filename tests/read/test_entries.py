"""Reading the short way, and reading again: always what the long way and a first reading give."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from scorecard.model.intake import Reading
from scorecard.model.memo import Keeping, Memo
from scorecard.model.origins import AtHand
from scorecard.model.records import Entry, FileRecord, Incident, Wave
from scorecard.read import quick, read
from scorecard.read.entries import TICK, Reader, newest
from scorecard.read.files import Claim, Stamp, scan
from scorecard.read.kinds import FOLDERS
from scorecard.read.origins import OnDemand, Shelf, lighter
from scorecard.read.records import parse, plain, record
from tests.read.projects import INCIDENT, LEAST, WAVE, project

ROME = ZoneInfo("Europe/Rome")
INCIDENTS = next(kind for kind in FOLDERS if kind.group == "incidents")
FLOW = LEAST + "affected: {customers: 3, private_note: Ticket 4711., estimate: true}\n"


def everything(reading: Reading) -> list[object]:
    """What can be seen of a reading: records, nodes, lines, problems, files."""
    records = reading.records
    groups = [] if records is None else [getattr(records, name) for name in records.__slots__]
    entries = [entry for group in groups for entry in (group if isinstance(group, tuple) else (group,)) if entry]
    said = [(entry, entry.root, entry.lines) for entry in entries]
    return [*said, *reading.problems, *reading.files]


def reader(memo: Memo, newest: int) -> Reader:
    """A reader in Rome whose run saw a file as new as that."""
    return Reader(memo, ROME, {}, newest, Shelf())


def claim(path: Path, stamp: Stamp) -> Claim:
    """An incident file."""
    return Claim(INCIDENTS, str(path), "data/incidents/2026/x.yml", "x", stamp)


ODD = [
    "a:\n", "a: ~\n", "a: null\n", "a: &b c\n", "a: *b\n", "a: !!str b\n", "a: b\na: c\n", "{a, b: c}\n",
    "? [a]\n: b\n",
    "? {a: b}\n: c\n", "a: b\tc\n", "private_note: x\n", '"priv\\u0061te_note": x\n', "not_applicable: x\n",
    '"not_\\u0061pplicable": x\n', 'a: "\\u0000"\n', "a: \u200e\n", "- a\n", "a\n", "", "a: [\n", "a: b\n---\nc: d\n",
    "%YAML 1.2\n---\na: b\n", "# x\n%TAG ! x\n---\na: b\n", "a: " + "[" * 24 + "x" + "]" * 24, "a: b\n...\nx\n",
]  # fmt: skip
FINE = [
    LEAST, "a: b\n", "a: 'no'\n", 'a: ""\nb: "~"\n', "a: |\n  b\n  c\n", "a: >-\n  b\n  c\n", "{a: b, c: [d, e]}\n",
    "--- \na: b\n", "a: b\n...\n", "a:\n  - b: c\n    d: [e]\n  - f\n", "a: b # c\n", "a: b\n  c\n",
    "a: " + "[" * 23 + "x" + "]" * 23,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_what_is_odd_goes_the_long_way(text: str) -> None:
    """The short way has no words for it."""
    assert quick.values(text) is None


@pytest.mark.parametrize("text", FINE)
def test_the_short_way_gives_the_same_values(text: str) -> None:
    """As the nodes of the long way do."""
    page = parse("x.yml", text.encode())
    assert page.problems == () and page.root is not None
    assert quick.values(text) == plain(page.root)


def test_without_libyaml_there_is_no_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then everything goes through the fallback, with the same entries."""
    with_it = reader(Memo(), 0)._short(claim(Path(), (0, 0, 0, 0, 0)), LEAST)
    monkeypatch.setattr("scorecard.read.events._CParser", None)
    assert quick.values(LEAST) is None
    without, problems = reader(Memo(), 0)._made(claim(Path(), (0, 0, 0, 0, 0)), LEAST.encode())
    assert with_it is not None and problems == () and without == with_it and without.root == with_it.root


@pytest.mark.parametrize(
    "text",
    [
        LEAST,
        LEAST.replace("\n", "\r\n"),
        LEAST + "id: x\n",
        LEAST + "id: y\n",
        LEAST + "cause:\n",
        LEAST.replace("resolved", "resolve"),
        LEAST.replace("resolved: 2026-05-02T16:00\n", ""),
        LEAST + "company_comment: A\n  b\n",
        LEAST + "private_note: Ticket 4711.\n",
        LEAST + "company_comment: A\nprivate_note: |\n  Ticket\n  4711. # x\nsystems: [a]\n",
        FLOW,
        LEAST.replace("09:00", "9:00"),
        "\ufeff" + LEAST,
    ],
)
def test_both_ways_give_the_same_entry(text: str, tmp_path: Path) -> None:
    """Record, nodes, lines and problems."""
    path = tmp_path / "x.yml"
    path.write_bytes(text.encode())
    one = claim(path, (0, 0, 0, 0, 0))
    long, wrong = record(parse(one.file, text.encode()), Incident, "x", ROME)
    entry, problems = reader(Memo(), 0).entry(one)
    assert problems == wrong and entry == long
    if entry is not None and long is not None:
        assert (entry.root, entry.lines, entry.text) == (long.root, long.lines, long.text)
        assert "4711" not in entry.text


def test_nodes_stay_where_the_text_alone_would_not_give_them() -> None:
    """A private field inside of { } leaves two commas, of which no nodes can be made."""

    def light(text: str) -> Entry[FileRecord]:
        entry, _ = record(parse("x.yml", text.encode()), Incident, "x", ROME)
        assert entry is not None
        return lighter(entry, Shelf(), sure=False)

    assert isinstance(light(FLOW).origin, AtHand)
    assert isinstance(light(LEAST + "private_note: Ticket 4711.\n").origin, OnDemand)


def test_the_shelf_forgets_what_was_asked_for_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds a number of letters, and always the last file."""
    monkeypatch.setattr("scorecard.read.origins.MOST_LETTERS", 20)
    shelf = Shelf()
    first, second, third = (OnDemand(f"key: a text{n}\n", shelf) for n in range(3))
    kept = first.root
    assert first.root is kept
    assert second.root is not kept and first.root is not kept and first.root == kept
    large = OnDemand("a: " + "b" * 50, shelf)
    assert large.root is large.root and third.lines == ("key: a text2", "")


def test_a_settled_stamp_is_believed(tmp_path: Path) -> None:
    """The file is not opened again: here it is not even there."""
    memo, stamp = Keeping(), (5, 7, 1, 1, 1)
    path = tmp_path / "x.yml"
    path.write_text(LEAST)
    first, _ = reader(memo, 8 + TICK).entry(claim(path, stamp))
    again, problems = reader(memo, 8 + TICK).entry(claim(tmp_path / "gone.yml", stamp))
    assert first is not None and again is first and problems == ()


@pytest.mark.parametrize(
    ("before", "stamp", "after"),
    [
        (7 + TICK, (5, 7, 1, 1, 1), 9 + TICK),  # the tick may have gone on when the bytes were read
        (9 + TICK, (5, 7, 1, 1, 1), 7),  # nothing here tells that it is over
        (9 + TICK, (5, 8, 1, 1, 1), 9 + TICK),
        (9 + TICK, (6, 7, 1, 1, 1), 9 + TICK),
        (9 + TICK, (5, 7, 2, 1, 1), 9 + TICK),
        (9 + TICK, (5, 7, 1, 2, 1), 9 + TICK),
        (9 + TICK, (5, 7, 1, 1, 2), 9 + TICK),
    ],
)
def test_any_other_stamp_is_not(before: int, stamp: Stamp, after: int, tmp_path: Path) -> None:
    """The file is opened, and a change of the same size in the same tick is found."""
    memo, path = Keeping(), tmp_path / "x.yml"
    path.write_text(LEAST)
    reader(memo, before).entry(claim(path, (5, 7, 1, 1, 1)))
    path.write_text(LEAST.replace("late", "LATE"))
    entry, _ = reader(memo, after).entry(claim(path, stamp))
    assert entry is not None and entry.record.title == "Bills came LATE"


def test_a_file_in_another_zone_is_read_again(tmp_path: Path) -> None:
    """A believed stamp says that the bytes are the same, not what they mean."""
    memo, path, stamp = Keeping(), tmp_path / "x.yml", (5, 7, 1, 1, 1)
    path.write_text(LEAST)
    first, _ = reader(memo, 8 + TICK).entry(claim(path, stamp))
    moved = replace(reader(memo, 8 + TICK), zone=ZoneInfo("UTC"))
    other, _ = moved.entry(claim(path, stamp))
    assert first is not None and other is not None and (other.record.known - first.record.known).seconds == 7200


def test_the_newest_file_is_told_by_the_time_of_its_change(tmp_path: Path) -> None:
    """Not by the time of its content, which anybody may set to any day."""
    claims = scan(project(tmp_path)).claims
    assert newest(claims) == max(claim.stamp[1] for claim in claims if claim.stamp)
    assert newest([claims[0]._replace(stamp=None)]) == 0


def test_reading_again_after_random_edits_is_like_a_first_reading(tmp_path: Path) -> None:
    """Edits, breaks, mends, new names, deletions, another zone: 120 of them in four runs."""
    for seed in range(4):
        chance = random.Random(seed)
        memo, root = Keeping(), project(tmp_path / str(seed))
        for _ in range(30):
            chance.choice(EDITS)(root, chance)
            assert everything(read(root, memo)) == everything(read(root))
            memo.sweep()


def _files(root: Path) -> list[Path]:
    return sorted(path for path in (root / "data").rglob("*.yml"))


def _same_size(root: Path, chance: random.Random) -> None:
    path = chance.choice(_files(root))
    text = path.read_text()
    at = chance.randrange(len(text))
    path.write_text(text[:at] + chance.choice("aZ09:#\n ") + text[at + 1 :])


def _grow(root: Path, chance: random.Random) -> None:
    path = chance.choice(_files(root))
    path.write_text(path.read_text() + chance.choice(("# more\n", "private_note: x\n", "no_such: x\n", "id: 7\n")))


def _shrink(root: Path, chance: random.Random) -> None:
    path = chance.choice(_files(root))
    lines = path.read_text().splitlines(keepends=True)
    del lines[chance.randrange(len(lines) or 1) : chance.randrange(1, len(lines) + 2)]
    path.write_text("".join(lines))


def _new(root: Path, chance: random.Random) -> None:
    path = root / f"data/incidents/2026/new-{chance.randrange(6)}.yml"
    path.write_text(LEAST if chance.random() < 0.8 else LEAST + "a: [\n")


def _delete(root: Path, chance: random.Random) -> None:
    if len(_files(root)) > 3:
        chance.choice(_files(root)).unlink()


def _rename(root: Path, chance: random.Random) -> None:
    path = chance.choice(_files(root))
    path.rename(path.with_name(f"other-{chance.randrange(6)}.yml"))


def _swap(root: Path, chance: random.Random) -> None:
    one, two = (chance.choice(_files(root)) for _ in range(2))
    kept = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(kept)


def _mend(root: Path, chance: random.Random) -> None:
    shutil.rmtree(root / "data")
    shutil.copytree(Path(__file__).parent.parent / "base_project" / "data", root / "data")
    organisation = root / "data" / "organisation.yml"
    organisation.write_text(organisation.read_text().replace("Europe/Rome", chance.choice(("UTC", "Asia/Tokyo"))))


EDITS: tuple[Callable[[Path, random.Random], Any], ...] = (
    _same_size, _same_size, _same_size, _grow, _shrink, _new, _new, _delete, _rename, _swap, _mend,
)  # fmt: skip


def test_the_base_project_goes_the_short_way(tmp_path: Path) -> None:
    """So that the tests above compare two ways and not one with itself."""
    root = project(tmp_path)
    for name, kind in ((INCIDENT, Incident), (WAVE, Wave)):
        text = (root / name).read_text()
        values = quick.values(text) or {}
        assert (kind is Incident and "private_" in text) or values, name
