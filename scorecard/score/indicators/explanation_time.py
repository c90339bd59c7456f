"""How many days it took to publish the explanation of a critical or major incident.

What it measures
The days from the end of the incident to the day its explanation was published.

How it is scored
Up to 7 days an incident scores 100, from 30 days on 0. Between them every doubling costs the same. Both numbers are our
choice. While no explanation is out, the days so far count. Such a score is provisional and can only fall.

An incident that is still open is left out. Where nobody wrote down the end, the last public word counts as the end.
Where the record says that its times are doubtful, the days are left out: not scored, and not counted as worst.

Incidents are averaged within each severity, then critical weighs 4, major 2. These weights are our choice.

Why
People must decide now how far they trust a service. A reason that comes months later does not help them.

What it cannot show
A quick explanation can be a thin one. Read it: the incident's page links to it.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Days to the explanation"
FACT = "explanation within the target"


def read(view: View) -> Finding:
    """Average the scores of the days to the explanation; sizes are days."""
    return over_incidents(view, _mark, unit="days")


def _mark(case: Case) -> Mark | None:
    reading = case.reading
    if not case.is_serious or reading.explanation_score is None:
        return None
    undecided = reading.explanation_open and reading.explanation_score == 100
    met = None if undecided else reading.explanation_score == 100
    return Mark(reading.explanation_score, met, reading.explanation_days, reading.explanation_open)
