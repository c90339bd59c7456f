"""How long customers waited for the first word, from the moment anyone in the company knew.

What it measures
The time from the moment the company first knew of an incident to its first public word. The clock starts when anyone
in the company knew, not when a manager did.

How it is scored
Up to the target an incident scores 100, from the limit on 0. Between them every doubling of the wait costs the same.
The target is 30 minutes for service and billing, and the limit 24 hours. Personal data: 4 and 72 hours. Safety: 1 and
72 hours. Other: 24 and 96 hours. The 72 hours are the legal limit to the authority; all other numbers are our choice.

While no word is out, the time so far counts. Such a score is provisional and can only fall. A word that came only
after the end counts with its whole time, never as instant. Where a required time is unknown the incident scores 0.
Where the record itself says that its times are doubtful, they are left out: not scored, and not counted as worst.

Incidents are averaged within each severity. Then critical weighs 4, major 2, minor 1. Within a severity our own fault
weighs double. These weights are our choice. Where nobody knows the fault, it weighs whatever makes the figure lower.

Why
People can protect themselves only from what they know. With equal steps per hour, two hours and four hours would look
almost alike. That is why the first hours count most.

What it cannot show
A reader cannot check when the company really knew. The time in the dark stands beside it, because it must not pay not
to look.
"""

from __future__ import annotations

from dataclasses import replace

from scorecard.model.transparency import Fact
from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Time to the first notice"
FACT = "told in time"
AFTER = "told only after the end"


def read(view: View) -> Finding:
    """Average the scores of the first notice; the fact counts notices within the company's own promise."""
    finding = over_incidents(view, _mark, own_fault_double=True, unit="minutes")
    after = sum(case.reading.told_after_end for case in view.cases)
    return replace(finding, also=(Fact("told-after-end", after, len(view.cases), AFTER),) if after else ())


def _mark(case: Case) -> Mark | None:
    reading = case.reading
    if reading.notice_score is None:
        return None
    kept = False if reading.notice_minutes is None else reading.kept
    return Mark(reading.notice_score, kept, reading.notice_minutes, reading.notice_open)
