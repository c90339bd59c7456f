"""More people answered than were asked, or more were asked than there are.

Why
    The response rate is answers divided by people asked. It cannot be more than 100 per cent.

How to fix
    Correct the numbers. If anybody could take part without being asked, write `sample: opt-in` and leave `invited` out.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    invited: 540
    respondents: 700
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    invited: 5400
    respondents: 700
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC544"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)

_STEPS = (("respondents", "answered"), ("invited", "were asked"), ("population", "are there"))


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Respondents, invited, population: each at most the next one that is stated."""
    for entry in records.waves:
        stated = [(name, verb, getattr(entry.record, name)) for name, verb in _STEPS]
        known = [step for step in stated if step[2] is not None]
        for (name, verb, fewer), (above, verb_above, more) in pairwise(known):
            if fewer > more:
                yield RULE.at(
                    entry,
                    (name,),
                    f"{fewer:,} {verb}, but only {more:,} {verb_above}",
                    label=f"more than '{above}'",
                    help=f"correct '{name}' or '{above}'",
                    also=[((above,), f"{more:,} {verb_above}")],
                )
