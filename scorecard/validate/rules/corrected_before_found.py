"""A correction was published before the mistake was found.

Why
    The days from finding to telling are counted. They cannot be less than none.

How to fix
    Correct `found` or `published`.

Wrong
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2026-Q1
    field: invited
    was: 6000
    is: 5400
    label: C
    found: 2026-04-30
    published: 2026-04-22
    reason: The agency's first report was used.

Right
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2026-Q1
    field: invited
    was: 6000
    is: 5400
    label: C
    found: 2026-04-21
    published: 2026-04-22
    reason: The agency's first report was used.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC573"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Published before found."""
    for entry in records.corrections:
        one = entry.record
        if one.published < one.found:
            yield RULE.at(
                entry,
                ("published",),
                f"published on {one.published}, before the mistake was found on {one.found}",
                label="before it was found",
                help="correct 'found' or 'published'",
                also=[(("found",), "found here")],
            )
