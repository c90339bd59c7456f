"""Why a relation is called as it is: every branch of every rule has its sentence with its numbers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from scorecard.model.quarters import Quarter
from scorecard.model.states import StateName
from scorecard.model.trust import Fielding
from scorecard.present.words import Words, states
from tests.present import made, readable

W = Words()
BROKE = Quarter(2025, 1)
FACTS: dict[str, float | int | str] = {
    "x": 6.31,
    "lo": 6.12,
    "hi": 6.51,
    "measure": "T",
    "line": 7.0,
    "needed": 7.2,
    "below": 5.5,
    "floor": 4.0,
    "weakest": 4.8,
    "weakest_id": "openness",
    "weakest_limit": 5.0,
    "limit": 1.5,
    "low": 6.8,
    "guarded_line": 5.5,
    "drop": 6.02,
    "least_drop": 5.41,
    "from": 9.0,
    "to": 2.98,
    "lowest": 3.4,
    "rise": 1.2,
    "least_rise": 0.9,
    "published": 2,
    "overdue": 1,
    "least_needed": 0.5,
    "before": 5.9,
    "change": -0.6,
    "change_hi": -0.1,
    "since_break": 5,
    "partner_after": 4,
    "guarded_after": 8,
    "mean": 6.9,
    "pooled_lo": 6.7,
    "silent": 2,
}


def why(name: StateName, detail: str, facts: dict[str, float | int | str] | None = None, **more: Any) -> str:
    now = made.quarter(
        state=made.state(name, detail=detail, facts=FACTS | (facts or {}), broke=BROKE, measured=Quarter(2026, 1)),
        **more,
    )
    return states.why(W, now)


@pytest.mark.parametrize(
    ("name", "detail", "text"),
    [
        (StateName.GUARDED, "lower_end", "We call this guarded because the lower end, 6.1, is under 7."),
        (StateName.GUARDED, "margin", "We call this guarded because the score, 6.3, is under 7.2."),
        (
            StateName.GUARDED,
            "weakest",
            "We call this guarded because one part, openness, stands at 4.8, under 5.",
        ),
        (StateName.GUARDED, "no_trust", "The parts of trust have no score, so we go no further than guarded."),
        (StateName.GUARDED, "upper_end", "We call this guarded because even the upper end, 6.5, is under 7."),
        (
            StateName.GUARDED,
            "twice",
            "We call this guarded because the score was 6.8 or less twice running: 5.9, then 6.3.",
        ),
        (
            StateName.GUARDED,
            "pooled",
            "We call this guarded because four quarters together lie at 6.9, and their lower end is 6.7.",
        ),
        (
            StateName.GUARDED,
            "time",
            "5 quarters after the break, the lower end, 6.1, is 5.5 or more.",
        ),
        (StateName.PARTNER, "partner", "We call this partner because even the lower end, 6.1, is 7 or more."),
        (StateName.PARTNER, "holds", "It stays so for now: the upper end, 6.5, is 7 or more."),
        (
            StateName.PARTNER,
            "healed",
            "5 quarters after the break, the lower end was 7 or more twice running.",
        ),
        (
            StateName.BROKEN,
            "drop",
            "It fell by about 6.0 (very likely at least 5.4) from 9.0 and is wholly below 5.5.",
        ),
        (StateName.BROKEN, "deep_distrust", "This is deep distrust: even the upper end, 6.5, is under 4."),
        (StateName.BROKEN, "no_rise", "Trust broke in Q1 2025. It has not risen by 0.5 beyond chance since."),
        (
            StateName.BROKEN,
            "no_action",
            "Trust broke in Q1 2025. It has risen since, but we have published no repair.",
        ),
        (
            StateName.BROKEN,
            "overdue",
            "Trust broke in Q1 2025. It has risen since, but 1 repair is past its date.",
        ),
        (
            StateName.BROKEN,
            "repeat",
            "The same cause came back after we said it was mended, so trust is broken again.",
        ),
        (StateName.BROKEN, "fall", "It fell again, from 5.9, and is wholly below 5.5."),
        (StateName.BROKEN, "unusable", "Last measured well enough in Q1 2026. Silence does not heal."),
        (
            StateName.RECOVERING,
            "rise",
            "Trust broke in Q1 2025. It rose by about 1.2 (very likely at least 0.9) from 3.4. "
            "2 repairs are published and on time.",
        ),
        (
            StateName.RECOVERING,
            "waiting",
            "Trust broke in Q1 2025. That is 5 quarters ago. "
            "Partner needs a lower end of 7 twice running; ours is 6.1.",
        ),
        (StateName.GUARDED, "unusable", "Last measured well enough in Q1 2026."),
        (
            StateName.UNKNOWN,
            "lapsed",
            "The last good measurement was in Q1 2026. That is too long ago.",
        ),
        (StateName.UNKNOWN, "never", "No score so far can carry a verdict."),
        (
            StateName.GUARDED,
            "marked",
            "The survey changed, but even the upper end, 6.5, is under 7.",
        ),
    ],
)
def test_each_branch_has_its_sentence_with_its_numbers(name: StateName, detail: str, text: str) -> None:
    """The word of a state always stands with the rule that gave it."""
    assert why(name, detail) == text
    assert readable.longest(text) <= readable.MOST_WORDS


@pytest.mark.parametrize(
    ("since", "needs"), [(1, "Partner needs 4 quarters and"), (9, "The word guarded needs a lower end of 5.5")]
)
def test_recovering_says_what_it_waits_for(since: int, needs: str) -> None:
    """First time, then the lower end, then the way back to guarded."""
    assert needs in why(StateName.RECOVERING, "waiting", {"since_break": since})


def test_the_direct_answer_is_named_where_it_decides() -> None:
    """The reader sees T; the rule looked at S."""
    text = why(StateName.GUARDED, "lower_end", {"measure": "S"})
    assert text == "We call this guarded because the lower end of the direct answers, 6.1, is under 7."


def test_an_opt_in_start_gives_no_verdict() -> None:
    """Those who chose to answer carry no state."""
    now = made.quarter(state=made.state(StateName.UNKNOWN, detail="never"), fielding=Fielding("opt-in"))
    assert states.why(W, now) == "Only those who chose to answer were asked, so we give no verdict."


def test_an_unknown_branch_names_its_rule() -> None:
    """A new branch of the rules never leaves a hole on the page."""
    assert why(StateName.GUARDED, "something-new") == "Rule R6 of the method gives this word."


def test_a_missing_number_does_not_break_the_page() -> None:
    """Facts that a rule did not give are shown as a question mark, never as a traceback."""
    now = made.quarter(state=made.state(StateName.BROKEN, detail="drop", facts={}))
    assert re.search(r"\?", states.why(W, now))
