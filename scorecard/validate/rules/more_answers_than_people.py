"""A question has more answers than people took part.

Why
    Everybody answers a question at most once. Answers, don't-knows and empty answers together cannot be more than the
    people who took part.

How to fix
    Correct the counts of the question, or `respondents`.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 690
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

CODE = "SC534"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Against respondents; where they are not stated, against the people who were asked."""
    for entry in records.waves:
        wave = entry.record
        field = "respondents" if wave.respondents is not None else "invited"
        people = wave.respondents if wave.respondents is not None else wave.invited
        if people is None:
            continue
        who = "took part" if field == "respondents" else "were asked"
        for index, question in enumerate(wave.questions):
            answers = sum((question.counts or {}).get("all", ())) or question.n or 0
            silent = question.dont_know.get("all", 0) + question.no_answer.get("all", 0)
            if answers + silent > people:
                spot = "counts" if question.counts else "n" if question.n is not None else "id"
                without = f" and {count(silent, 'person', 'people')} without one" if silent else ""
                yield RULE.at(
                    entry,
                    ("questions", index, spot),
                    f"'{question.id}' has {count(answers, 'answer')}{without}, "
                    f"but only {count(people, 'person', 'people')} {who}",
                    label=f"{answers + silent:,} in all",
                    help=f"correct the counts or '{field}'",
                    also=[((field,), f"{people:,} {who}")],
                )
