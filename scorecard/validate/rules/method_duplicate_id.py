"""An id that stands twice in the method.

Why
    Two questions, dimensions or pillars with one id cannot be told apart, and a question in two dimensions would count
    twice.

How to fix
    Give each its own id, and put each question into one dimension.

Wrong
    # data/method.yml
    version: 1.1.0
    dimensions:
      - {id: heard, name: Heard, weight: 1, questions: [heard-listens]}
      - {id: heard, name: Valued, weight: 1, questions: [heard-matters]}

Right
    # data/method.yml
    version: 1.1.0
    dimensions:
      - {id: heard, name: Heard, weight: 1, questions: [heard-listens]}
      - {id: valued, name: Valued, weight: 1, questions: [heard-matters]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC577"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Questions, dimensions, pillars, indicators of all pillars, and questions of all dimensions."""
    method = records.method.record
    groups: list[tuple[str, list[tuple[Loc, str]]]] = [
        ("question", [(("questions", i, "id"), item.id) for i, item in enumerate(method.questions)]),
        ("dimension", [(("dimensions", i, "id"), one.id) for i, one in enumerate(method.dimensions)]),
        ("pillar", [(("pillars", i, "id"), one.id) for i, one in enumerate(method.pillars)]),
        (
            "question in a dimension",
            [
                (("dimensions", i, "questions", at), id)
                for i, one in enumerate(method.dimensions)
                for at, id in enumerate(one.questions)
            ],
        ),
        (
            "indicator in a pillar",
            [(("pillars", i, "indicators", id), id) for i, one in enumerate(method.pillars) for id in one.indicators],
        ),
    ]
    for what, ids in groups:
        seen: dict[str, Loc] = {}
        for loc, id in ids:
            if id in seen:
                yield RULE.at(
                    records.method,
                    loc,
                    f"'{id}' stands twice as {what}",
                    label="twice",
                    help="each stands once",
                    also=[(seen[id], "first here")],
                )
            seen.setdefault(id, loc)
