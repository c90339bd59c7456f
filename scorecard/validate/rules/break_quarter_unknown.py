"""The break of trust names a quarter without a wave.

Why
    Recovery is counted from the quarter in which trust broke. Without a wave of customers in that quarter nobody can
    see the break.

How to fix
    Correct the quarter, or add its wave.

Wrong
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    break: {quarter: 2024-Q1}

Right
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    break: {quarter: 2026-Q1}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC621"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """A quarter of the customers' series."""
    broken = records.organisation.record.break_
    quarters = {entry.record.quarter for entry in records.series.get("customers", ())}
    if broken is None or records.may_stand_unread("surveys", broken.quarter.slug):
        return
    if broken.quarter not in quarters:
        yield RULE.at(
            records.organisation,
            ("break", "quarter"),
            f"trust is said to have broken in {broken.quarter}, but there is no wave of customers for it",
            label="no wave",
            help="correct the quarter, or add its wave",
        )
