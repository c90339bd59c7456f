"""Calendars tell announced days and planned work, and lead only to pages that are there."""

from __future__ import annotations

from scorecard.present.interfaces import calendars
from tests.present import made

RELEASES = [
    {"quarter": "2026-Q3", "at": "2026-10-20T10:00+02:00", "published": "2026-10-21T10:00+02:00"},
    {"quarter": "2026-Q4", "at": "2027-01-20T10:00+01:00", "published": "2027-01-20T10:00+01:00"},
]


def test_releases_are_events_with_ids_that_stay() -> None:
    """What was late says so; a page that is not out yet has no link, and a day to come is not told as done."""
    desk = made.desk(known=made.records(organisation=made.organisation(releases=RELEASES)))
    releases, _ = calendars.make(desk)
    past, coming = releases.events
    assert (past.uid, past.link) == (
        "release-2026-q3@trust.example.org",
        "https://trust.example.org/quarters/2026-q3/",
    )
    assert past.text == "Promised for 20 October 2026, 10:00. Published 21 October 2026, 10:00."
    assert (coming.link, coming.text) == (
        "https://trust.example.org/",
        "Example Water publishes its trust figures of Q4 2026.",
    )


def test_planned_work_has_its_end_where_it_is_known() -> None:
    """Incidents are none; a calendar holds 50 past ones at most."""
    work = {"kind": "maintenance", "fault": "unknown", "planned": "2026-10-30T08:00Z", "resolved": "2026-10-30T09:00Z"}
    known = made.records(incidents=(made.incident("a"), *(made.incident(f"w-{n}", **work) for n in range(60))))
    _, planned = calendars.make(made.desk(known=known))
    assert len(planned.events) == 50
    one = planned.events[0]
    assert one.end is not None and (one.end - one.start).total_seconds() == 3600
