"""The files: generated ones, and real-shaped ones in the clothes of other editors."""

from __future__ import annotations

import random
import re
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


def is_bad(case: Case, verdict: Verdict) -> bool:
    """Whether a promise is broken: a wrong edit, or an ordinary file refused for no reason."""
    if verdict.word == "refused" and case.ordinary:
        return not (verdict.why.startswith("the file ends inside a text") and case.data[-1:] not in b"\r\n")
    return verdict.word == "wrong"


def real(seed: int) -> Iterator[Case]:
    """Every file of the example: as it is, and open again or unanswered as other editors save it."""
    for group, (folder, _) in KINDS.items():
        for file in sorted((REPOSITORY / "data" / folder.partition("/")[0]).rglob("*.yml")):
            text = file.read_bytes().decode()
            if group == "incidents":
                text = re.sub(r"(?m)^resolved: .*$", "resolved: not-yet", text)
            yield Case(group, file.name, file.read_bytes(), False)
            if group == "dialogue":
                text = re.sub(r"(?m)^(answered|answer|because|changed|outcome): .*\n( +.*\n)*", "", text)
            for number in range(3):
                dice = random.Random(f"{seed} {file.name} {number}")
                yield Case(group, f"{file.name} in clothes {number}", on_disk(text, dice), False)


def run(cases: Iterator[Case], folder: Path, seed: int) -> Iterator[tuple[Case, Verdict]]:
    """Every command of its kind on every file."""
    bench = Bench(folder)
    for case in cases:
        for verdict in bench.judged(case.group, case.data, random.Random(f"{seed} words {case.name}")):
            yield case, verdict
