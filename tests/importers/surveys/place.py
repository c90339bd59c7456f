"""A small invented company that imports: two segments, three questions asked last quarter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from scorecard import cli
from tests.importers.surveys.exports import ASKED

ORGANISATION = """\
name: Harbourlight Energy
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
data_source: invented
segments: {household: {name: Households}, business: {name: Businesses}}
"""


@dataclass(frozen=True)
class Place:
    """The project, and what a command said there."""

    root: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *args: str) -> tuple[int, str, str]:
        """Exit code, stdout and stderr of `scorecard import …`."""
        code = cli.run(["import", *args, "-C", str(self.root), "--as-of", "2026-12-01"])
        out, err = self.capsys.readouterr()
        return code, out, err

    def put(self, name: str, content: str | bytes) -> str:
        """Write an export beside the project; gives its path."""
        path = self.root / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def text(self, file: str) -> str:
        """A file of the project."""
        return (self.root / file).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file of data/."""
        data = self.root / "data"
        return {
            file.relative_to(data).as_posix(): file.read_bytes() for file in sorted(data.rglob("*")) if file.is_file()
        }


def place(root: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    """Make the company's files."""
    (root / "data/surveys").mkdir(parents=True)
    (root / "data/organisation.yml").write_text(ORGANISATION)
    asked = "".join(f"  - {{id: {id}, text: '{text}', scale: 1-10, counts: {[3] * 10}}}\n" for id, text in ASKED)
    wave = "quarter: 2026-Q3\naudience: customers\nsample: random\nquestions:\n" + asked
    (root / "data/surveys/2026-q3.yml").write_text(wave)
    return Place(root, capsys)
