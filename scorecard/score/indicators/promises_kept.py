"""Whether public promises were kept when they were due, or a new date was agreed before.

What it measures
Each promise with a due date in the window: kept, or openly given a later date before the first one passed?

How it is scored
Yes is 100, no is 0. A promise that was only partly kept is 0. A promise without a measure counts as broken at its due
date. After the due date there are 30 days to measure and rate it; then it counts as broken too. The 30 days are our
choice. All promises weigh the same.

Why
A promise is the plainest thing a company can be held to. Naming a new date in time is honest; letting it slip is not.

What it cannot show
Easy promises are easy to keep. Read what was promised, and how it was measured.
"""

from __future__ import annotations

from scorecard.score.classes import share
from scorecard.score.registers import due_dates, kept_in_time
from scorecard.score.view import Finding, View, over_register

NAME = "Promises kept when due"
FACT = "promises kept or given a new date in time"


def read(view: View) -> Finding:
    """Share of the promises due in the window that were kept or renegotiated in time."""
    kept = []
    for entry in view.records.promises:
        dues = [day for day in due_dates(entry.record, view.cutoff) if view.holds_day(day) and day < view.cutoff.day]
        found = kept_in_time(entry.record, view.cutoff, dues[-1]) if dues else None
        if found is not None:
            kept.append(found)
    average = share(sum(kept), len(kept)) if kept else None
    return over_register(average, sum(kept), len(kept), register="promises", published=bool(view.records.promises))
