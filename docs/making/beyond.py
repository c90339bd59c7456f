"""Problems that no text can show: what lies on the disk, wrong and right, in words and made for real."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_FILE = "data/organisation.yml"


@dataclass(frozen=True, slots=True)
class Situation:
    """What lies there when it is wrong and when it is right; `make` makes the wrong one in a right project.

    `make` is None where not every computer and user can make it.
    """

    wrong: str
    right: str
    make: Callable[[Path], None] | None


def _link(project: Path) -> None:
    (project / "data/surveys/2027-q1.yml").symlink_to(project / _FILE)


def _pipe(project: Path) -> None:
    os.mkfifo(project / "data/surveys/2027-q1.yml")


def _bytes(content: bytes) -> Callable[[Path], None]:
    return lambda project: _write(project, content)


def _write(project: Path, content: bytes) -> None:
    (project / "data/surveys/2027-q1.yml").write_bytes(content)


def _no_data(project: Path) -> None:
    shutil.rmtree(project / "data")


def _no_organisation(project: Path) -> None:
    (project / _FILE).unlink()


def _ledger(project: Path) -> None:
    file = project / "data/published/2027-q1/v1.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"quarter": "2027-Q1", "score": 9}', encoding="utf-8")


_LISTING = "my-site/\n  data/\n    organisation.yml\n    surveys/\n      {}\n"
_RIGHT = _LISTING.format("2027-q1.yml      a text file that you wrote")

SITUATIONS: Mapping[str, Situation] = {
    "no-data-folder": Situation(
        "my-site/\n  mkdocs.yml\n", "my-site/\n  mkdocs.yml\n  data/\n    organisation.yml\n", _no_data
    ),
    "no-organisation": Situation(
        "my-site/\n  data/\n    surveys/\n", "my-site/\n  data/\n    organisation.yml\n    surveys/\n", _no_organisation
    ),
    "link-refused": Situation(_LISTING.format("2027-q1.yml -> ../organisation.yml"), _RIGHT, _link),
    "special-file": Situation(_LISTING.format("2027-q1.yml      a pipe, no file"), _RIGHT, _pipe),
    "unreadable-file": Situation(_LISTING.format("2027-q1.yml      nobody may read it"), _RIGHT, None),
    "file-too-large": Situation(
        _LISTING.format("2027-q1.yml      1.2 MB"), _LISTING.format("2027-q1.yml      4 kB"), _bytes(b"# x\n" * 300_000)
    ),
    "not-text": Situation(
        _LISTING.format("2027-q1.yml      a picture with this name"), _RIGHT, _bytes(b"\x89PNG\0\0\0\r")
    ),
    "utf-16": Situation(
        _LISTING.format("2027-q1.yml      saved as Unicode (UTF-16)"),
        _LISTING.format("2027-q1.yml      saved as UTF-8"),
        _bytes("quarter: 2027-Q1\n".encode("utf-16")),
    ),
    "invalid-utf8": Situation(
        _LISTING.format("2027-q1.yml      saved as Windows-1252, with an é in it"),
        _LISTING.format("2027-q1.yml      saved as UTF-8"),
        _bytes("note: café au lait\n".encode("cp1252")),
    ),
    "ledger-unreadable": Situation(
        "my-site/\n  data/\n    published/\n      2027-q1/\n        v1.json   written or changed by hand\n",
        "my-site/\n  data/\n    published/\n      2027-q1/\n        v1.json   as the tool wrote it\n",
        _ledger,
    ),
    "too-many-values": Situation(
        _LISTING.format("2027-q1.yml      a list of 60,000 items"),
        _LISTING.format("2027-q1.yml      one wave with its counts"),
        _bytes(b"questions: [" + b"1, " * 60_000 + b"1]\n"),
    ),
}
