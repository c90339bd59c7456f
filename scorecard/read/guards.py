"""Bytes to text: what a file may hold before anybody asks what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorecard.model.characters import FORBIDDEN as FORBIDDEN
from scorecard.model.characters import describe as describe
from scorecard.read.sources import Finding

#: No more problems of one kind than a person wants to read of one file.
MOST_SHOWN = 5

_MAGIC = {
    b"PK\x03\x04": "a zip file, perhaps a spreadsheet",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a packed file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(data: bytes) -> str | Finding:
    """The text of a file, with line feeds only and without a byte order mark, or what is wrong with its bytes."""
    refused = _not_text(data)
    if refused is not None:
        return refused
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _bad_byte(data, error.start)
    if text.startswith("\ufeff"):
        text = text[1:]
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_text(data: bytes) -> Finding | None:
    zeros = data.count(0)
    if data[:2] in _MARKS or (zeros and zeros * 3 >= len(data) and _alternates(data)):
        return Finding(
            "utf-16",
            1,
            1,
            "this file is written in UTF-16, not in UTF-8",
            help="save it again as UTF-8; in Windows Notepad choose 'UTF-8' under 'Save as'",
        )
    what = next((word for magic, word in _MAGIC.items() if data.startswith(magic)), None)
    if what is None and zeros * 20 > len(data):
        what = "data for a program"
    if what is None:
        return None
    return Finding(
        "not-text",
        1,
        1,
        f"this is not text but {what}",
        help="save the content as a plain text file in YAML, or take the file out of data/",
    )


def _alternates(data: bytes) -> bool:
    """Whether every other byte, or three of four, is zero as in UTF-16 or UTF-32 of Latin letters."""
    sample = data[:400]
    shares = [sample[offset::2].count(0) / max(1, len(sample[offset::2])) for offset in (0, 1)]
    return max(shares) > 0.8 and min(shares) < 0.7 and len(sample) >= 4


def _bad_byte(data: bytes, start: int) -> Finding:
    before = data[:start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    byte = data[start]
    try:
        likely = bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        likely = ""
    reading = f"; read as Windows-1252 this is '{likely}'" if likely.isprintable() and likely else ""
    return Finding(
        "invalid-utf8",
        line,
        column,
        f"the byte 0x{byte:02X} is not valid UTF-8{reading}",
        help="save the file again with the encoding UTF-8",
    )


def forbidden(text: str) -> Iterator[Finding]:
    """The first few characters that no file may hold, each with its place."""
    for number, match in enumerate(FORBIDDEN.finditer(text)):
        if number == MOST_SHOWN:
            break
        start = match.start()
        yield Finding(
            "control-character",
            text.count("\n", 0, start) + 1,
            start - (text.rfind("\n", 0, start) + 1) + 1,
            f"the text holds {describe(match[0])}, which nobody can see",
            help="delete it; it may have come with a copy from another program",
        )


_PAGE = re.compile(r"\s*<(?:!doctype|!--|\?xml|html|head|body|div|p|h1|svg)\b", re.IGNORECASE)


def _first(lines: tuple[str, ...]) -> int:
    """The index of the first line that is neither blank nor a comment; the number of lines where there is none."""
    return next((n for n, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"), len(lines))


def directive(lines: tuple[str, ...]) -> Finding | None:
    """A %YAML or %TAG line before the data."""
    number = _first(lines)
    if number == len(lines) or not lines[number].startswith("%"):
        return None
    return Finding(
        "directive",
        number + 1,
        1,
        "lines that begin with % are instructions to a YAML program; they are not used here",
        help="delete the line; all files are read in the same way",
        length=len(lines[number].rstrip()),
    )


def foreign(lines: tuple[str, ...]) -> Finding | None:
    """A web page or a table saved under the name of a data file, asked when the text is not a mapping of keys."""
    first = _first(lines)
    if first < len(lines) and _PAGE.match(lines[first]):
        return Finding(
            "looks-like-html",
            first + 1,
            1,
            "this looks like a web page, not like YAML",
            help="perhaps an error page was saved in place of the file; get the file again",
        )
    rows = [line for line in lines[first : first + 20] if line.strip()]
    for mark, name in ((",", "commas"), (";", "semicolons"), ("\t", "tabs")):
        widths = {row.count(mark) for row in rows}
        if len(rows) > 1 and len(widths) == 1 and widths.pop() >= 1 and not any(": " in row for row in rows):
            return Finding(
                "looks-like-csv",
                first + 1,
                1,
                f"this looks like CSV (a table with {name}), not like YAML",
                help="use scorecard import csv FILE to turn it into a survey wave",
            )
    return None
