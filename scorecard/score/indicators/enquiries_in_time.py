"""How many people who wrote or called got an answer in the promised time.

What it measures
The company promises an answer within some working days. This is the share of all enquiries that got one by then.

How it is scored
The share is the score, 0 to 100. Enquiries that are still open count as not answered. A promise of more than 10 working
days is no promise and scores 0. The 10 days are our choice.

Why
Most people meet a company only when they ask it something. A prompt answer is the everyday form of openness.

What it cannot show
The counts come from the company, and an answer in time may still be no help.
"""

from __future__ import annotations

from scorecard.model.records import quarter_of_id
from scorecard.score.classes import share
from scorecard.score.clocks import DAY
from scorecard.score.view import Finding, View, over_register

NAME = "Enquiries answered in time"
FACT = "enquiries answered in the promised time"


def read(view: View) -> Finding:
    """Share of the enquiries of the window that were answered in time."""
    files = [entry.record for entry in view.records.enquiries if view.holds(quarter_of_id(entry.id))]
    received = sum(one.received for one in files)
    promised, limit = view.organisation.enquiries.promised_working_days, view.method.durations["enquiry"].limit / DAY
    in_time = min(received, sum(one.answered_in_time for one in files)) if promised <= limit else 0
    average = share(in_time, received) if received else None
    return over_register(average, in_time, received, register="enquiries", published=bool(view.records.enquiries))
