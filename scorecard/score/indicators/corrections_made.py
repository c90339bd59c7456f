"""Whether the company soon put its own published errors right, and said so.

What it measures
Some published figures turn out to be wrong by our own mistake. For each it counts the days from the day the error was
found to the day it was put right in public.

How it is scored
Up to 2 days a correction scores 100, from 30 days on 0. Between them every doubling costs the same. Both numbers are
our choice. A figure that was changed without telling scores 0. While nothing is published, the days so far count, and
the score is provisional. All corrections weigh the same.

Why
Corrections score up, so hiding an error costs more than mending it.

What it cannot show
Errors nobody found are not here. A reader who finds one can write to the company.
"""

from __future__ import annotations

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records.registers import Correction
from scorecard.score.classes import plain
from scorecard.score.clocks import DAY, duration_score, median
from scorecard.score.view import Finding, View

NAME = "Own errors corrected with notice"
FACT = "own errors corrected in time"


def read(view: View) -> Finding:
    """Average the scores of our own mistakes found in the window; sizes are days."""
    ours = [e.record for e in view.records.corrections if e.record.label == "C" and view.holds_day(e.record.found)]
    if not ours:
        return Finding(reason=Reason(ReasonCode.NOT_TESTED, "no_error"), unit="days")
    scores = [_score(one, view) for one in ours]
    clocks = [(_days(one, view), view.cutoff.seen_day(one.published)) for one in ours]
    return Finding(
        plain(scores),
        cases=len(ours),
        met=scores.count(100.0),
        of=len(scores),
        provisional=any(not ended and score > 0 for (_, ended), score in zip(clocks, scores, strict=True)),
        median=median(clocks),
        worst=max(days for days, _ in clocks),
        unit="days",
    )


def _days(correction: Correction, view: View) -> float:
    end = correction.published if view.cutoff.seen_day(correction.published) else view.cutoff.day
    return float(max(0, (end - correction.found).days))


def _score(correction: Correction, view: View) -> float:
    rule = view.method.durations["correction"]
    if correction.notice == "none":
        return 0.0
    return duration_score(_days(correction, view), rule.target / DAY, rule.limit / DAY)
