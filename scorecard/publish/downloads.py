"""Tables as CSV and trees as JSON: the same value gives the same bytes, and a text never becomes a formula."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from scorecard.model.pages import Cell, Json, Table

#: A text that starts with one of these is a formula, or hides one, in some spreadsheet (OWASP, CSV injection, 2023).
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\0")
QUOTE = '"'


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quoted(f"'{value}" if value.startswith(_RISKY) else value) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        raise ValueError(f"no figure for a table: {value!r}")
    text = repr(value) if value else "0.0"
    return f"{Decimal(text):f}" if "e" in text else text


def _quoted(text: str) -> str:
    # Not the csv module: it leaves a carriage return unquoted, which then ends the row for its own reader.
    plain = not (QUOTE in text or "," in text or "\n" in text or "\r" in text) and text == text.strip()
    return text if plain else f'"{text.replace(QUOTE, QUOTE * 2)}"'


def _line(cells: Iterable[Cell]) -> str:
    texts = [_cell(cell) for cell in cells]
    return (",".join(texts) if texts != [""] else '""') + "\n"


def csv_bytes(table: Table) -> bytes:
    """A table as CSV (RFC 4180 with LF line ends), UTF-8, a header line first; None is an empty cell.

    Raises ValueError for a row of another length than the header, and for a number that is not finite.
    """
    for row in table.rows:
        if len(row) != len(table.columns):
            raise ValueError(f"{table.uri}: a row has {len(row)} cells, the header {len(table.columns)}")
    return "".join(_line(cells) for cells in (table.columns, *table.rows)).encode()


def json_bytes(value: Json) -> bytes:
    """A value as JSON: UTF-8, keys in the order given, a line end last. Raises ValueError for NaN and infinity.

    Each key of the outer object and each item of its lists stands on a line of its own, so that two versions can be
    compared by lines. (The indent of the json module costs ten times as much: it leaves its fast encoder.)
    """
    if not isinstance(value, Mapping) or not value:
        return f"{_compact(value)}\n".encode()
    lines = ",\n".join(f"{_compact(key)}: {_lines(part)}" for key, part in value.items())
    return f"{{\n{lines}\n}}\n".encode()


def _lines(value: Json) -> str:
    if isinstance(value, str | Mapping) or not isinstance(value, Sequence) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(map(_compact, value)) + "\n]"


def _compact(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
