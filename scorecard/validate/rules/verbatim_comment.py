"""Words of respondents, letter for letter.

Why
    People are known by what they tell: a job, a place, a name. Who answered was promised that nobody can tell who they
    are.

How to fix
    Leave the comments out, or tell in your own words what several people said. If nobody can be known from them,
    acknowledge verbatim-comment in mkdocs.yml: `scorecard build --strict` stops until then.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
    comments:
      - I am the only baker in the village and your fitter laughed at me.

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    note: Several people were unhappy with visits at home.
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, count

CODE = "SC707"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Any comment at all."""
    for entry in records.waves:
        if entry.record.comments:
            yield RULE.at(
                entry,
                ("comments", 0),
                f"{count(len(entry.record.comments), 'comment')} of respondents, letter for letter",
                label="can somebody be known from this?",
                help="leave comments out; if nobody can be known from them, acknowledge verbatim-comment in mkdocs.yml",
            )
