"""YAML that a parser would take and this tool does not, and trouble without a shape of its own."""

from __future__ import annotations

import re

from scorecard.model.nodes import Node
from scorecard.read.sources import Finding


def percent(line: int, lines: tuple[str, ...]) -> Finding:
    """A line that begins with % after the data began."""
    return Finding(
        "directive",
        line + 1,
        1,
        "a line that begins with % is an instruction to a YAML program; none is used here",
        help="delete the line, or put text that begins with % in quotes",
        length=len(lines[line].rstrip()),
    )


def no_key(line: int, column: int) -> Finding:
    """A colon without a key."""
    message = "there is no key before this colon"
    return Finding("key-not-text", line, column, message, help="write a word before the colon")


def tab_in_text(lines: tuple[str, ...], line: int, column: int) -> Finding:
    """A tab at or after a spot, between two words that are not in quotes."""
    at = lines[line].find("\t", column)
    return Finding(
        "tab-in-text",
        line + 1,
        max(at, column) + 1,
        "a tab stands between two words",
        help="write a blank in its place, or put the whole text in quotes",
    )


def unreadable() -> Finding:
    """Trouble of which the parser gave no place."""
    return Finding(
        "not-yaml", 1, 1, "this file cannot be read as YAML", help="compare it with another file of its kind"
    )


def anchor(lines: tuple[str, ...], line: int, column: int) -> Finding:
    """An &anchor."""
    word = _word(lines, line, column)
    return Finding(
        "anchor",
        line,
        column,
        f"{word} marks a value for use in another place; that is not used here",
        help="write the value again where it is needed; put text that begins with & in quotes",
        length=len(word),
    )


def alias(lines: tuple[str, ...], line: int, column: int) -> Finding:
    """An *alias."""
    word = _word(lines, line, column)
    return Finding(
        "alias",
        line,
        column,
        f"{word} repeats a value from another place; that is not used here",
        help="write the value itself; put text that begins with * in quotes",
        length=len(word),
    )


def tag(lines: tuple[str, ...], line: int, column: int) -> Finding:
    """A !tag, anywhere from the given place on that line."""
    text = lines[line - 1] if line <= len(lines) else ""
    match = re.compile(r"![^\s,\[\]{}]*").search(text, column - 1)
    word = match[0] if match else "!"
    return Finding(
        "tag",
        line,
        match.start() + 1 if match else column,
        f"{word} asks a YAML program to make something else of the value; that is not used here",
        help="write the value alone; put text that begins with ! in quotes",
        length=len(word),
    )


def second_document(lines: tuple[str, ...], root: Node | None) -> Finding:
    """A --- or ... with more behind it."""
    first = (root.end_line if root is not None else 1) - 1
    behind = first if root is not None and root.end_column == 1 else first + 1  # a text of many lines ends before one
    after = next((n for n in range(behind, len(lines)) if has_content(lines[n])), None)
    if after is not None and lines[after].startswith("%"):
        return percent(after, lines)
    number = next((n for n in range(first, len(lines)) if lines[n].startswith("---") and n > 0), None)
    if number is None:
        number = next((n for n in range(first, len(lines)) if lines[n].startswith("...")), first)
    return Finding(
        "several-documents",
        number + 1,
        1,
        "a second document begins here; a file holds one record only",
        help="move the second record to a file of its own, or delete the line",
        length=3,
    )


def _word(lines: tuple[str, ...], line: int, column: int) -> str:
    match = re.match(r"\S[^\s,\[\]{}]*", lines[line - 1][column - 1 :])
    return match[0] if match else "this"


def has_content(text: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    return bool(text.strip()) and not text.lstrip().startswith("#")
