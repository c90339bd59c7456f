"""Problems as text for people and machines. One format, one module: name.py holds `format_name`, found by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Protocol

from scorecard.model.problems import Problem
from scorecard.present.diagnostics.explanation import explain

__all__ = ["FORMATS", "Format", "explain"]


class Format(Protocol):
    """Takes problems in any order and whether colour is wanted; gives text that ends with a line end, or nothing."""

    def __call__(self, problems: Iterable[Problem], color: bool = False) -> str:
        """The problems as text."""


def _found() -> Mapping[str, Format]:
    modules = {name: import_module(f"{__name__}.{name}") for _, name, _ in iter_modules(__path__)}
    return MappingProxyType(
        {
            name: getattr(module, f"format_{name}")
            for name, module in sorted(modules.items())
            if hasattr(module, f"format_{name}")
        }
    )


#: Every format by its name.
FORMATS: Mapping[str, Format] = _found()


def __getattr__(name: str) -> Format:
    """`format_text` and so on, for every format there is."""
    format = FORMATS.get(name.removeprefix("format_")) if name.startswith("format_") else None
    if format is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return format
