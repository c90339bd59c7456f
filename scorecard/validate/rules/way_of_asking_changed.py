"""People were chosen or asked in another way than before.

Why
    On the phone people answer more kindly than on a screen, and those who come by themselves are not a random sample.
    The series breaks here, and nothing is compared across the break.

How to fix
    If it really changed, say so in `method_changed`. Otherwise correct `sample` or `mode`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: opt-in
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: opt-in
    method_changed: This quarter everybody could answer on our web page.
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC619"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Sample, and modes where both waves state them. Waves around an opt-in one are held against each other."""
    for waves in records.series.values():
        for index, (above, after) in enumerate(pairwise(waves), start=1):
            chosen = [one for one in waves[:index] if one.record.sample != "opt-in"]
            before = above if after.record.sample == "opt-in" or not chosen else chosen[-1]
            old, new = before.record, after.record
            if new.method_changed is not None:
                continue
            modes = [set(wave.fieldwork.mode) if wave.fieldwork else set() for wave in (old, new)]
            if old.sample != new.sample:
                yield RULE.at(
                    after,
                    ("sample",),
                    f"the sample was {old.sample} in {old.quarter}, and is {new.sample} here",
                    label="the series breaks here",
                    help="say so in 'method_changed', or correct 'sample'",
                    also=[(before.place("sample"), str(old.quarter))],
                )
            elif all(modes) and modes[0] != modes[1]:
                yield RULE.at(
                    after,
                    ("fieldwork", "mode"),
                    f"people were asked by {listed(sorted(modes[0]))} in {old.quarter}, "
                    f"and by {listed(sorted(modes[1]))} here",
                    label="the series breaks here",
                    help="say so in 'method_changed', or correct 'mode'",
                    also=[(before.place("fieldwork", "mode"), str(old.quarter))],
                )
