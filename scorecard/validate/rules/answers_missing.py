"""Answers, don't-knows and empty answers are fewer than the people who took part.

Why
    Where all three are given, everybody must be in one of them. Who is in none was lost on the way from the report to
    this file.

How to fix
    Correct the counts or `respondents`. People who were never shown the question belong to `no_answer`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 720
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
        dont_know: 14
        no_answer: 6

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 700
    questions:
      - id: trust
        counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
        dont_know: 14
        no_answer: 6
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, count

CODE = "SC535"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Only where counts, dont_know and no_answer are all given for everybody."""
    for entry in records.waves:
        people = entry.record.respondents
        for index, question in enumerate(entry.record.questions):
            parts = (question.counts or {}, question.dont_know, question.no_answer)
            if not people or any("all" not in part for part in parts):
                continue
            answers = sum((question.counts or {})["all"])
            told = answers + question.dont_know["all"] + question.no_answer["all"]
            if told < people:
                yield RULE.at(
                    entry,
                    ("questions", index, "counts"),
                    f"{people:,} took part, but '{question.id}' accounts for {told:,}: "
                    f"{count(people - told, 'person', 'people')} missing",
                    label=f"{told:,} of {people:,}",
                    help="correct the counts; who was not shown the question belongs to 'no_answer'",
                    also=[(("respondents",), f"{people:,} took part")],
                )
