"""More or fewer counts than the scale has answers.

Why
    Each count belongs to one answer, from the low end of the scale to the high end. With one count too many or too few
    every answer would be taken for its neighbour.

How to fix
    Write one count for each answer, also the zeros. If the question was asked on another scale, write that scale.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        scale: 1-10
        counts: [0, 11, 8, 22, 35, 46, 73, 138, 190, 96, 61, 0]

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        scale: 1-10
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.model.records.survey import Question
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, count

CODE = "SC530"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Every line of counts, of channels and of percentages."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            scale = records.scale(question)
            wanted = len(scale.answers)
            for loc, given in _lines(question):
                if given != wanted:
                    what = "percentage" if loc[0] == "percentages" else "count"
                    zero = f"; if 0 could be answered too, write 'scale: 0-{scale.high}'"
                    yield RULE.at(
                        entry,
                        ("questions", index, *loc),
                        f"{count(given, what)} for the scale {scale}, which has {wanted} answers",
                        label=f"{given} instead of {wanted}",
                        help=f"write {wanted} numbers, for the answers {scale.low}, {scale.low + 1} … {scale.high}"
                        + (zero if given == wanted + 1 and scale.low == 1 else ""),
                    )


def _lines(question: Question) -> Iterator[tuple[Loc, int]]:
    for field, groups in (("counts", question.counts or {}), ("channels", question.channels or {})):
        for name, counts in groups.items():
            yield (field, name), len(counts)
    if question.percentages is not None:
        yield ("percentages",), len(question.percentages)
