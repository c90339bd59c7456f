"""Counting row by row and by statements is the same counting, whatever the table holds."""

from __future__ import annotations

import csv
import random
from collections import Counter
from pathlib import Path

import pytest

from scorecard.importers.surveys.counting import MOST_ANSWERS, by_rows, by_statements
from scorecard.model.tallies import Column, Look, Plan, Skip, Tally, Unreadable
from scorecard.read import answers

PLAN = Plan((1, 3, 4), 2, 0, (Skip(5, ("preview", "test"), False, "test"), Skip(6, (), True, "partial")))
CELLS = ("7", "8", "", " 8", "8 ", "10 - Completely", "Don't know", 'it\'s; "so", they say', "two\nlines", "é ñ", "7,0")


def table(seed: int, rows: int = 300) -> list[list[str]]:
    """Rows with repeated and contradicting numbers, tests, unfinished and blank ones."""
    dice = random.Random(seed)
    found: list[list[str]] = []
    for at in range(rows):
        if dice.random() < 0.05:
            found.append([""] * 7)
        elif found and dice.random() < 0.1:
            found.append(list(dice.choice(found)))
        else:
            number = f"R{at}" if dice.random() < 0.95 else ""
            kind = dice.choice(("", "", "", "Preview", "TEST", "x"))
            done = dice.choice(("2026-11-02", "2026-11-02", "2026-11-02", ""))
            found.append([number, *(dice.choice(CELLS) for _ in range(4)), kind, done])
    return found


def by_hand(rows: list[list[str]]) -> tuple[int, int, list[Counter[tuple[str, str]]]]:
    """An independent count: (rows kept, repeated, counts), with no contradiction in mind."""
    kept: dict[object, tuple[str, ...]] = {}
    repeated = 0
    for at, row in enumerate(rows):
        cells = [cell.strip(" ") for cell in row]
        if not any(cells) or cells[5].lower() in ("preview", "test") or not cells[6]:
            continue
        key: object = cells[0] or ("no number", at)
        repeated += key in kept
        kept.setdefault(key, (cells[2], cells[1], cells[3], cells[4]))
    counts = [Counter((one[0], one[at]) for one in kept.values()) for at in (1, 2, 3)]
    return len(kept), repeated, counts


def written(rows: list[list[str]], path: Path, line_end: str) -> Look:
    """The rows as a file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator=line_end).writerows([["a", "b", "c", "d", "e", "f", "g"], *rows])
    return Look(str(path), tuple(Column(name) for name in "abcdefg"), size=path.stat().st_size)


def counted(look: Look) -> tuple[Tally, Tally]:
    """Both ways."""
    with answers.engine(look) as (run, source):
        by_engine = by_statements(run, source, PLAN)
    return by_rows(answers.rows(look), PLAN, 7), by_engine


@pytest.mark.parametrize("seed", range(12))
def test_both_ways_agree_with_an_independent_count(seed: int, tmp_path: Path) -> None:
    """Quotes, line ends inside cells, spaces, capitals, repeated numbers: three counts, one result."""
    rows = table(seed)
    slow, fast = counted(written(rows, tmp_path / "a.csv", "\r\n" if seed % 2 else "\n"))
    kept, repeated, counts = by_hand(rows)
    assert fast.contradicting == slow.contradicting == 0
    for tally in (slow, fast):
        assert (tally.kept, tally.repeated) == (kept, repeated)
        assert [dict(one) for one in tally.cells] == [dict(one) for one in counts]
    assert (slow.rows, dict(slow.skipped), slow.blank) == (fast.rows, dict(fast.skipped), fast.blank)


def test_a_contradiction_is_seen_both_ways(tmp_path: Path) -> None:
    """One number, two answers; another number twice with the same answers."""
    rows = [["1", "7", "x", "8", "9", "", "d"], ["1", "8", "x", "8", "9", "", "d"], ["2", "7", "x", "8", "9", "", "d"]]
    slow, fast = counted(written([*rows, rows[2]], tmp_path / "a.csv", "\n"))
    assert (slow.contradicting, fast.contradicting) == (1, 1)


def test_free_text_is_no_question(tmp_path: Path) -> None:
    """A column with thousands of different answers stops the count, both ways, before it fills the memory."""
    rows = [[str(at), f"text {at}", "x", "8", "9", "", "d"] for at in range(MOST_ANSWERS + 2)]
    look = written(rows, tmp_path / "a.csv", "\n")
    for way in (_by_rows, _by_engine):
        with pytest.raises(Unreadable) as caught:
            way(look)
        assert caught.value.args == ("more than 2,000 different answers", 0)


def _by_rows(look: Look) -> Tally:
    return by_rows(answers.rows(look), PLAN, 7)


def _by_engine(look: Look) -> Tally:
    with answers.engine(look) as (run, source):
        return by_statements(run, source, PLAN)
