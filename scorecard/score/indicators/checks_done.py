"""Whether customers were asked as often as the company had planned.

What it measures
The company names the quarters in which it will ask customers. For each: was the survey done?

How it is scored
Done is 100, not done is 0. A planned survey counts as not done once the day of its release has passed. Where no such
day was named, it counts as not done at the end of the next quarter. A survey without a single answer is not done. All
weigh the same.

Why
It is tempting not to ask in a bad quarter. A planned survey that was not done lowers this score, never the trust score.

What it cannot show
It does not judge how well people were asked. Who was asked, and how many answered, stands beside the trust score.
"""

from __future__ import annotations

from scorecard.model.quarters import Quarter
from scorecard.model.records.survey import Wave
from scorecard.score.classes import share
from scorecard.score.view import Finding, View, over_register

NAME = "Satisfaction checks done as planned"
FACT = "planned surveys done"


def read(view: View) -> Finding:
    """Share of the planned customer surveys of the window that were done."""
    planned = sorted({quarter for quarter in view.organisation.waves_planned if view.holds(quarter)})
    fielded = {entry.record.quarter for entry in view.records.waves if _fielded(entry.record, view)}
    done = [found for quarter in planned if (found := _done(quarter, fielded, view)) is not None]
    average = share(sum(done), len(done)) if done else None
    published = bool(view.organisation.waves_planned)
    return over_register(average, sum(done), len(done), register="checks", published=published)


def _fielded(wave: Wave, view: View) -> bool:
    """True for a quarterly survey of customers that got answers and was over by the cut-off."""
    ended = wave.fieldwork.to if wave.fieldwork else None
    asked = any(question.missing is None for question in wave.questions)
    in_time = ended is None or view.cutoff.seen_day(ended)
    return wave.audience == "customers" and wave.kind == "quarterly" and asked and in_time


def _done(quarter: Quarter, fielded: set[Quarter], view: View) -> bool | None:
    if quarter in fielded:
        return True
    release = next((one.at for one in view.organisation.releases if one.quarter == quarter), None)
    if release is not None:
        return False if view.cutoff.seen(release) else None
    end_of_next = view.almanac.calendar.end(quarter.plus(1))
    return False if view.cutoff.seen_day(end_of_next) else None
