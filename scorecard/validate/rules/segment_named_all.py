"""A segment with the name `all`.

Why
    `all` means everybody who answered. A segment of that name could not be told from the total.

How to fix
    Give the segment another name.

Wrong
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {all: {customers: 48210}, household: {customers: 41000}, business: {customers: 7210}}

Right
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC584"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The reserved name."""
    if "all" in records.organisation.record.segments:
        yield RULE.at(
            records.organisation,
            ("segments", "all"),
            "'all' means everybody who answered, so no segment can have this name",
            label="reserved",
            help="choose another name, or leave it out: the total needs no entry here",
        )
