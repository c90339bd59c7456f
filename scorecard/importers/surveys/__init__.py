"""Survey answers to counts: what a tool's columns mean, what to count, what an answer says, the wave as YAML.

One tool is one module of `tools/`, found by itself. Nothing is read or written here.
"""

from __future__ import annotations

from importlib import import_module

from scorecard.importers.surveys import tools
from scorecard.importers.surveys.counting import by_rows, by_statements
from scorecard.importers.surveys.fates import Fate, fates
from scorecard.importers.surveys.meaning import plan, understood
from scorecard.importers.surveys.official import official
from scorecard.importers.surveys.proposal import propose
from scorecard.importers.surveys.tool import Tool
from scorecard.importers.surveys.written import mapping_text, wave_text
from scorecard.model.modules import names

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
]


def tool(name: str) -> Tool:
    """The tool of that name. Raises KeyError."""
    known = {name.replace("_", "-"): name for name in names(tools.__path__)}
    found: Tool = import_module(f"{tools.__name__}.{known[name]}").TOOL
    return found
