"""Whether risks, and the effects of decisions, were looked at again when that was due.

What it measures
Each published risk names the day of its next review. Each decision about service and cost names the day by which its
effect on customers is looked at.

How it is scored
A risk that is not overdue is 100, an overdue one 0. A risk nobody has looked at yet, and whose day has not come, is
left out. A decision whose effect was looked at by its day is 100. One that was late, or still is, is 0. All weigh the
same.

Why
A list of risks that nobody reads again is decoration. Saving money is fair only if somebody checks what it did.

What it cannot show
Risks that are not on the list are not here. Each incident says whether it was on it.
"""

from __future__ import annotations

from scorecard.model.records.registers import Decision
from scorecard.score.classes import share
from scorecard.score.registers import effect_overdue, looks, review_overdue
from scorecard.score.view import Finding, View, over_register

NAME = "Risks and decisions reviewed when due"
FACT = "reviews done when due"


def read(view: View) -> Finding:
    """Share of risks not overdue, and of decisions whose effect was looked at by its day."""
    risks, decisions = view.records.risks, view.records.decisions
    done = []
    for entry in risks:
        overdue = review_overdue(entry.record, view.cutoff)
        if overdue or looks(entry.record, view.cutoff):
            done.append(not overdue)
    done += [found for entry in decisions if (found := _checked(entry.record, view)) is not None]
    average = share(sum(done), len(done)) if done else None
    return over_register(average, sum(done), len(done), register="risks", published=bool(risks or decisions))


def _checked(decision: Decision, view: View) -> bool | None:
    """Was the effect looked at by its day? None: not due in the window."""
    due = decision.check_by
    if effect_overdue(decision, view.cutoff):
        return False
    if not view.holds_day(due) or decision.seen_effect is None or not view.cutoff.seen_day(decision.seen_effect.at):
        return None
    return decision.seen_effect.at <= due
