"""What other programs read, beside the downloads. One interface = one module with `make(desk)`, found by itself."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from scorecard.model.interfaces import Interface
from scorecard.model.modules import load
from scorecard.present.desk import Desk


def kinds() -> tuple[ModuleType, ...]:
    """Every interface, by name."""
    return tuple(load(__name__, __path__))


def make(desk: Desk) -> Iterator[Interface]:
    """All that the interfaces of the site consist of."""
    for kind in kinds():
        yield from kind.make(desk)
