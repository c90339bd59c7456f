"""A promise marked as kept, without a proof.

Why
    Readers should not have to believe it. A link to a figure, a page or a report lets them look for themselves.

How to fix
    Add `proof` with a public address to the state, or to the promise.

Wrong
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-03-31
    measure: Share of letters answered within one working day.
    history:
      - {at: 2026-03-30, state: kept}

Right
    # data/promises/answer-within-a-day.yml
    title: Every letter is answered within a day
    made: 2026-01-10
    due: 2026-03-31
    measure: Share of letters answered within one working day.
    history:
      - {at: 2026-03-30, state: kept, proof: "https://example.org/letters"}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC554"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The last state is kept, and nothing to look at."""
    for entry in records.promises:
        one = entry.record
        last = one.history[-1] if one.history else None
        if last is not None and last.state == "kept" and last.proof is None and one.proof is None:
            yield RULE.at(
                entry,
                ("history", len(one.history) - 1),
                "this promise is marked as kept, but readers cannot check it",
                label="where is the proof?",
                help="add 'proof:' with a public address",
            )
