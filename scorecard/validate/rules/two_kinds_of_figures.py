"""Counts, and beside them a figure that follows from the counts.

Why
    Mean, spread and number of answers are computed from the counts. Two sources for one figure can disagree, and
    nobody would know which one was shown.

How to fix
    Keep the counts and take the other figures out. Without counts keep `percentages`, or `mean` with `sd` and `n`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
        mean: 7.1

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.model.records.survey import Question
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC536"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """What the counts, or the percentages, already say."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            source, more = _doubled(question)
            if more:
                yield RULE.at(
                    entry,
                    ("questions", index, more[0]),
                    f"'{question.id}' has {source} and also {listed(more)}",
                    label=f"follows from the {source}",
                    help=f"keep one of them; with '{source}' take {listed(more)} out",
                    also=[(("questions", index, source), source)],
                )


def _doubled(question: Question) -> tuple[str, list[str]]:
    if question.counts:
        fields = ["percentages", "mean", "sd", "share"]
        more = [name for name in fields if getattr(question, name) is not None]
        answers = sum(question.counts.get("all", ()))
        return "counts", [*more, "n"] if question.n not in (None, answers) else more
    if question.percentages is not None:
        return "percentages", [name for name in ("mean", "sd", "share") if getattr(question, name) is not None]
    return "", []
