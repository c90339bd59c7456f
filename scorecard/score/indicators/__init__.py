"""The transparency indicators: one module each, found by itself.

A module is named like its id in the method's pillars (dashes for underscores). It holds

- a docstring, which is the indicator's public page: a summary, then the headings of `HEADINGS`, each alone on its line;
- `NAME`, shown to readers, and `FACT`, the words of the count anybody can check ('told in time');
- `read(view) -> Finding`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from inspect import cleandoc
from types import MappingProxyType, ModuleType

from scorecard.model.modules import load
from scorecard.model.transparency import IndicatorNote

HEADINGS = ("What it measures", "How it is scored", "Why", "What it cannot show")


def discover() -> Mapping[str, ModuleType]:
    """Every indicator module by its id, in order of the ids."""
    modules = load(__name__, __path__)
    return MappingProxyType({module.__name__.rpartition(".")[2].replace("_", "-"): module for module in modules})


def notes() -> tuple[IndicatorNote, ...]:
    """The public page of each indicator, from its docstring. Raises ValueError where a heading is missing."""
    return tuple(note(id, module) for id, module in discover().items())


def note(id: str, module: ModuleType) -> IndicatorNote:
    """Read one docstring. Raises ValueError where a heading is missing or stands in another order."""
    parts = re.split(rf"^({'|'.join(HEADINGS)})\n", cleandoc(module.__doc__ or ""), flags=re.MULTILINE)
    if tuple(parts[1::2]) != HEADINGS:
        raise ValueError(f"{module.__name__}: the docstring needs the headings {', '.join(HEADINGS)}, in this order")
    sections = tuple((heading, _paragraphs(text)) for heading, text in zip(parts[1::2], parts[2::2], strict=True))
    return IndicatorNote(id, module.NAME, " ".join(parts[0].split()), sections)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.strip().split("\n\n"))
