"""What other programs read, beside the downloads. One interface = one module with `make(desk)`, found by itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from scorecard.model.interfaces import Interface
from scorecard.present.desk import Desk


def kinds() -> tuple[ModuleType, ...]:
    """Every interface, by name."""
    return tuple(importlib.import_module(f"{__name__}.{name}") for _, name, _ in pkgutil.iter_modules(__path__))


def make(desk: Desk) -> Iterator[Interface]:
    """All that the interfaces of the site consist of."""
    for kind in kinds():
        yield from kind.make(desk)
