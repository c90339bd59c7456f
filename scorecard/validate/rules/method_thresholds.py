"""Thresholds of the state or the verdicts in an impossible order.

Why
    Trust is deeply low under `floor`, broken under `broken_below` and a partnership from `partner_at` on. In another
    order a quarter would be two things at once.

How to fix
    Keep 1 ≤ floor ≤ broken_below ≤ partner_at ≤ 10, and the other pairs named in the message in their order.

Wrong
    # data/method.yml
    version: 1.1.0
    state: {partner_at: 5.0, broken_below: 5.5}

Right
    # data/method.yml
    version: 1.1.0
    state: {partner_at: 7.0, broken_below: 5.5}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC578"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Pairs that must not be swapped, and numbers that must not be below zero."""
    state, verdicts = records.method.record.state, records.method.record.verdicts
    pairs = [
        ("state", "floor", "broken_below"),
        ("state", "broken_below", "partner_at"),
        ("state", "weakest_guarded", "weakest_partner"),
        ("state", "drop", "slow_drop"),
        ("verdicts", "least", "same"),
    ]
    groups = {"state": state, "verdicts": verdicts}
    for group, low, high in pairs:
        lower, higher = getattr(groups[group], low), getattr(groups[group], high)
        if lower > higher:
            yield RULE.at(
                records.method,
                (group, high) if written(records.method, group, high) else (group, low),
                f"{low} is {lower:g}, higher than {high}, which is {higher:g}",
                label="wrong order",
                help=f"keep {low} at most {high}",
            )
    for name in ("floor", "broken_below", "partner_at", "weakest_partner", "weakest_guarded"):
        if not 1 <= getattr(state, name) <= 10:
            yield RULE.at(
                records.method,
                ("state", name),
                f"{name} is {getattr(state, name):g}, which no trust score can reach",
                label="not between 1 and 10",
                help="scores go from 1 to 10",
            )
    for name in ("margin", "drop", "slow_drop", "rise"):
        if getattr(state, name) < 0:
            yield RULE.at(
                records.method,
                ("state", name),
                f"{name} is {getattr(state, name):g}: a difference is not below zero",
                label="below zero",
                help="write 0 or more",
            )
