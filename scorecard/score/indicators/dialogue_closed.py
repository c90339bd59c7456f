"""Whether those who asked were told what changed.

What it measures
People ask questions and make proposals. For each one it looks at the answer. Does it say what changed, or why nothing
will?

How it is scored
Yes is 100. An answer that promises a change without naming it is 0, and so is a refusal without a reason. An item that
is open counts as 0 after 10 working days; until then it is left out. The 10 days are our choice. A plain question that
only needed an answer, and got one, is left out.

Why
People stop asking where asking changes nothing. Saying "we will not, because" respects them more than silence.

What it cannot show
The company chooses which items it publishes here.
"""

from __future__ import annotations

from scorecard.model.records.registers import Dialogue
from scorecard.score.classes import share
from scorecard.score.clocks import DAY, working_days_after
from scorecard.score.registers import is_open
from scorecard.score.view import Finding, View, over_register

NAME = "Dialogue closed with what changed"
FACT = "questions closed with what changed"


def read(view: View) -> Finding:
    """Share of the items asked in the window that were closed with a change or a reason."""
    items = [entry.record for entry in view.records.dialogue if view.holds_day(entry.record.asked)]
    closed = [found for item in items if (found := _closed(item, view)) is not None]
    average = share(sum(closed), len(closed)) if closed else None
    return over_register(average, sum(closed), len(closed), register="dialogue", published=bool(view.records.dialogue))


def _closed(item: Dialogue, view: View) -> bool | None:
    if is_open(item, view.cutoff):
        allowed = round(view.method.durations["enquiry"].limit / DAY)
        return False if view.cutoff.day > working_days_after(item.asked, allowed) else None
    if item.outcome == "changed":
        return item.changed is not None
    return item.because is not None if item.outcome == "declined-because" else None
