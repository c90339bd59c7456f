"""The lists of api/v1/: one register = one module; its typed dictionaries are the contract, and become the schema.

A module holds `NAME` (of the file), `WHAT` (its description), `ITEM` (the shape of an entry) and
`items(desk) -> Iterator[(day, item)]`; the day decides the order and the year of the archive.
"""

from __future__ import annotations

from types import ModuleType

from scorecard.model.modules import load


def registers() -> tuple[ModuleType, ...]:
    """Every register, by name."""
    return tuple(load(__name__, __path__))
