"""Should have known, but later than it was known.

Why
    `should_have_known` says when the company could have noticed. It only says something when it lies before `known`.

How to fix
    Correct the time, or leave `should_have_known` out.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    should_have_known: 2026-05-04T10:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    should_have_known: 2026-05-04T08:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC506"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The moment one could have noticed, after the moment one did."""
    for entry in records.incidents:
        one = entry.record
        if one.should_have_known is None or not isinstance(one.known, datetime):
            continue
        if one.should_have_known > one.known:
            yield RULE.at(
                entry,
                ("should_have_known",),
                f"could have been noticed at {written(entry, 'should_have_known')}, "
                f"after it was known at {written(entry, 'known')}",
                label="later than known",
                help="write the earlier time at which it could have been noticed, or leave the field out",
                also=[(("known",), "known here")],
            )
