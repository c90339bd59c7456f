"""One page kind = one module, found by itself.

A module holds `PLACE` (its order in the site), a frozen context dataclass (its template's contract) and
`make(desk) -> Iterator[Page]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from scorecard.model.modules import load
from scorecard.model.pages import Page
from scorecard.present.desk import Desk


def kinds() -> tuple[ModuleType, ...]:
    """Every page kind, in the order of the site."""
    return tuple(sorted(load(__name__, __path__), key=lambda module: (module.PLACE, module.__name__)))


def make(desk: Desk) -> Iterator[Page]:
    """Every page of the site, in order."""
    for kind in kinds():
        yield from kind.make(desk)
