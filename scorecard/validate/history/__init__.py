"""Rules about what became of records since an earlier state of data/. One rule, one module, as in rules/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from types import ModuleType

from scorecard.model.modules import load
from scorecard.model.problems import Problem, RuleInfo
from scorecard.model.records import Records
from scorecard.validate.docs import describe
from scorecard.validate.history.settled import History

__all__ = ["compare", "infos"]


def compare(
    before: Records, after: Records, since: str, as_of: datetime, unread: Iterable[str] = ()
) -> tuple[Problem, ...]:
    """What was changed or deleted without saying so; only what was already released counts.

    `since` names the earlier state; `unread` are files of today that could not be read.
    """
    history = History.of(before.released(as_of), after, since, unread)
    found = (problem for rule in _rules() for problem in rule.check(history))
    return tuple(sorted(found, key=lambda problem: problem.order))


def infos() -> tuple[RuleInfo, ...]:
    """What each rule is for, in the order of the codes."""
    return tuple(sorted((describe(rule) for rule in _rules()), key=lambda info: info.code))


def _rules() -> Iterator[ModuleType]:
    return (found for found in load(__name__, __path__) if hasattr(found, "CODE"))
