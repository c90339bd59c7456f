"""Some segments have a number of customers, others have none.

Why
    When every segment says how many customers it has, answers are weighted by it. With a gap they are not weighted at
    all, and nobody notices.

How to fix
    Add `customers` to every segment, or take it out everywhere.

Wrong
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {name: Businesses}}

Right
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {name: Businesses, customers: 7210}}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC585"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Neither all nor none; and none of nobody."""
    segments = records.organisation.record.segments
    missing = [name for name, segment in segments.items() if not segment.customers]
    if missing and len(missing) < len(segments):
        yield RULE.at(
            records.organisation,
            ("segments", missing[0]),
            f"{listed(missing)} {'has' if len(missing) == 1 else 'have'} no number of customers, the others have",
            label="how many?",
            help="add 'customers:' to every segment; otherwise nothing is weighted",
        )
