"""Problems as annotations of a pull request on GitHub, which shows ten of a step and drops the others in silence."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.model.characters import visible
from scorecard.model.problems import Problem, Severity

#: The tenth annotation says how many more there are.
MOST = 9


def format_github(problems: Iterable[Problem], color: bool = False) -> str:
    """One workflow command a line: errors first, then warnings, each in the order of files and lines."""
    found = sorted(problems, key=lambda problem: (problem.severity is not Severity.ERROR, problem.order))
    lines = [_command(problem) for problem in found[:MOST]]
    rest = found[MOST:]
    if rest:
        lines.append(f"::{rest[0].severity.value} title=scorecard check::{len(rest)} more")
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem) -> str:
    place = problem.place
    about = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": f"{problem.rule} ({problem.code})",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in about.items())
    words = [problem.message, problem.label, problem.help and f"help: {problem.help}"]
    message = "\n".join(visible(text) for text in words if text)
    return f"::{problem.severity.value} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
