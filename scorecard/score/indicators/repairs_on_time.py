"""Whether repair actions were done by the day first promised.

What it measures
After an incident a company says what it will mend, so that it does not come again. Was each such action done in time?

How it is scored
An incident scores the mean of its actions that can be judged: done on time is 100, late is 0. The first due date
counts, at most 180 days after the incident. A later date that was agreed before the first one passed is worth half,
at most 180 days further on. An action that is not due yet is left out. The 180 days and the half are our choice.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. These weights are our choice.

Why
An apology is worth what follows from it. A date that moves quietly is not a date, so only the first one counts in full.

What it cannot show
It does not judge whether an action is enough. An incident without any action is not counted here.
"""

from __future__ import annotations

from dataclasses import replace

from scorecard.model.transparency import Fact
from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Repairs done on time"
FACT = "repairs on time"
LATER = "repairs given a later date before the first had passed"
#: What an action late against its first date, but in time against the agreed later one, is worth. Our choice.
RENEGOTIATED = 0.5


def read(view: View) -> Finding:
    """Average each incident's share of actions on time; the fact counts the actions themselves."""
    finding = over_incidents(view, _mark)
    due = sum(case.reading.repairs_due for case in view.cases)
    later = sum(case.reading.repairs_renegotiated for case in view.cases)
    return replace(
        finding,
        met=sum(case.reading.repairs_on_time for case in view.cases),
        of=due,
        also=(Fact("repairs-renegotiated", later, due, LATER),) if later else (),
    )


def _mark(case: Case) -> Mark | None:
    reading = case.reading
    if not reading.repairs_due:
        return None
    return Mark(100.0 * (reading.repairs_on_time + RENEGOTIATED * reading.repairs_renegotiated) / reading.repairs_due)
