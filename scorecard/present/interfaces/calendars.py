"""Calendars to subscribe to: when figures come out, and planned work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.interfaces import Calendar, Event
from scorecard.present import addresses, outward
from scorecard.present.desk import Desk

RELEASES = addresses.CALENDARS + "releases.ics"
PLANNED_WORK = addresses.CALENDARS + "planned-work.ics"


def make(desk: Desk) -> Iterator[Calendar]:
    """Both calendars; each may be empty."""
    say, name = desk.words.say, desk.organisation.name
    what = say("The days on which we publish our trust figures, announced beforehand.")
    title = say("{name}: days of new trust figures", name=name)
    yield Calendar(RELEASES, title, what, desk.as_of, tuple(_releases(desk)))
    what = say("Work that we announced beforehand.")
    title = say("{name}: planned work", name=name)
    yield Calendar(PLANNED_WORK, title, what, desk.as_of, tuple(_planned(desk)))


def _releases(desk: Desk) -> Iterator[Event]:
    words, name = desk.words, desk.organisation.name
    ordered = sorted(desk.organisation.releases, key=lambda one: (one.at, one.quarter))
    coming = [one for one in ordered if one.at > desk.as_of]
    known = [*[one for one in ordered if one.at <= desk.as_of][-outward.NEWEST :], *coming[: outward.NEWEST]]
    for one in known:
        quarter = words.quarter(one.quarter)
        out = one.published if one.published is not None and one.published <= desk.as_of else None
        text = words.say("{name} publishes its trust figures of {quarter}.", name=name, quarter=quarter)
        if out is not None:
            text = words.say("Promised for {promised}.", promised=words.moment(one.at))
            text += " " + words.say("Published {published}.", published=words.moment(out))
        there = one.quarter in desk.quarters and one not in coming
        yield Event(
            uid=f"release-{one.quarter.slug}@{outward.host(desk)}",
            title=words.say("{name}: trust figures of {quarter}", name=name, quarter=quarter),
            text=text,
            link=outward.href(desk, addresses.quarter(one.quarter) if there else addresses.HOME),
            start=one.at,
            tags=(words.say("New figures"),),
        )


def _planned(desk: Desk) -> Iterator[Event]:
    found = []
    for entry in desk.records.incidents:
        one = entry.record
        begin = one.planned or (one.started if isinstance(one.started, datetime) else one.first_known)
        if not one.is_maintenance or begin is None:
            continue
        end = one.resolved if isinstance(one.resolved, datetime) and one.resolved > begin else None
        found.append(
            Event(
                uid=f"planned-work-{entry.id}@{outward.host(desk)}",
                title=desk.words.clip(one.title, 24, 140),
                text=one.description or one.title,
                link=outward.href(desk, addresses.incident(entry.id)),
                start=begin,
                end=end,
                tags=tuple(desk.organisation.systems.get(system, system) for system in one.systems),
            )
        )
    found.sort(key=lambda event: (event.start, event.uid))
    yield from found[-outward.NEWEST :]
