"""The files: generated ones, and real-shaped ones in the clothes of other editors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.edits.judging import Bench, Verdict
from tests.edits.records import KINDS
from tests.edits.styles import Writer, on_disk, spoilt

REPOSITORY = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Case:
    """A file of a kind; `ordinary` where nothing in it is a reason to refuse."""

    group: str
    name: str
    data: bytes
    ordinary: bool


def generated(seed: int, count: int) -> Iterator[Case]:
    """So many files of each kind; one in eight has something odd."""
    for group, (_, make) in KINDS.items():
        for number in range(count):
            dice = random.Random(f"{seed} {group} {number}")
            text = Writer.of(dice).file(make(dice))
            odd = dice.random() < 0.125
            yield Case(group, f"{group} {number}", on_disk(spoilt(text, dice) if odd else text, dice), not odd)


def real(seed: int) -> Iterator[Case]:
    """Every file of the example, once as it is and once as another editor saves it."""
    for group, (folder, _) in KINDS.items():
        for file in sorted((REPOSITORY / "data" / folder.partition("/")[0]).rglob("*.yml")):
            data = file.read_bytes()
            yield Case(group, file.name, data, False)
            yield Case(group, f"{file.name}, other editor", on_disk(data.decode(), random.Random(f"{seed} {file}")), False)


def run(cases: Iterator[Case], folder: Path, seed: int) -> Iterator[tuple[Case, Verdict]]:
    """Every command of its kind on every file."""
    bench = Bench(folder)
    for case in cases:
        for verdict in bench.judged(case.group, case.data, random.Random(f"{seed} words {case.name}")):
            yield case, verdict
