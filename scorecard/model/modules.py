"""One thing, one module: the modules of a package are found by themselves, nothing is listed by hand."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType


def names(folders: Iterable[str]) -> list[str]:
    """Names of the modules and packages in the folders of a package (its `__path__`), sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(folders))


def load(package: str, folders: Iterable[str]) -> Iterator[ModuleType]:
    """These modules, in the order of their names."""
    for name in names(folders):
        yield import_module(f"{package}.{name}")
