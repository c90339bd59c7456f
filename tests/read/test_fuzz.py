"""Whatever a file holds: problems, never an exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scorecard.model.problems import Problem
from scorecard.read import infos, read
from scorecard.read.kinds import FOLDERS
from tests.read.projects import BASE, incident, project

_MARKS = [*(bytes([byte]) for byte in b"\"'[]{}:,-#|>&*!%@`?~\\\t \n\r\0"), "é\u2028\ufeff".encode(), b"null"]
_MARKS += [b": ", b"- ", b"\n  ", b"---\n", b"\xff", b"\xc3", b"[[[[", b"{{", b"\\u", b"<<: *a", b"9" * 30]


def _mutated(data: bytes, rolled: random.Random) -> bytes:
    text = bytearray(data)
    for _ in range(rolled.choice((1, 1, 2, 3, 8))):
        at = rolled.randrange(len(text) + 1)
        way = rolled.randrange(6)
        if way < 2:
            text[at:at] = rolled.choice(_MARKS)
        elif way == 2:
            del text[at : at + rolled.randrange(1, 9)]
        elif way == 3:
            lines = bytes(text).split(b"\n")
            lines.insert(rolled.randrange(len(lines)), lines.pop(rolled.randrange(len(lines))))
            text = bytearray(b"\n".join(lines))
        elif way == 4 and at < len(text):
            text[at] = rolled.randrange(256)
        else:
            text = text[:at] + text[at // 2 : at] + text[at:]
    return bytes(text)


def _proper(problems: tuple[Problem, ...], lines: int) -> None:
    codes = {info.rule: info.code for info in infos()}
    for problem in problems:
        assert problem.code == codes[problem.rule]
        assert problem.message and problem.help
        assert len(problem.message) <= 400 and "\n" not in problem.message + problem.label
        assert 1 <= problem.place.line <= max(1, lines) and problem.place.column >= 1 and problem.place.length >= 1
        problem.message.encode("utf-8")
    assert len(problems) <= 100


@pytest.mark.parametrize("kind", FOLDERS[:2], ids=lambda kind: kind.where)
def test_a_thousand_mutated_files_give_problems_only(kind: object) -> None:
    """Marks, bytes and lines put in, taken out and moved: each problem has a rule, a place in the file and a cure."""
    record = getattr(kind, "record")  # noqa: B009 - the kinds are of one type, which parametrize hides
    path = next((BASE / "data" / getattr(kind, "where")).rglob("*.yml"))  # noqa: B009
    data = path.read_bytes()
    rolled = random.Random(20260314)
    built = 0
    for _ in range(1_000):
        mutated = _mutated(data, rolled)
        entry, problems = incident(mutated.decode("latin-1") if rolled.random() < 0.1 else mutated, record)
        assert (entry is None) == bool(problems)
        built += entry is not None
        _proper(problems, mutated.count(b"\n") + mutated.count(b"\r") + 1)
    assert 0 < built < 1_000


def test_a_whole_project_of_mutated_files(tmp_path: Path) -> None:
    """A hundred broken files of all kinds, the organisation among them, are told in one run."""
    rolled = random.Random(1)
    files: dict[str, str | bytes] = {}
    for path in sorted(BASE.rglob("*.yml")):
        files[str(path.relative_to(BASE))] = _mutated(path.read_bytes(), rolled)
    data = (BASE / "data/incidents/2026/2026-03-14-payment-outage.yml").read_bytes()
    for number in range(100):
        kind = FOLDERS[number % len(FOLDERS)]
        files[f"data/{kind.where}/x{number}.yml"] = _mutated(data, rolled)
    reading = read(project(tmp_path, files))
    assert len({problem.place.file for problem in reading.problems}) >= 90


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5, 100, 4096])
def test_random_bytes(size: int) -> None:
    """Noise of any length is told, and nothing is built of it."""
    rolled = random.Random(size)
    for _ in range(50):
        entry, problems = incident(rolled.randbytes(size))
        assert entry is None and problems
