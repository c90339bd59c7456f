"""A question stands twice in one wave.

Why
    Two sets of answers under one id: one of them would win in silence.

How to fix
    Keep the right one, or correct the id.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
      - {id: trust, counts: [16, 10, 27, 39, 59, 79, 146, 169, 81, 49]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
      - {id: heard-listens, counts: [16, 10, 27, 39, 59, 79, 146, 169, 81, 49]}
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC601"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Equal ids in the list of questions; equal ids of outcomes, and quarters of one outcome."""
    for entry in records.waves:
        yield from _twice(
            entry, [(("questions", i, "id"), q.id) for i, q in enumerate(entry.record.questions)], "question"
        )
    if records.outcomes is None:
        return
    outcomes = records.outcomes.record.outcomes
    yield from _twice(records.outcomes, [(("outcomes", i, "id"), one.id) for i, one in enumerate(outcomes)], "outcome")
    for index, outcome in enumerate(outcomes):
        points: list[tuple[Loc, str]] = [
            (("outcomes", index, "series", at, "quarter"), str(point.quarter))
            for at, point in enumerate(outcome.series)
        ]
        yield from _twice(records.outcomes, points, f"quarter of '{outcome.id}'")


def _twice(entry: Entry[Any], ids: list[tuple[Loc, str]], what: str) -> Iterator[Problem]:
    seen: dict[str, Loc] = {}
    for loc, id in ids:
        if id in seen:
            yield RULE.at(
                entry,
                loc,
                f"the {what} {id} stands twice" if what.startswith("quarter") else f"the {what} '{id}' stands twice",
                label="again",
                help="keep the right one, or correct the id",
                also=[(seen[id], "first here")],
            )
        seen.setdefault(id, loc)
