"""Values as lines of YAML: inside brackets, or in block style below a key or a dash."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass

from scorecard.edit import scalars
from scorecard.edit.steps import Token, Value


@dataclass(frozen=True, slots=True)
class Style:
    """How the neighbours write: `step` blanks from a key to the dash of a list below it, `gap` behind the dash.

    With `bars` a text of several lines stands below a bar (|), else in quotes on one line.
    """

    step: int = 2
    gap: int = 1
    eol: str = "\n"
    bars: bool = True


def in_brackets(value: Value) -> str:
    """One line, for a place inside [ ] or { }, or behind a key."""
    if isinstance(value, Token):
        return value.text
    if isinstance(value, str):
        return scalars.text(value, brackets=True)
    if isinstance(value, MappingABC):
        return "{" + ", ".join(f"{key}: {in_brackets(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(in_brackets(one) for one in value) + "]"


def entry(key: str, value: Value, indent: int, style: Style) -> str:
    """`key: value` as one or more lines; the first line is not indented, the others are, seen from the key's column."""
    return f"{key}:{_behind_key(value, indent, style)}"


def _behind_key(value: Value, indent: int, style: Style) -> str:
    if isinstance(value, str):
        below = scalars.literal(value, indent + max(style.step, 2), style.eol) if "\n" in value and style.bars else None
        return " " + (below or scalars.text(value))
    if isinstance(value, Token):
        return f" {value.text}"
    if isinstance(value, MappingABC):
        return _table(value, indent, style) if _is_table(value) else " " + in_brackets(value)
    if all(isinstance(one, Token) for one in value):
        return " " + in_brackets(value)
    blanks = " " * (indent + style.step)
    lines = (f"{blanks}{item(one, indent + style.step, style, in_block=has_lines(one))}" for one in value)
    return style.eol + style.eol.join(lines)


def _is_table(value: MappingABC[str, Value]) -> bool:
    """Lists of words only, under several names: they stand below each other."""
    rows = list(value.values())
    return len(rows) > 1 and all(
        isinstance(row, list | tuple) and all(isinstance(one, Token) for one in row) for row in rows
    )


def _table(value: MappingABC[str, Value], indent: int, style: Style) -> str:
    blanks, width = style.eol + " " * (indent + max(style.step, 2)), max(map(len, value)) + 1
    return "".join(f"{blanks}{name + ':':{width}} {in_brackets(row)}" for name, row in value.items())


def item(value: Value, indent: int, style: Style, *, in_block: bool) -> str:
    """`- value` as one or more lines; `indent` is the column of the dash, the first line is not indented."""
    dash = "-" + " " * style.gap
    if not isinstance(value, MappingABC) or not in_block:
        alone = isinstance(value, str)
        return dash + (scalars.text(value) if alone and isinstance(value, str) else in_brackets(value))
    deeper = indent + len(dash)
    return dash + (style.eol + " " * deeper).join(entry(key, one, deeper, style) for key, one in value.items())


def has_lines(value: Value) -> bool:
    """Whether a text in it has several lines."""
    if isinstance(value, str):
        return "\n" in value
    if isinstance(value, MappingABC):
        return any(has_lines(one) for one in value.values())
    return not isinstance(value, Token) and any(has_lines(one) for one in value)
