"""A file of enquiries whose name is no quarter.

Why
    The counts of enquiries belong to a quarter, and only the file name says which.

How to fix
    Name the file after its quarter, such as 2026-q3.yml.

Wrong
    # data/enquiries/spring.yml
    received: 100
    answered_in_time: 85

Right
    # data/enquiries/2026-q2.yml
    received: 100
    answered_in_time: 85
"""

import re
from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC605"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The name is a quarter and nothing else."""
    for entry in records.enquiries:
        if not re.fullmatch(r"\d{4}-q[1-4]", entry.id):
            yield RULE.at(
                entry,
                Place(entry.file),
                f"'{entry.id}' is no quarter",
                label="which quarter?",
                help="name the file after its quarter, such as 2026-q3.yml",
            )
