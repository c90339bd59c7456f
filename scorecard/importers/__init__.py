"""The importing room: what a foreign tool or a published table says, as files of a project for a person to review.

One kind of source is one module with `recognises(foreign)` and `convert(foreign, caveats)`; it is found by itself.
Parsed data go in (mappings, lists, texts, numbers), plain data that YAML can hold come out. Nothing is read or written.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from scorecard.importers.conversion import Conversion, Unreadable
from scorecard.model.modules import load

__all__ = ["Conversion", "Unreadable", "convert", "kinds"]


def kinds() -> tuple[str, ...]:
    """Names of the kinds of sources, sorted: the modules that can convert."""
    return tuple(name for name, module in _modules() if hasattr(module, "convert"))


def convert(foreign: Any, caveats: Sequence[str] = ()) -> Conversion:
    """Convert with the first kind that recognises the data; `caveats` are shown on the site beside the figures.

    Raises Unreadable when no kind does, or when what it must have is missing.
    """
    for _, module in _modules():
        if hasattr(module, "convert") and module.recognises(foreign):
            result: Conversion = module.convert(foreign, caveats)
            return result
    raise Unreadable("this is neither of the known kinds: " + ", ".join(kinds()))


def _modules() -> list[tuple[str, ModuleType]]:
    return [(module.__name__.rpartition(".")[2].replace("_", "-"), module) for module in load(__name__, __path__)]
