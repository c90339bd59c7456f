"""Problems for programs: one versioned JSON object. New keys may come; old ones keep their meaning."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.model.characters import ascii_json
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity

SCHEMA_VERSION = 1


def format_json(problems: Iterable[Problem], color: bool = False) -> str:
    """schema_version, problems, errors, warnings; in ASCII, so that nothing in it can move a terminal."""
    found = sorted(problems, key=lambda problem: problem.order)
    value = {
        "schema_version": SCHEMA_VERSION,
        "problems": [_one(problem) for problem in found],
        "errors": sum(problem.severity is Severity.ERROR for problem in found),
        "warnings": sum(problem.severity is Severity.WARNING for problem in found),
    }
    return ascii_json(value)


def _one(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity.value,
        "rule": problem.rule,
        "code": problem.code,
        **_place(problem.place),
        "message": problem.message,
        "label": problem.label,
        "help": problem.help,
        "source": problem.source,
        "also": [{**_place(place), "message": word} for place, word in problem.also],
        "docs": f"docs/problems/{problem.rule}",
    }


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column, "length": place.length}
