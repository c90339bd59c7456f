"""How long customers were in the dark, from the start of an incident to the first word.

What it measures
The time from the start of an incident to our first public word. It runs whether we knew or not.

How it is scored
Up to 2 hours an incident scores 100, from 96 hours on 0. Between them every doubling costs the same. Both numbers are
our choice; they are wider than for the first notice, because looking takes time.

While no word is out, the time so far counts. Such a score is provisional and can only fall. An unknown start or notice
scores 0. Where the record says that its times are doubtful, they are left out: not scored, and not counted as worst.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. Our own fault weighs double.

Why
A company that does not look never knows, and so never has to tell. This clock runs all the same.

What it cannot show
Some harm begins slowly, and nobody can say when. The company sets the start, and a reader cannot check it.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Time in the dark"
FACT = "told soon after it began"


def read(view: View) -> Finding:
    """Average the scores of the time in the dark; the fact counts first words within the target."""
    return over_incidents(view, _mark, own_fault_double=True, unit="minutes")


def _mark(case: Case) -> Mark | None:
    reading = case.reading
    if reading.dark_score is None:
        return None
    undecided = reading.notice_open and reading.dark_score == 100
    return Mark(
        reading.dark_score,
        None if undecided else reading.dark_score == 100,
        reading.dark_minutes,
        reading.notice_open and reading.dark_minutes is not None,
    )
