"""Every problem the reading room can tell: name, number, why, how to mend it, a wrong and a right example.

One module for each family of rules; each holds RULES. The modules are found by themselves.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from scorecard.model.problems import RuleInfo


def _discovered() -> Mapping[str, RuleInfo]:
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    rules = sorted((rule for module in modules for rule in getattr(module, "RULES", ())), key=lambda rule: rule.code)
    return MappingProxyType({rule.rule: rule for rule in rules})


#: Rule name to what is known of it, in the order of the codes.
INFO: Mapping[str, RuleInfo] = _discovered()
