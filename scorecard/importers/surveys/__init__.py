"""Survey answers to counts: what a tool's columns mean, what to count, what an answer says, the wave as YAML.

One tool is one module of `tools/`, found by itself. Nothing is read or written here.
"""

from __future__ import annotations

from importlib import import_module

from scorecard.importers.surveys import tools, whose
from scorecard.importers.surveys.counting import by_rows, by_statements
from scorecard.importers.surveys.fates import Fate, fates
from scorecard.importers.surveys.meaning import plan, understood
from scorecard.importers.surveys.official import official
from scorecard.importers.surveys.proposal import propose
from scorecard.importers.surveys.tool import Tool
from scorecard.importers.surveys.written import mapping_text, wave_text
from scorecard.model.modules import names
from scorecard.model.tallies import Look

__all__ = [
    "Fate",
    "Tool",
    "by_rows",
    "by_statements",
    "fates",
    "mapping_text",
    "official",
    "plan",
    "propose",
    "tool",
    "understood",
    "wave_text",
    "wrong_tool",
]


def tool(name: str) -> Tool:
    """The tool of that name. Raises KeyError."""
    return _all()[name]


def wrong_tool(look: Look, name: str) -> str:
    """A doubt where the columns are those of another tool; nothing where they are not."""
    return whose.doubt(look, tool(name), _all().values())


def _all() -> dict[str, Tool]:
    found: list[Tool] = [import_module(f"{tools.__name__}.{name}").TOOL for name in names(tools.__path__)]
    return {one.name: one for one in found}
