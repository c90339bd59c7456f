"""The effect of a decision was to be checked, or was seen, before it was decided.

Why
    A decision shows in customers' lives only after it is made. Mostly the year is mistyped.

How to fix
    Correct `decided`, `check_by` or the day of `seen_effect`.

Wrong
    # data/decisions/fewer-counters.yml
    title: Two of five counters closed
    decided: 2026-02-01
    what: The counters in the south close.
    why: Few people came.
    expected_effect: Some customers travel further.
    check_by: 2025-09-30

Right
    # data/decisions/fewer-counters.yml
    title: Two of five counters closed
    decided: 2026-02-01
    what: The counters in the south close.
    why: Few people came.
    expected_effect: Some customers travel further.
    check_by: 2026-09-30
"""

from collections.abc import Iterator
from datetime import date, datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC568"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The day of the check and the day the effect was seen, against the day of the decision."""
    for entry in records.decisions:
        one = entry.record
        days: list[tuple[Loc, date, str]] = [(("check_by",), one.check_by, "to be checked by")]
        if one.seen_effect is not None:
            days.append((("seen_effect", "at"), one.seen_effect.at, "seen on"))
        for loc, day, words in days:
            if day < one.decided:
                yield RULE.at(
                    entry,
                    loc,
                    f"the effect was {words} {day}, before it was decided on {one.decided}",
                    label="before the decision",
                    help=f"correct 'decided' or '{loc[0]}'",
                    also=[(("decided",), "decided here")],
                )
