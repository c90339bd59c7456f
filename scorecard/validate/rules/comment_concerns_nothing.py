"""A comment beside a figure that does not exist.

Why
    The company may say a word beside single figures. One that names no figure would stand on no page, and nobody
    would notice.

How to fix
    Write the id of a part of trust. In a quarterly wave of customers, the id of a pillar or of an indicator may stand
    there too. A comment on a question belongs to the question itself, one on the whole wave to `company_comment`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    company_comments: {herd: We know that we answer too slowly.}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    company_comments: {heard: We know that we answer too slowly.}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed, near

CODE = "SC625"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)
OPENNESS = ", a pillar or an indicator"


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Every key of a wave's comments is a figure of its page."""
    method = records.method.record
    parts = [one.id for one in method.dimensions]
    openness = [id for pillar in method.pillars for id in (pillar.id, *pillar.indicators)]
    for entry in records.waves:
        wave = entry.record
        own = wave.audience == "customers" and wave.kind == "quarterly"
        known = parts + openness if own else parts
        for key in wave.company_comments:
            if key not in known:
                yield RULE.at(
                    entry,
                    entry.place("company_comments", key, key=True),
                    f"there is no figure '{key}' that this comment could stand beside",
                    label=near(key, known),
                    help=f"write the id of a part of trust ({listed(parts)})" + (OPENNESS if own else ""),
                )
