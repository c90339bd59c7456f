"""Whether the same cause came back within a year.

What it measures
Many incidents have a stated cause. It looks whether the same cause had led to another one in the 12 months before.

How it is scored
A cause that was new is 100, a repeat is 0. The 12 months are our choice. Incidents without a stated cause are left out,
and so are forces of nature, which nobody can mend. Where nobody knows whose fault it was, only a repeat is counted.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. These weights are our choice.

Why
Everybody makes mistakes. Making the same one again shows that the first was not put right.

What it cannot show
Causes come from the company's own list. A list with very fine causes finds fewer repeats.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Not a repeat"
FACT = "not a repeat of an earlier cause"


def read(view: View) -> Finding:
    """Share of incidents whose cause had not come before."""
    return over_incidents(view, _mark)


def _mark(case: Case) -> Mark | None:
    found = case.reading.repeat
    return None if found is None else Mark.of(not found)
