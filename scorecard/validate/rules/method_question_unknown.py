"""The method names a question that it does not have.

Why
    A dimension is the mean of its questions. A question that does not exist could never be answered, and the dimension
    would be missing for ever.

How to fix
    Correct the id, or add the question with its text and scale under `questions`.

Wrong
    # data/method.yml
    version: 1.1.0
    dimensions:
      - {id: heard, name: Heard, weight: 1, questions: [heard-listens, heard-matter]}

Right
    # data/method.yml
    version: 1.1.0
    dimensions:
      - {id: heard, name: Heard, weight: 1, questions: [heard-listens, heard-matters]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, near

CODE = "SC576"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Questions of dimensions, and the direct question."""
    method = records.method.record
    known = [item.id for item in method.questions]
    named: list[tuple[Loc, str]] = [(("direct_question",), method.direct_question)]
    for index, dimension in enumerate(method.dimensions):
        named += [(("dimensions", index, "questions", at), id) for at, id in enumerate(dimension.questions)]
    for loc, id in named:
        if id not in known:
            yield RULE.at(
                records.method,
                loc,
                f"the method has no question '{id}'",
                label=near(id, known) or "unknown question",
                help="correct the id, or add the question under 'questions'",
            )
