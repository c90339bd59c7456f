"""Whether customers were told what they should do.

What it measures
Did the company tell people what they should do, or that there was nothing to do? It looks at each incident.

How it is scored
Yes is 100, nothing stated is 0. An incident marked as not applicable with its reason is left out. An incident nobody
was told of counts as no once the limit of the first notice is past.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. Our own fault weighs double.
These weights are our choice.

Why
The first question of anybody who hears of trouble is: what about me? News without advice leaves people alone.

What it cannot show
It does not judge whether the advice was right, or came in time to help.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Told what to do"
FACT = "told what to do"


def read(view: View) -> Finding:
    """Share of incidents in which customers were told what to do."""
    return over_incidents(
        view,
        _mark,
        own_fault_double=True,
    )


def _mark(case: Case) -> Mark | None:
    found = case.reading.told_what_to_do
    return None if found is None else Mark.of(found)
