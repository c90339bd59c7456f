"""Problems as text for people and machines. One format, one module: name.py holds `format_name`, found by itself."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol

from scorecard.model.modules import names
from scorecard.model.problems import Problem
from scorecard.present.diagnostics.explanation import explain

__all__ = ["Format", "explain", "known", "named"]


class Format(Protocol):
    """Takes problems in any order and whether colour is wanted; gives text that ends with a line end, or nothing."""

    def __call__(self, problems: Iterable[Problem], color: bool = False) -> str:
        """The problems as text."""


def known() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(name for name in names(__path__) if hasattr(import_module(f"{__name__}.{name}"), f"format_{name}"))


def named(name: str) -> Format:
    """The format of that name; the others are not loaded. Raises KeyError."""
    if name not in names(__path__):
        raise KeyError(name)
    format: Format | None = getattr(import_module(f"{__name__}.{name}"), f"format_{name}", None)
    if format is None:
        raise KeyError(name)
    return format
