"""New files: a text with comments for staff, and places for what they answered.

A line that begins with ‹name?› is kept where the name has a value, one with ‹name!› where it has none. ‹name› itself
stands for the value, at the end of its line; ‹name:lines› writes each item of a list on lines of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from scorecard.edit import writing
from scorecard.edit.proof import Parse
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Pairs, Value, shape, shape_of
from scorecard.edit.writing import Style

_FOLDER = Path(__file__).parent / "templates"
_GUARD = re.compile(r"‹(\w+)([?!])›")
_ENTRY = re.compile(r"(\w+): ‹(\w+)(:lines)?›(.*)")


def filled(name: str, values: Mapping[str, Value], parse: Parse) -> bytes:
    """A new file of a kind. Raises Refused where a value cannot be written."""
    lines = []
    for line in (_FOLDER / f"{name}.yml").read_text(encoding="utf-8").splitlines():
        guard = _GUARD.match(line)
        if guard is None or (guard[1] in values) == (guard[2] == "?"):
            lines.append(_line(line[guard.end() if guard else 0 :], values))
    data = ("\n".join(lines) + "\n").encode("utf-8")
    expected = {key: shape_of(value) for key, value in values.items()}
    there = shape(parse(data))
    if not isinstance(there, Pairs) or dict(there.pairs) != expected:
        raise Refused("these words cannot be written into a new file", by_hand="Write the file by hand.")
    return data


def _line(line: str, values: Mapping[str, Value]) -> str:
    match = _ENTRY.fullmatch(line)
    if match is None:
        return line
    key, name, lines, rest = match.groups()
    value = values[name]
    if lines and isinstance(value, list):
        return f"{key}:\n" + "\n".join("  " + writing.item(one, 2, Style(), in_block=True) for one in value)
    return writing.entry(key, value, 0, Style()) + rest
