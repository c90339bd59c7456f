"""Whose export it is by its columns: a wrong choice of tool is told before anything is counted."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.importers.surveys.tool import Tool, plain_name
from scorecard.model.tallies import Look

#: So many of a tool's own columns make it that tool's export.
ENOUGH = 3


def doubt(look: Look, tool: Tool, tools: Iterable[Tool]) -> str:
    """A sentence where another tool knows more of the columns as its own; nothing where none does."""
    number, other = max(((_own(look, one), one) for one in tools), key=lambda pair: pair[0])
    if number < ENOUGH or number <= _own(look, tool):
        return ""
    return (
        f"{number} columns are those of {other.title}: "
        f"'scorecard import {other.name}' knows which of its rows are no answers"
    )


def _own(look: Look, tool: Tool) -> int:
    names = {plain_name(name) for name in tool.own} - {""}
    return sum(not names.isdisjoint(tool.called(one.name)) for one in look.columns)
