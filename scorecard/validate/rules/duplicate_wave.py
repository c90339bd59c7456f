"""Two waves of one quarter and audience.

Why
    A quarter has one figure for each audience. With two waves nobody could tell which one it is.

How to fix
    Put both into one file, or correct `quarter` or `audience`. Interviews after a contact are `kind: after-contact`.

Wrong
    # data/surveys/2026-q1-second.yml
    quarter: 2026-Q1
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q1-after-contact.yml
    quarter: 2026-Q1
    audience: customers
    kind: after-contact
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Wave
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC603"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Equal quarter, audience and kind."""
    seen: dict[tuple[Quarter, str, str], Entry[Wave]] = {}
    for entry in sorted(records.waves, key=lambda one: one.id):
        wave = entry.record
        first = seen.setdefault((wave.quarter, wave.audience, wave.kind), entry)
        if first is not entry:
            yield RULE.at(
                entry,
                ("quarter",),
                f"{first.file} is already the wave of {wave.quarter} for {wave.audience}",
                label="second wave of this quarter",
                help="put both into one file, or correct 'quarter', 'audience' or 'kind'",
                also=[(first.place("quarter"), "the other wave")],
            )
