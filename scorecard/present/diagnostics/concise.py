"""Problems on one line each, as editors and grep like them."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.model.characters import visible
from scorecard.model.problems import Problem


def format_concise(problems: Iterable[Problem], color: bool = False) -> str:
    """file:line:column: severity[rule] message; colour makes no difference."""
    lines = (
        f"{visible(one.place.file)}:{one.place.line}:{one.place.column}: "
        f"{one.severity.value}[{one.rule}] {visible(one.message)}\n"
        for one in sorted(problems, key=lambda problem: problem.order)
    )
    return "".join(lines)
