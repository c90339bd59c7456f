"""The text of a file as it is on disk: byte order mark, line ends and all. Nodes count lines and columns of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

_MARK = "\ufeff"
_ENDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace what stands from one offset to another by a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text whose lines are counted from 1, like the lines and columns of nodes; offsets count from 0."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[str, ...]
    ends: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes) -> Page:
        """Raises UnicodeDecodeError for what is no UTF-8."""
        text = data.decode("utf-8")
        mark = len(_MARK) if text.startswith(_MARK) else 0
        lines, ends, at = [], [], mark
        for match in _ENDS.finditer(text, mark):
            lines.append(text[at : match.start()])
            ends.append(match[0])
            at = match.end()
        lines.append(text[at:])
        ends.append("")
        sizes = (len(line) + len(end) for line, end in zip(lines, ends, strict=True))
        starts = tuple(accumulate(sizes, initial=mark))[:-1]
        return cls(text, starts, tuple(lines), tuple(ends))

    @property
    def eol(self) -> str:
        """The line end most lines have; of a file of one line without any, a line feed."""
        kinds = [end for end in self.ends if end]
        return max(dict.fromkeys(kinds), key=kinds.count, default="\n")

    def offset(self, line: int, column: int) -> int:
        """Where a spot of a node lies in the text."""
        return self.starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """A line, without its end; empty behind the last one."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def behind(self, number: int, lines: str) -> Splice:
        """One or more new lines (without the last end) behind a line, with the line ends of their neighbour."""
        if number == 0:
            return Splice(self.starts[0], self.starts[0], lines + self.eol)
        end = self.starts[number - 1] + len(self.lines[number - 1])
        if self.ends[number - 1]:
            return Splice(
                end + len(self.ends[number - 1]), end + len(self.ends[number - 1]), lines + self.ends[number - 1]
            )
        return Splice(end, end, self.eol + lines)

    def spliced(self, splices: tuple[Splice, ...]) -> bytes:
        """The bytes with all splices made; everything else as it was."""
        text = self.text
        for splice in sorted(splices, key=lambda one: (one.start, one.end), reverse=True):
            text = text[: splice.start] + splice.text + text[splice.end :]
        return text.encode("utf-8")
