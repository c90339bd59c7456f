"""Whether figures were published on the day that had been announced.

What it measures
The company announces when each quarter's figures come out. For each day that has come: were they out on that day?

How it is scored
On the day is 100, on any other day or not at all is 0. Where nothing else is stated, the survey's own time of
publication counts. All days weigh the same.

Why
Bad figures must not come out late, and good ones must not come out early.

What it cannot show
It does not say how long before its release the company knew the figures.
"""

from __future__ import annotations

from datetime import datetime

from scorecard.model.records.organisation import Release
from scorecard.score.classes import share
from scorecard.score.view import Finding, View, over_register

NAME = "Releases on the announced day"
FACT = "releases on the announced day"


def read(view: View) -> Finding:
    """Share of the releases announced for the window that came out on their day."""
    due = [release for release in view.organisation.releases if view.holds_moment(release.at)]
    on_day = [_on_the_day(release, view) for release in due]
    average = share(sum(on_day), len(on_day)) if on_day else None
    published = bool(view.organisation.releases)
    return over_register(average, sum(on_day), len(on_day), register="releases", published=published)


def _on_the_day(release: Release, view: View) -> bool:
    published = release.published or _with_the_wave(release, view)
    return (
        published is not None
        and view.cutoff.seen(published)
        and view.almanac.day(published) == view.almanac.day(release.at)
    )


def _with_the_wave(release: Release, view: View) -> datetime | None:
    """When the quarter's customer survey came out; a survey without a time of its own comes out with the release."""
    waves = (e.record for e in view.records.waves if e.record.quarter == release.quarter)
    wave = next((one for one in waves if one.audience == "customers" and one.kind == "quarterly"), None)
    return None if wave is None else wave.publish_at or release.at
