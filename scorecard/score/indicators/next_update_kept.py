"""Whether a word that was promised for a certain time came by that time.

What it measures
Many updates say when the next one will come. For each incident it counts how many of these promises were kept.

How it is scored
An incident scores the share of its promises that were kept. A promise whose time has not come yet is not counted. An
incident without such a promise is left out, and so is one whose record says that its times are doubtful.

Incidents are averaged within each severity, then critical weighs 4, major 2, minor 1. Our own fault weighs double.
These weights are our choice.

Why
A small promise kept in the middle of trouble is what people remember.

What it cannot show
A company can avoid it by promising nothing. The longest silence then counts against its usual time between updates.
"""

from __future__ import annotations

from dataclasses import replace

from scorecard.score.view import Case, Finding, Mark, View, over_incidents

NAME = "Next-update promises kept"
FACT = "next updates that came when promised"


def read(view: View) -> Finding:
    """Average each incident's share of kept promises; the fact counts the promises themselves."""
    finding = over_incidents(view, _mark, own_fault_double=True)
    return replace(
        finding,
        met=sum(case.reading.next_updates_kept for case in view.cases),
        of=sum(case.reading.next_updates_promised for case in view.cases),
    )


def _mark(case: Case) -> Mark | None:
    promised = case.reading.next_updates_promised
    return Mark(100.0 * case.reading.next_updates_kept / promised) if promised else None
