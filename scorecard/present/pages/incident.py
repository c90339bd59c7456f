"""One incident as a short honest article: what, how many, whose fault; four facts; what to do; why; what changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from scorecard.model.pages import Later, Page
from scorecard.model.records import Entry
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Action, Incident
from scorecard.model.transparency import IncidentReading
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import incident_clock
from scorecard.present.views.incident_clock import Clock, ClockFact
from scorecard.present.words import Words, events, terms

PLACE = 21


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A text the company owes: given, or why it does not apply, or that it is missing."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The published explanation: when, where, its text; or why there is none."""

    text: str
    note: str
    href: str
    body: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One action with owner, date and state; overdue ones say so in public."""

    what: str
    owner: str
    due: str
    state: str
    mood: str  # bad | good | ''


@dataclass(frozen=True, slots=True)
class Related:
    """Another incident this one belongs to."""

    text: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Word:
    """One update in full."""

    time: str
    moment: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class IncidentPage(Context):
    """One incident or planned work."""

    title: str
    maintenance: bool
    open: bool
    severity: str
    severity_word: str
    kind: str
    systems: str
    quarter_name: str
    quarter_href: str
    first_line: tuple[str, ...]
    doubt: str
    facts: tuple[ClockFact, ...]
    what_to_do: Reasoned
    clock: Clock
    account: str
    cause: str
    acknowledged: Reasoned
    acknowledged_by: str
    postmortem: Explanation
    repairs: tuple[Repair, ...]
    repairs_note: str
    more: tuple[str, ...]
    related: tuple[Related, ...]
    risks: tuple[tuple[str, str], ...]
    updates: tuple[Word, ...]
    links: tuple[str, ...]
    comment: str
    zone: str  # of the organisation: its clock shows the times


def make(desk: Desk) -> Iterator[Page]:
    """A page per incident, in the order of their files."""
    for entry in desk.records.incidents:
        yield _page(desk, entry)


def _page(desk: Desk, entry: Entry[Incident]) -> Page:
    """What is known of the page without its context, which is dear and made when the page is drawn."""
    incident, words = entry.record, desk.words
    line = _first_line(words, incident, desk.reading(entry.id))
    last = max([u.at for u in incident.updates if u.at <= desk.as_of], default=incident.first_known)
    return Page(
        uri=addresses.incident(entry.id),
        kind="incident",
        title=words.clip(incident.title, 24, 140),
        template="incident.html.jinja",
        context=Later(partial(context, desk, entry)),
        updated=words.local(last).date() if last is not None else desk.today,
        description=" ".join(line),
        source=entry.file or None,
        parent=addresses.INCIDENTS,
        summary=" ".join((events.stop(incident.title), *line)),
        language=words.language,
    )


def context(desk: Desk, entry: Entry[Incident]) -> IncidentPage:
    """All that the template of an incident is given."""
    incident, reading, words = entry.record, desk.reading(entry.id), desk.words
    quarter = desk.quarter_of(entry)
    return IncidentPage(
        words=words,
        say=words.say,
        frame=desk.frame,
        title=incident.title,
        maintenance=incident.is_maintenance,
        open=reading.resolve_open,
        severity=incident.severity,
        severity_word=terms.severity(words, incident.severity),
        kind=terms.kind(words, incident.kind),
        systems=words.listed(desk.organisation.systems.get(one, one) for one in incident.systems),
        quarter_name=words.quarter(quarter) if quarter is not None else "",
        quarter_href=addresses.incidents_of(quarter),
        first_line=_first_line(words, incident, reading),
        doubt=incident.times_doubtful or "",
        facts=incident_clock.facts(desk, incident, reading) if not incident.is_maintenance else (),
        what_to_do=_reasoned(words, incident.what_to_do),
        clock=incident_clock.clock(desk, incident, reading, entry.id),
        account=incident.description or "",
        cause=desk.organisation.causes.get(incident.cause, incident.cause) if incident.cause else "",
        acknowledged=_acknowledged(words, incident),
        acknowledged_by=_by(incident),
        postmortem=_postmortem(desk, incident),
        repairs=tuple(_repair(desk, action) for action in incident.actions),
        repairs_note=_repairs_note(words, incident),
        more=tuple(_more(desk, incident, reading)),
        related=tuple(_related(desk, entry, reading)),
        risks=_risks(desk, incident),
        updates=_updates(desk, incident),
        links=(*incident.links, *((incident.source,) if incident.source else ())),
        comment=incident.company_comment or "",
        zone=desk.organisation.timezone,
    )


def _first_line(words: Words, incident: Incident, reading: IncidentReading) -> tuple[str, ...]:
    if incident.is_maintenance:
        return (words.say("Planned work. It does not count as an incident."),)
    return events.first_line(words, incident, reading)[1:]


def _reasoned(words: Words, value: str | NotApplicable | None) -> Reasoned:
    if isinstance(value, NotApplicable):
        return Reasoned("", words.say("Does not apply: {reason}", reason=value.not_applicable))
    return Reasoned(value or "", "" if value else words.say("Not stated."))


def _acknowledged(words: Words, incident: Incident) -> Reasoned:
    given = incident.acknowledged
    if isinstance(given, NotApplicable):
        return Reasoned("", words.say("Does not apply: {reason}", reason=given.not_applicable))
    if given is not None:
        return Reasoned(given.text, "")
    if incident.fault == "ours" and not incident.is_maintenance:
        return Reasoned("", words.say("The fault was ours, and we have not said so in words of our own."))
    return Reasoned("", "")


def _by(incident: Incident) -> str:
    given = incident.acknowledged
    return "" if given is None or isinstance(given, NotApplicable) else given.by or ""


def _postmortem(desk: Desk, incident: Incident) -> Explanation:
    words, given = desk.words, incident.postmortem
    text, href, note, body = "", "", "", ""
    if isinstance(given, NotApplicable):
        note = words.say("Does not apply: {reason}", reason=given.not_applicable)
    elif given is None:
        note = words.say("No explanation is published.") if incident.severity != "minor" else ""
    elif given.published is not None and given.published <= desk.today:
        text = words.say("Published {day}.", day=words.day(given.published))
        href, body = given.url or "", given.text or ""
    elif given.due is not None:
        note = words.say("Promised for {day}, not published yet.", day=words.day(given.due))
    else:
        note = words.say("Promised, not published yet.")
    return Explanation(text, note, href, body)


def _repair(desk: Desk, action: Action) -> Repair:
    words = desk.words
    state, mood = _repair_state(desk, action)
    due = words.day(action.due)
    if action.renegotiated is not None:
        due = words.say("{day}, first {first}", day=words.day(action.renegotiated), first=due)
    return Repair(action.what, action.owner or words.say("not stated"), due, state, mood)


def _repair_state(desk: Desk, action: Action) -> tuple[str, str]:
    words, today = desk.words, desk.today
    due = action.renegotiated or action.due
    if action.done is not None and action.done <= today:
        late = (action.done - action.due).days
        if late <= 0:
            return words.say("Done {day}", day=words.day(action.done)), "good"
        days = words.days(late)
        return words.say("Done {day}, {days} late", day=words.day(action.done), days=days), "bad"
    if today > due:
        return words.say("Overdue by {days}", days=words.days((today - due).days)), "bad"
    return words.say("Not due yet"), ""


def _repairs_note(words: Words, incident: Incident) -> str:
    if isinstance(incident.remediation, NotApplicable):
        return words.say("Does not apply: {reason}", reason=incident.remediation.not_applicable)
    return "" if incident.actions else words.say("We have published no repair.")


def _more(desk: Desk, incident: Incident, reading: IncidentReading) -> Iterator[str]:
    """What else is known: who found it, who heard first, was it foreseen."""
    words = desk.words
    if incident.is_maintenance:
        return
    yield terms.found_by(words, incident.found_by)
    if incident.made_public is not None and reading.others_first:
        yield words.say("Others told the public before we did.")
    if isinstance(incident.affected, NotApplicable):
        yield words.say("It affected no customer: {reason}", reason=incident.affected.not_applicable)
    elif incident.affected.told_directly is None:
        yield words.say("Whether we told those affected directly is not stated.")
    elif reading.told_directly is not None:
        yield (
            words.say("We told those affected directly.")
            if reading.told_directly
            else words.say("We did not tell those affected directly.")
        )
    if reading.staff_before_customers is not None:
        yield (
            words.say("Our staff knew before customers did.")
            if reading.staff_before_customers
            else words.say("Our staff heard of it after customers did.")
        )
    if reading.before_first_enquiry is not None:
        yield (
            words.say("We spoke before the first customer asked.")
            if reading.before_first_enquiry
            else words.say("A customer asked before we spoke.")
        )
    if reading.risk == "not-foreseen":
        yield words.say("It was not on our list of risks.")
    elif reading.risk == "not-stated":
        yield words.say("Whether it was on our list of risks is not stated.")
    if incident.retroactive:
        yield words.say("We wrote all this down only afterwards.")
    if reading.unknown:
        names = words.once(_fields)
        yield words.say("Not known: {fields}.", fields=words.listed(names.get(one, one) for one in reading.unknown))


def _fields(words: Words) -> dict[str, str]:
    return {
        "started": words.say("when it began"),
        "known": words.say("when we knew"),
        "notified": words.say("when we told people"),
        "fault": words.say("whose fault it was"),
        "severity": words.say("how bad it was"),
        "affected": words.say("how many people it affected"),
    }


def _related(desk: Desk, entry: Entry[Incident], reading: IncidentReading) -> Iterator[Related]:
    words = desk.words
    pairs = [
        (words.say("Part of a larger one:"), entry.record.parent),
        (words.say("The same cause as before:"), reading.repeat_of),
    ]
    pairs += [(words.say("Counted together with this one:"), child) for child in reading.children]
    for text, id in pairs:
        if id is not None and id in desk.incidents:
            yield Related(text, addresses.incident(id), words.clip(desk.incidents[id].record.title, 20, 120))


def _risks(desk: Desk, incident: Incident) -> tuple[tuple[str, str], ...]:
    return tuple(
        (addresses.entry(addresses.RISKS, id), desk.risks[id].record.title)
        for id in incident.risks or ()
        if id in desk.risks
    )


def _updates(desk: Desk, incident: Incident) -> tuple[Word, ...]:
    """Every word in full, where the list of the timeline had to cut one."""
    words = desk.words
    seen = [update for update in incident.updates if update.at <= desk.as_of]
    if all(words.clip(update.text, 45, 320) == " ".join(update.text.split()) for update in seen):
        return ()
    return tuple(
        Word(
            words.short_moment(u.at),
            u.at.isoformat().replace("+00:00", "Z"),
            terms.update_status(words, u.status),
            u.text,
        )
        for u in seen
    )
