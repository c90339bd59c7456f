"""Figures of very small groups would be shown.

Why
    In a group of four people everybody can work out what the others answered. Ten is the number the method starts
    with.

How to fix
    Raise `suppress_below` to 10, at least to 5.

Wrong
    # data/method.yml
    version: 1.1.0
    gates: {suppress_below: 3}

Right
    # data/method.yml
    version: 1.1.0
    gates: {suppress_below: 10}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC580"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


_LEAST = 5


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Shown below five answers."""
    if records.method.record.gates.suppress_below < _LEAST:
        yield RULE.at(
            records.method,
            ("gates", "suppress_below"),
            f"groups of {records.method.record.gates.suppress_below} people would be shown",
            label=f"under {_LEAST}",
            help="write 10: answers of so few people can be guessed",
        )
