"""A correction that does not say what it concerns in the agreed way.

Why
    The tool links the correction and the page it concerns, in both directions. It must know the kind and the name.

How to fix
    Write the kind, a colon and the name: `survey:2026-Q1`, `survey:2026-Q1-staff`, `incident:` and the file name
    without its ending, `promise:`, `dialogue:`, `risk:`, `decision:`, `enquiries:2026-Q1`, `outcome:`, `method:1.0.0`.

Wrong
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: the survey of the first quarter
    field: invited
    was: 6000
    is: 5400
    label: C
    found: 2026-04-21
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
from scorecard.validate.rule import Rule, excerpt, listed, near
from scorecard.validate.targets import KINDS, target_of

CODE = "SC574"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """No kind, or an unknown one, or no name after it."""
    for entry in records.corrections:
        if target_of(entry.record) is None:
            kind = entry.record.concerns.partition(":")[0]
            hint = near(kind.strip().lower(), KINDS) if ":" in entry.record.concerns else ""
            yield RULE.at(
                entry,
                ("concerns",),
                f"'{excerpt(entry.record.concerns)}' does not say what it concerns",
                label=hint or "kind:name",
                help=f"write one of {listed(KINDS)}, a colon and the name, such as survey:2026-Q1",
            )
