"""A file being read: its name, its lines, and the problems that stand in it."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.model.nodes import Node, Place
from scorecard.model.problems import Problem
from scorecard.read.catalogue import by_rule

#: A message never grows with the data it speaks of.
LONGEST_MESSAGE = 400


class Finding(NamedTuple):
    """A problem before it has a file: rule, line and column from 1, and the words for it."""

    rule: str
    line: int
    column: int
    message: str
    label: str = ""
    help: str = ""
    length: int = 1
    also: tuple[tuple[int, int, int, str], ...] = ()  # line, column, length, word


class Source(NamedTuple):
    """A file's name as shown (relative to the project, with /) and its lines without line ends."""

    file: str
    lines: tuple[str, ...] = ()

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(self, finding: Finding) -> Problem:
        """The finding with its file, code and line."""
        info = by_rule()[finding.rule]
        place = Place(self.file, finding.line, finding.column, max(1, finding.length))
        return Problem(
            place,
            finding.rule,
            info.code,
            cut(finding.message),
            cut(finding.label),
            cut(finding.help or (info.how[0].lower() + info.how[1:].rstrip("."))),
            info.severity,
            self.line(finding.line),
            tuple(
                (Place(self.file, line, column, max(1, length)), word) for line, column, length, word in finding.also
            ),
        )

    def at(self, place: Place, rule: str, message: str, label: str = "", help: str = "") -> Problem:
        """A problem at a place of this file."""
        return self.problem(Finding(rule, place.line, place.column, message, label, help, place.length))


def width(node: Node) -> int:
    """How many letters to underline on the first line of a node."""
    return max(1, node.end_column - node.column) if node.end_line == node.line else 1


def cut(text: str) -> str:
    """The text, shortened where it is longer than anybody reads."""
    return text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 1] + "…"


def shown(name: str) -> str:
    """A file name that can be printed anywhere: control characters and odd bytes as escapes."""
    if name.isprintable():
        return name
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
