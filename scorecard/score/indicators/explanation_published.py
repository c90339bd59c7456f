"""Whether people can read why each critical or major incident came about.

What it measures
For each critical or major incident that is over: can anybody read why it happened?

How it is scored
Yes is 100, no is 0. An explanation that is missing counts as no once 30 days have passed since the end. Until then the
incident is left out. The 30 days are our choice, close to the one month that financial rules allow for a final report.
An incident marked as not applicable with its reason is left out.

Incidents are averaged within each severity, then critical weighs 4, major 2. These weights are our choice.

Why
An explanation shows that somebody looked for the cause. Without one, people must guess whether it will come again.

What it cannot show
It does not judge whether the explanation is true or complete.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Explanation published"
FACT = "explanation published"


def read(view: View) -> Finding:
    """Share of critical and major incidents with a published explanation."""
    return over_incidents(view, _mark)


def _mark(case: Case) -> Mark | None:
    published = case.reading.explanation_published
    return Mark.of(published) if case.is_serious and published is not None else None
