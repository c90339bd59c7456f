"""Every problem the reading room can tell: name, number, why, how to mend it, a wrong and a right example.

One module for each family of rules; each holds RULES. The modules are found by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from scorecard.model.modules import load
from scorecard.model.problems import RuleInfo


@cache
def by_rule() -> Mapping[str, RuleInfo]:
    """Rule name to what is known of it, in the order of the codes."""
    rules = (rule for module in load(__name__, __path__) for rule in getattr(module, "RULES", ()))
    return MappingProxyType({rule.rule: rule for rule in sorted(rules, key=lambda rule: rule.code)})
