"""Millions of invented answers as CSV, counted while they are drawn.

So before they become text, and independently of any reader.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path

QUESTIONS = (
    "trust", "contact-good", "contact-easy", "heard-listens", "promise-does", "people-act", "told-quickly", "honest",
)  # fmt: skip
SAID = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "Don't know", "")
SEGMENTS = ("household", "business")
BLOCK = 100_000
ORGANISATION = """\
name: Harbourlight Energy
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
data_source: invented
segments: {household: {name: Households}, business: {name: Businesses}}
"""


@dataclass
class Drawn:
    """What was drawn: rows in the file, rows that count, and (question, segment, answer) of those."""

    rows: int = 0
    kept: int = 0
    tests: int = 0
    partial: int = 0
    repeated: int = 0
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def numbers(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """As tests.importers.surveys.waves reads a wave."""
        found = {}
        for question in QUESTIONS:
            for segment in SEGMENTS:
                found[question, segment] = tuple(self.counts[question, segment, said] for said in SAID)
            pairs = zip(*(found[question, segment] for segment in SEGMENTS), strict=True)
            found[question, "all"] = tuple(map(sum, pairs))
        return found


def project(root: Path) -> None:
    """A company that has not imported yet."""
    (root / "data/surveys").mkdir(parents=True)
    (root / "data/organisation.yml").write_text(ORGANISATION, encoding="utf-8")


def write(path: Path, rows: int, seed: int = 20261125) -> Drawn:
    """Write the file; about one row in a hundred is a test, in fifty unfinished, in a thousand sent twice."""
    drawn = Drawn()
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("response id," + ",".join(QUESTIONS) + ",segment,finished,is test,e-mail,comment\n")
        for block in _blocks(rows, random.Random(seed), drawn):
            stream.write(block)
    return drawn


def _blocks(rows: int, dice: random.Random, drawn: Drawn) -> Iterator[str]:
    while drawn.rows < rows:
        count = min(BLOCK, rows - drawn.rows)
        names = [f"R_{drawn.rows + at:012x}" for at in range(count)]
        answers = [dice.choices(SAID, (1, 2, 4, 6, 9, 12, 18, 20, 12, 8, 3, 2), k=count) for _ in QUESTIONS]
        segment = dice.choices(SEGMENTS, (85, 15), k=count)
        finished = dice.choices(("yes", "no"), (98, 2), k=count)
        tests = dice.choices(("no", "yes"), (99, 1), k=count)
        mails = [f"person{at}@example.org" for at in range(count)]
        comments = dice.choices(("", "fine", '"a comma, and ""quotes"""', '"two\nlines"'), (7, 1, 1, 1), k=count)
        kept = [one == "yes" and other == "no" for one, other in zip(finished, tests, strict=True)]
        for question, said in zip(QUESTIONS, answers, strict=True):
            for (where, what), number in Counter(compress(zip(segment, said, strict=True), kept)).items():
                drawn.counts[question, where, what] += number
        lines = list(map(",".join, zip(names, *answers, segment, finished, tests, mails, comments, strict=True)))
        again = [at for at in range(0, count - 1, 1000) if kept[at]]
        lines += [lines[at] for at in again]
        drawn.rows += len(lines)
        drawn.kept += sum(kept)
        # A row that is unfinished and a test is told under the first rule of the mapping.
        drawn.partial += finished.count("no")
        drawn.tests += sum(one == "yes" and other == "yes" for one, other in zip(finished, tests, strict=True))
        drawn.repeated += len(again)
        yield "\n".join(lines) + "\n"
