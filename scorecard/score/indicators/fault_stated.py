"""Whether the company says plainly that it was at fault, where it was.

What it measures
For each incident that was the company's fault: does it say so in its own words?

How it is scored
Yes is 100, no is 0. A supplier's fault counts as ours, because customers chose us and not the supplier. A force of
nature is left out. A fault that is still unknown after 30 days counts as not owned; until then it is left out. The 30
days are our choice. An incident nobody was told of counts as no once the limit of the first notice is past.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. These weights are our choice.

Why
In tests, to deny a fault sometimes won back more trust than to say sorry (Kim and others, 2004). Owning a fault earns
points here because it is right, not because it pays.

What it cannot show
A reader cannot check whether the fault was put down honestly. The counts of ours, supplier, nature and unknown stand
beside it.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Fault stated plainly"
FACT = "fault owned"


def read(view: View) -> Finding:
    """Share of incidents of our own or a supplier's fault in which the company said so."""
    return over_incidents(view, _mark)


def _mark(case: Case) -> Mark | None:
    found = case.reading.fault_owned
    return None if found is None else Mark.of(found)
