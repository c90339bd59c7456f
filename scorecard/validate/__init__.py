"""Rules about what was read: within a record, across records, and suspicious things. Pure; one rule, one module."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from types import ModuleType

from scorecard.model.memo import Memo
from scorecard.model.memory import no_collecting
from scorecard.model.modules import load
from scorecard.model.problems import Problem, RuleInfo
from scorecard.model.records import Records
from scorecard.validate import alone, rules
from scorecard.validate.checked import Checked
from scorecard.validate.docs import describe

__all__ = ["check", "infos"]


def check(
    records: Records, as_of: datetime, unread: Iterable[str] = (), memo: Memo | None = None
) -> tuple[Problem, ...]:
    """Every problem that any rule finds, in the order of files and lines; held-back entries are checked like others.

    `unread` are files (relative to the project) that are there but could not be read: nothing is said to be missing
    that may stand in one of them.
    """
    checked = Checked.of(records, unread)
    with no_collecting():
        every = _rules()
        found = list(alone.check(filter(alone.is_alone, every), checked, as_of, memo or Memo()))
        for rule in every:
            if not alone.is_alone(rule):
                found += rule.check(checked, as_of)
    return tuple(sorted(found, key=lambda problem: problem.order))


def infos() -> tuple[RuleInfo, ...]:
    """What each rule is for, in the order of the codes."""
    return tuple(sorted((describe(rule) for rule in _rules()), key=lambda info: info.code))


def _rules() -> tuple[ModuleType, ...]:
    return tuple(load(rules.__name__, rules.__path__))
