"""A wave would be public before the announced release.

Why
    The `publish_at` of a wave decides alone. If it lies before the day that was announced, somebody sees the figures
    before all others.

How to fix
    Write the announced time as `publish_at`, or correct `releases` in organisation.yml.

Wrong
    # data/surveys/2026-q1.yml
    quarter: 2026-Q1
    audience: customers
    sample: random
    publish_at: 2026-04-13T10:00+02:00
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q1.yml
    quarter: 2026-Q1
    audience: customers
    sample: random
    publish_at: 2026-04-20T10:00+02:00
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC622"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Before the release of the same quarter."""
    releases = {one.quarter: (i, one) for i, one in enumerate(records.organisation.record.releases)}
    for entry in records.waves:
        wave = entry.record
        found = releases.get(wave.quarter)
        if wave.publish_at is not None and found is not None and wave.publish_at < found[1].at:
            yield RULE.at(
                entry,
                ("publish_at",),
                f"public from {written(entry, 'publish_at')} on, but {wave.quarter} "
                f"was announced for {written(records.organisation, 'releases', found[0], 'at')}",
                label="before the release",
                help="write the announced time, or correct 'releases' in organisation.yml",
                also=[(records.organisation.place("releases", found[0], "at"), "announced here")],
            )
