"""How long the longest silence was, next to how often we had promised a word.

What it measures
While an incident lasts, people wait for the next word. It takes the longest wait of each incident and holds it against
what had been promised.

How it is scored
The promise is the usual time between updates for that severity. Where the last word named a sooner moment, that
counts. A silence as long as promised scores 100. From 8 times the promise on it scores 0. Between them every doubling
costs the same. The limit of 8 is our choice.

Silence is counted from the first word to the end. Where no word came before the end, it is counted from the moment the
company knew. While an incident is open its last silence still grows, so the score is provisional. An unknown time of
the notice scores 0. Where the record says that its times are doubtful, they are left out: not scored, not worst.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. Our own fault weighs double.

Why
People who wait want to know that somebody is at work. A promise of the next word lets them do something else.

What it cannot show
It does not judge what was said. A word without content breaks the silence too.
"""

from __future__ import annotations

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Longest silence"
FACT = "never silent longer than promised"


def read(view: View) -> Finding:
    """Average the scores of each incident's longest silence; sizes are minutes of that silence."""
    return over_incidents(view, _mark, own_fault_double=True, unit="minutes")


def _mark(case: Case) -> Mark | None:
    reading = case.reading
    if reading.silence_score is None:
        return None
    undecided = reading.silence_open and reading.silence_score == 100
    return Mark(
        reading.silence_score,
        None if undecided else reading.silence_score == 100,
        reading.longest_silence_minutes,
        reading.silence_open,
    )
