"""Files of other tools that a person hands over: whole texts, with the encoding told by their first bytes."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.model.records import Organisation
from scorecard.read.files import read_bytes, scan
from scorecard.read.kinds import ORGANISATION
from scorecard.read.records import parse, plain, record, zone_of
from scorecard.read.sources import Finding, shown

#: Bytes of one file and of all together. The whole history of a large cloud has about 15 million.
LARGEST_FILE, LARGEST_ALL = 64 * 2**20, 256 * 2**20
MOST_FILES = 20_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class ForeignProblem(ValueError):  # noqa: N818 - it says what the file is
    """A file that cannot be read as text; the message says which, why, and what to do."""


def sources(paths: Sequence[Path], endings: Collection[str]) -> list[tuple[str, str]]:
    """(name, text) of each file; of a folder, each file below it with one of the endings. Raises ForeignProblem."""
    made: list[tuple[str, str]] = []
    size = 0
    for file in _files(paths, endings):
        if len(made) == MOST_FILES:
            raise ForeignProblem(f"there are more than {MOST_FILES:,} files: import them in parts")
        data = _bytes(file)
        size += len(data)
        if size > LARGEST_ALL:
            raise ForeignProblem(f"the files have more than {LARGEST_ALL:,} bytes together: import them in parts")
        made.append((shown(str(file)), _text(file, data)))
    if not made:
        wanted = " or ".join(sorted(endings))
        raise ForeignProblem(f"there is no file that ends in {wanted} in {', '.join(map(str, paths))}")
    return made


def yaml(text: str) -> Any:
    """Texts, lists and mappings of a YAML text, by the same guarded way as our own files. Raises ValueError."""
    page = parse("", text.encode("utf-8", "replace"))
    if page.root is None or page.problems:
        first = page.problems[0] if page.problems else None
        raise ValueError(f"line {first.place.line}: {first.message}" if first else "nothing is in it")
    return plain(page.root)


def saved_text(project: Path, file: str) -> str | None:
    """The text of a file of data/imports; None where there is none. Raises ForeignProblem."""
    path = project / file
    if path.is_symlink():
        raise ForeignProblem(f"{file} is a link to another place; put the file itself there")
    return _text(Path(file), _bytes(path)) if path.exists() else None


def saved(project: Path, file: str) -> Any:
    """The same as texts, lists and mappings."""
    text = saved_text(project, file)
    try:
        return yaml(text) if text is not None else None
    except ForeignProblem:
        raise
    except ValueError as error:
        raise ForeignProblem(f"{file} cannot be read: {error}") from None


def plain_or_none(text: str) -> Any:
    """The same of one of our own files, held as its bytes are; None where it cannot be read."""
    page = parse("", text.encode("utf-8", "surrogateescape"))
    return plain(page.root) if page.root is not None and not page.problems else None


@dataclass(frozen=True, slots=True)
class Company:
    """What an import must know of a project: zone, systems by id, the first day that is scored (None: all are)."""

    zone: ZoneInfo
    systems: Mapping[str, str]
    scored_from: date | None
    texts: Mapping[str, str]
    """Every incident's text by its path, held as its bytes are."""


def company(project: Path) -> Company:
    """The organisation and its incidents. Raises ForeignProblem."""
    found = scan(project)
    own = next((claim for claim in found.claims if claim.kind is ORGANISATION), None)
    if own is None:
        raise ForeignProblem("there is no data/organisation.yml here: name the folder of your scorecard with -C")
    page = parse(own.file, read_bytes(own))
    zone = zone_of(page)
    entry, _ = record(page, ORGANISATION.record, own.id, zone)
    if entry is None:
        raise ForeignProblem("data/organisation.yml has errors: scorecard check shows them; correct them first")
    head: Organisation = entry.record
    start = head.calendar.start(head.scored_from) if head.scored_from is not None else None
    texts = {}
    for claim in found.claims:
        if claim.kind.group == "incidents":
            data = read_bytes(claim)
            texts[claim.file] = "" if isinstance(data, Finding) else data.decode("utf-8", "surrogateescape")
    return Company(zone, head.systems, start, texts)


def _files(paths: Sequence[Path], endings: Collection[str]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if name.lower().endswith(tuple(endings)) and not name.startswith((".", "_")):
                    yield Path(folder) / name


def _bytes(file: Path) -> bytes:
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ForeignProblem(f"{file} is no plain file")
        if about.st_size > LARGEST_FILE:
            raise ForeignProblem(
                f"{file} has {about.st_size:,} bytes; at most {LARGEST_FILE:,} are read: cut it in parts"
            )
        return file.read_bytes()
    except OSError as error:
        raise ForeignProblem(f"{file} cannot be read: {(error.strerror or 'unknown reason').lower()}") from None


def _text(file: Path, data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ForeignProblem(
            f"{file}:{line}: this is no text in UTF-8 (byte 0x{data[error.start]:02X}). "
            "Save or download it again as UTF-8"
        ) from None
    if "\0" in text:
        raise ForeignProblem(f"{file}: this is no text but data for a program")
    return text.replace("\r\n", "\n").replace("\r", "\n")
