"""One quarter: every audience's scores by part and question, what changed, how open we were, who was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from scorecard.model.pages import Json, Later, Page
from scorecard.model.quarters import Quarter
from scorecard.present import addresses, linked
from scorecard.present.desk import Context, Desk
from scorecard.present.views import audience_quarter, changes, incident_line, openness, vintages
from scorecard.present.views.audience_quarter import AudienceQuarter
from scorecard.present.views.incident_line import IncidentLine
from scorecard.present.views.openness import Openness
from scorecard.present.views.vintages import Version
from scorecard.present.words import events, headline
from scorecard.present.words.headline import Headline

PLACE = 11


@dataclass(frozen=True, slots=True)
class QuarterPage(Context):
    """One quarter. `customers` is None where they were not asked; `others` holds the further audiences asked then."""

    name: str
    months: str
    headline: Headline
    published: str
    current: bool
    customers: AudienceQuarter | None
    others: tuple[AudienceQuarter, ...]
    after_contact: AudienceQuarter | None
    openness: Openness | None
    openness_changes: tuple[str, ...]
    incidents: tuple[IncidentLine, ...]
    incidents_href: str
    maintenances: str
    enquiries: str
    enquiries_comment: str
    previous: str
    previous_name: str
    next: str
    next_name: str
    linked: Mapping[str, Json]
    versions: tuple[Version, ...] = ()  # as it was published, the first one first
    withdrawn: str = ""  # that a score was published and is no more


def make(desk: Desk) -> Iterator[Page]:
    """A page per quarter, newest first."""
    for quarter in reversed(desk.quarters):
        yield _page(desk, quarter)


def _page(desk: Desk, quarter: Quarter) -> Page:
    words = desk.words
    facts = events.worst(words, desk.happened(quarter), desk.broken_promises(quarter), bool(desk.incidents))
    found = headline.make(words, desk.customers, quarter, facts)
    wave = desk.wave("customers", quarter)
    day = desk.released_on(quarter)
    return Page(
        uri=addresses.quarter(quarter),
        kind="quarter",
        title=words.quarter(quarter),
        template="quarter.html.jinja",
        context=Later(partial(context, desk, quarter, found)),
        updated=words.local(day).date() if day is not None else desk.today,
        description=found.main,
        source=wave.file if wave is not None else None,
        parent=addresses.QUARTERS,
        summary=" ".join(found.sentences),
        language=words.language,
    )


def context(desk: Desk, quarter: Quarter, found: Headline) -> QuarterPage:
    """All that the template of a quarter is given."""
    words, now = desk.words, desk.trust("customers", quarter)
    return QuarterPage(
        words=words,
        say=words.say,
        frame=desk.frame,
        name=words.quarter(quarter),
        months=desk.months(quarter),
        headline=found,
        published=_published(desk, quarter),
        current=quarter == desk.quarter,
        customers=audience_quarter.make(desk, now) if now is not None else None,
        others=tuple(
            audience_quarter.make(desk, one)
            for series in desk.scorecard.series
            if series.audience != "customers" and (one := series.at(quarter)) is not None and one.fielding is not None
        ),
        after_contact=_after_contact(desk, quarter),
        openness=openness.make(desk, quarter),
        openness_changes=changes.openness_sentences(desk, quarter),
        incidents=tuple(
            incident_line.make(desk, entry)
            for entry in desk.incidents_by_quarter.get(quarter, ())[: addresses.PAGE_SIZE]
        ),
        incidents_href=addresses.incidents_of(quarter),
        maintenances=_maintenances(desk, quarter),
        enquiries=_enquiries(desk, quarter),
        enquiries_comment=_enquiries_comment(desk, quarter),
        linked=linked.graph(linked.organisation(desk), linked.report(desk, quarter, found.main)),
        versions=vintages.versions(desk, quarter),
        withdrawn=_withdrawn(desk, quarter),
        **_neighbours(desk, quarter),
    )


def _published(desk: Desk, quarter: Quarter) -> str:
    words, day, release = desk.words, desk.released_on(quarter), desk.release(quarter)
    if day is None:
        if release is None or release.at > desk.as_of:
            return ""
        due = words.day(release.at)
        return words.say("{quarter} was due on {day} and is not published.", quarter=words.quarter(quarter), day=due)
    text = words.say("Published {day}.", day=words.day(day))
    if release is not None and words.local(day).date() > words.local(release.at).date():
        text += " " + words.say("We had promised {day}.", day=words.day(release.at))
    return text


def _withdrawn(desk: Desk, quarter: Quarter) -> str:
    now = desk.trust("customers", quarter)
    before = [asked for one in vintages.of(desk, quarter) for name, asked in one.trust.items() if name == "customers"]
    if (now is not None and now.shown.score is not None) or all(one.shown.score is None for one in before):
        return ""
    return desk.words.say("We had published a score for this quarter. We have taken it back.")


def _after_contact(desk: Desk, quarter: Quarter) -> AudienceQuarter | None:
    found = next((one for one in desk.scorecard.after_contact if one.quarter == quarter), None)
    return audience_quarter.make(desk, found) if found is not None else None


def _maintenances(desk: Desk, quarter: Quarter) -> str:
    one = desk.scorecard.transparency_at(quarter)
    number = one.incidents.maintenances if one is not None else 0
    if not number:
        return ""
    return desk.words.count(
        "{n} planned work, not counted as an incident.", "{n} planned works, not counted as incidents.", number
    )


def _enquiries(desk: Desk, quarter: Quarter) -> str:
    words = desk.words
    for entry in desk.records.enquiries:
        if desk.enquiries_quarter(entry.id) == quarter:
            record = entry.record
            text = words.say(
                "{received} people wrote or called; {met} had an answer within {days} working days.",
                received=words.number(record.received),
                met=words.number(record.answered_in_time),
                days=desk.organisation.enquiries.promised_working_days,
            )
            if record.open:
                text += " " + words.count("{n} still waits.", "{n} still wait.", record.open)
            return text
    return ""


def _enquiries_comment(desk: Desk, quarter: Quarter) -> str:
    found = (one.record for one in desk.records.enquiries if desk.enquiries_quarter(one.id) == quarter)
    return next((one.company_comment or "" for one in found), "")


def _neighbours(desk: Desk, quarter: Quarter) -> dict[str, str]:
    words, known = desk.words, set(desk.quarters)
    before, after = quarter.plus(-1), quarter.plus(1)
    return {
        "previous": addresses.quarter(before) if before in known else "",
        "previous_name": words.quarter(before),
        "next": addresses.quarter(after) if after in known else "",
        "next_name": words.quarter(after),
    }
