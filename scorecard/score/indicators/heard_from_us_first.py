"""Whether customers heard it from us before they heard it from others.

What it measures
For each incident: was the company's own word the first public one? Press, customers, partners and authorities count as
others.

How it is scored
Yes is 100, no is 0. An incident nobody was told of is left out until the limit of the first notice, then it counts as
no. An unknown time of the notice counts as no.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. Our own fault weighs double.
These weights are our choice.

Why
Bad news from others feels like bad news hidden. Telling it oneself costs the same facts and far less trust.

What it cannot show
The company states itself when others made it public. Talk in private groups may have come before.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Heard from us first"
FACT = "heard from us first"


def read(view: View) -> Finding:
    """Share of incidents that customers heard from the company first."""
    return over_incidents(
        view,
        _mark,
        own_fault_double=True,
    )


def _mark(case: Case) -> Mark | None:
    found = case.reading.told_first
    return None if found is None else Mark.of(found)
