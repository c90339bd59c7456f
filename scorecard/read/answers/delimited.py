"""Delimited text as survey tools and spreadsheets write it: any encoding, any separator, several heading rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.model.tallies import Column, Look, Progress, Unreadable

if TYPE_CHECKING:
    from typing_extensions import Buffer

#: Bytes looked at to tell encoding and separator; rows looked at for samples.
SNIFFED, SAMPLED = 262_144, 200
#: Progress is told after so many rows.
EVERY = 20_000
#: A cell longer than this is no answer of a survey.
LONGEST_CELL = 1_048_576
_SEPARATORS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: From the first rows to (number of heading rows, columns).
Headings = Callable[[Sequence[Sequence[str]]], tuple[int, tuple[Column, ...]]]


class _Counted(io.FileIO):
    """A file that knows how many bytes were taken from it."""

    taken = 0

    def readinto(self, buffer: Buffer, /) -> int | None:
        """Fill the buffer, and count."""
        number = super().readinto(buffer)
        self.taken += number or 0
        return number


def look(path: Path, headings: Headings) -> Look:
    """What the file looks like. Raises Unreadable for what is no table of text."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(SNIFFED)
    except OSError as error:
        raise Unreadable(
            f"{path.name} cannot be read: {(error.strerror or 'unknown reason').lower()}", "check the name of the file"
        ) from error
    if not start.strip():
        raise Unreadable(f"{path.name} is empty", "export the answers again")
    encoding = _encoding(path, start, size)
    delimiter = _delimiter(start, encoding, size)
    first = list(_first(path, encoding, delimiter))
    if not first:
        raise Unreadable(f"{path.name} has no rows", "export the answers again")
    number, columns = headings(first)
    sampled = tuple(
        Column(one.name, one.text, tuple(row[at].strip() for row in first[number:] if at < len(row)))
        for at, one in enumerate(columns)
    )
    return Look(str(path), sampled, "csv", encoding, delimiter, number, size)


def rows(seen: Look, progress: Progress | None = None) -> Iterator[list[str]]:
    """Every row below the headings, empty rows left out. Raises Unreadable."""
    with _Counted(seen.path) as counted:
        text = io.TextIOWrapper(io.BufferedReader(counted, 1_048_576), seen.encoding, newline="")
        reader = _reader(text, seen.delimiter)
        number = 0
        try:
            for row in reader:
                if not row:
                    continue
                number += 1
                if number > seen.headings:
                    yield row
                if progress is not None and number % EVERY == 0:
                    progress(counted.taken, seen.size)
        except (csv.Error, UnicodeDecodeError) as error:
            raise _broken(Path(seen.path).name, number, error) from error
    if progress is not None:
        progress(seen.size, seen.size)


def _first(path: Path, encoding: str, delimiter: str) -> Iterator[list[str]]:
    with path.open("r", encoding=encoding, newline="") as text:
        reader = _reader(text, delimiter)
        number = 0
        try:
            for row in reader:
                if row:
                    number += 1
                    yield row
                if number >= SAMPLED:
                    return
        except (csv.Error, UnicodeDecodeError) as error:
            raise _broken(path.name, number, error) from error


def _reader(text: io.TextIOBase | io.TextIOWrapper, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(text, delimiter=delimiter, strict=True)


def _broken(name: str, number: int, error: Exception) -> Unreadable:
    what = "a letter that its encoding does not have" if isinstance(error, UnicodeDecodeError) else str(error)
    return Unreadable(
        f"{name} cannot be read after row {number:,}: {what}", "export it again as CSV in UTF-8, and do not edit it"
    )


def _encoding(path: Path, start: bytes, size: int) -> str:
    """UTF-8 and UTF-16 by their marks or look, Windows-1252 for what is neither. Raises Unreadable for no text."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if start.startswith(b"PK\x03\x04"):
        raise Unreadable(f"{path.name} is a spreadsheet or an archive", "export the answers as CSV, not .xlsx or .zip")
    odd, even = start[1:2000:2].count(0), start[0:2000:2].count(0)
    if odd or even:
        if min(len(start), 2000) // 4 < max(odd, even) and min(odd, even) == 0:
            return "utf-16-le" if odd else "utf-16-be"
        raise Unreadable(f"{path.name} is no text", "export the answers as CSV; a spreadsheet (.xlsx) is not read")
    return "utf-8" if _is_utf8(path, size) else "cp1252"


def _is_utf8(path: Path, size: int) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        try:
            while block := stream.read(4_194_304):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _delimiter(start: bytes, encoding: str, size: int) -> str:
    """The separator that divides the first rows most evenly; a comma when there is none."""
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(start, final=len(start) >= size)
    best, most = ",", 0
    for separator in _SEPARATORS:
        widths: list[int] = []
        try:
            for row in _reader(io.StringIO(text, newline=""), separator):
                if row:
                    widths.append(len(row))
                if len(widths) >= 20:
                    break
        except csv.Error:
            pass
        same = widths[:1] * len(widths) == widths
        points = (widths[0] if widths else 0) * (2 if same else 1)
        if widths and widths[0] > 1 and points > most:
            best, most = separator, points
    return best
