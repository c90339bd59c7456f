"""Whether the people an incident touched got word of it themselves.

What it measures
For each incident: did the affected customers get a message of their own, not only a note on a page?

How it is scored
Yes is 100, no is 0. Nothing stated counts as no. An incident that touched no customer is left out, as is one marked as
not applicable with its reason. An incident nobody was told of counts as no once the limit of the first notice is past.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. Our own fault weighs double.
These weights are our choice.

Why
Few people read a status page. Whoever is harmed should not have to look for the news.

What it cannot show
It does not say whether the message arrived, or whether it was easy to understand.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Affected customers told directly"
FACT = "affected customers told directly"


def read(view: View) -> Finding:
    """Share of incidents whose affected customers were told directly."""
    return over_incidents(
        view,
        _mark,
        own_fault_double=True,
    )


def _mark(case: Case) -> Mark | None:
    found = case.reading.told_directly
    return None if found is None else Mark.of(found)
