"""Updates are promised more slowly the more serious an incident is.

Why
    The longest silence is measured against the promised interval. A critical incident deserves news at least as often
    as a minor one.

How to fix
    Swap the intervals in `update_every`.

Wrong
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    update_every: {critical: PT24H, major: PT2H, minor: PT30M}

Right
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    update_every: {critical: PT30M, major: PT2H, minor: PT24H}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC583"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Critical at most major at most minor, among those given."""
    given = records.organisation.record.update_every
    known = [name for name in ("critical", "major", "minor") if name in given]
    for graver, lighter in pairwise(known):
        if given[graver] > given[lighter]:
            yield RULE.at(
                records.organisation,
                ("update_every", graver),
                f"{graver} incidents get news less often than {lighter} ones",
                label=f"slower than {lighter}",
                help="swap the intervals",
                also=[(("update_every", lighter), lighter)],
            )
            return
