"""Problems as a compiler shows them: the place, the line with a caret, a hint, the rule and its page."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.model.characters import COMMAND, escaped, shown, visible, width
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity

#: Columns of a source line that are shown; of a longer one, the piece around the caret.
MOST_COLUMNS = 100
_BEFORE_CARET = 40
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_BOLD, _BLUE, _END = "\x1b[1m", "\x1b[34m", "\x1b[0m"


def format_text(problems: Iterable[Problem], color: bool = False) -> str:
    """Every problem with its line and caret, in the order of files and lines, a blank line between two."""
    return "\n".join(_one(problem, color) for problem in sorted(problems, key=lambda problem: problem.order))


def _one(problem: Problem, color: bool) -> str:
    place = problem.place
    gutter = " " * len(str(place.line))
    mark = _COLOURS[problem.severity] if color else ""
    bold, blue, end = (_BOLD, _BLUE, _END) if color else ("", "", "")
    lines = [
        f"{mark}{problem.severity.value}[{problem.rule}]{end}{bold}: {visible(problem.message)}{end}",
        f"{gutter}{blue}-->{end} {_where(place)}",
    ]
    if problem.source.strip():
        text, indent, length = excerpt(problem.source, place.column, place.length)
        label = f" {visible(problem.label)}" if problem.label else ""
        lines.append(f"{blue}{place.line} |{end} {text}")
        lines.append(f"{gutter} {blue}|{end} {' ' * indent}{mark}{'^' * length}{label}{end}")
    elif problem.label:
        lines.append(f"{gutter} {blue}={end} {visible(problem.label)}")
    for other, word in problem.also:
        lines.append(f"{gutter} {blue}={end} note: {_where(other)}: {visible(word)}")
    if problem.help:
        lines.append(f"{gutter} {blue}={end} help: {visible(problem.help)}")
    lines.append(f"{gutter} {blue}={end} {problem.code}: docs/problems/{problem.rule}")
    return "\n".join(lines) + "\n"


def _where(place: Place) -> str:
    return f"{visible(place.file)}:{place.line}:{place.column}"


def excerpt(source: str, column: int, length: int) -> tuple[str, int, int]:
    """The line as printed, how many columns the caret is indented, and how many carets there are (at least one).

    `column` counts characters from 1. Of a long line only the piece around the caret is left, with … at its cut ends.
    """
    line = source.rstrip()
    start = min(max(0, column - 1), len(line))
    first = 0
    if sum(width(shown(char)) for char in line[: MOST_COLUMNS * 2]) > MOST_COLUMNS and start > _BEFORE_CARET:
        first = start - _BEFORE_CARET
    before, inside, room = "…" if first else "", "", MOST_COLUMNS - 2
    indent, carets = len(before), 0
    for index in range(first, len(line)):
        char = escaped("[") if line[max(0, index - 2) : index + 1] == COMMAND else shown(line[index])
        if room < width(char):
            inside += "…"
            break
        room -= width(char)
        inside += char
        if index < start:
            indent += width(char)
        elif index < start + length:
            carets += width(char)
    return before + inside, indent, max(1, carets)
