"""The interviews in the field report are not the people who took part.

Why
    The response rate is computed from `dispositions`, and everything else from `respondents`. Both count the same
    people.

How to fix
    Correct the one that is wrong. Partial interviews may count or not; both ways are accepted.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 700
    dispositions: {interviews: 640, partial: 30, refusals: 1200, non_contacts: 3000}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    respondents: 700
    dispositions: {interviews: 670, partial: 30, refusals: 1200, non_contacts: 3000}
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC550"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Interviews, with or without the partial ones, against respondents."""
    for entry in records.waves:
        field, people = entry.record.dispositions, entry.record.respondents
        if field is None or people is None or people in (field.interviews, field.interviews + field.partial):
            continue
        yield RULE.at(
            entry,
            ("dispositions", "interviews"),
            f"{field.interviews:,} interviews and {field.partial:,} partial ones, but {people:,} respondents",
            label="not the respondents",
            help="correct 'dispositions' or 'respondents'",
            also=[(("respondents",), f"{people:,} respondents")],
        )
