"""A share that is not between 0 and 1.

Why
    Shares are written as parts of one, so that 72 per cent is 0.72. A mixture of both would be read wrongly by a
    factor of a hundred.

How to fix
    Divide a percentage by 100.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, share: 72, share_of: answered 7 or more, n: 655}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, share: 0.72, share_of: answered 7 or more, n: 655}
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC541"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Shares of questions, and of outcomes."""
    for entry, loc, share in _shares(records):
        if not 0 <= share <= 1:
            near = f": write {share / 100:g}" if 1 < share <= 100 else ""
            yield RULE.at(
                entry,
                loc,
                f"the share {written(entry, *loc)} is not between 0 and 1",
                label="a percentage?" if near else "not a share",
                help="a share is a part of one" + near,
            )


def _shares(records: Checked) -> Iterator[tuple[Entry[Any], Loc, float]]:
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            if question.share is not None:
                yield entry, ("questions", index, "share"), question.share
    if records.outcomes is None:
        return
    for index, outcome in enumerate(records.outcomes.record.outcomes):
        for number, point in enumerate(outcome.series):
            if outcome.kind == "share" and point.value is not None:
                yield records.outcomes, ("outcomes", index, "series", number, "value"), point.value
