"""Feeds: everything, incidents, corrections; one entry for each word, with an id that is never used again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorecard.model.interfaces import Feed, FeedEntry
from scorecard.model.records import Entry
from scorecard.model.records.incident import Incident
from scorecard.present import addresses, outward
from scorecard.present.desk import Desk
from scorecard.present.pages import corrections
from scorecard.present.views import story
from scorecard.present.views.entries import state_of
from scorecard.present.words import events, headline, terms


def make(desk: Desk) -> Iterator[Feed]:
    """The three feeds."""
    say = desk.words.say
    happened, mended = _newest(_incidents(desk)), _newest(_corrections(desk))
    others = [*_quarters(desk), *_promises(desk), *_answers(desk)]
    about = say("New figures, incidents, corrections, promises and answers.")
    yield _feed(desk, "all", say("Trust scorecard"), about, _newest([*happened, *mended, *others]))
    about = say("Every word about an incident or planned work, as it was said.")
    yield _feed(desk, "incidents", say("Incidents"), about, happened)
    about = say("What we had published, what it says now, and why.")
    yield _feed(desk, "corrections", say("Corrections"), about, mended)


def listed(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """(title, Atom, JSON) of each feed, for pages that lead there."""
    say = desk.words.say
    titles = (("all", say("Everything")), ("incidents", say("Incidents")), ("corrections", say("Corrections")))
    return tuple((title, f"{addresses.FEEDS}{name}.xml", f"{addresses.FEEDS}{name}.json") for name, title in titles)


def _feed(desk: Desk, name: str, title: str, about: str, entries: tuple[FeedEntry, ...]) -> Feed:
    organisation = desk.organisation
    atom, json = f"{addresses.FEEDS}{name}.xml", f"{addresses.FEEDS}{name}.json"
    return Feed(
        atom=atom,
        json=json,
        id=outward.href(desk, atom),
        title=f"{organisation.name}: {title}",
        subtitle=f"{about} {desk.words.say('All data are invented.')}" if desk.invented else about,
        home=outward.base(desk),
        atom_href=outward.href(desk, atom),
        json_href=outward.href(desk, json),
        author=organisation.name,
        author_href=outward.base(desk),
        updated=entries[0].at if entries else desk.as_of,
        entries=entries,
        language=desk.words.language,
    )


def _newest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    return tuple(sorted(entries, key=lambda one: (one.at, one.id), reverse=True)[: outward.NEWEST])


def _incidents(desk: Desk) -> Iterator[FeedEntry]:
    # The newest words stand in the incidents whose last word is newest; only for these are the words made.
    last = [
        (moments[1], entry.id, entry) for entry in desk.records.incidents if (moments := story.moments(desk, entry))
    ]
    newest = sorted(last, key=lambda one: one[:2], reverse=True)[: outward.NEWEST]
    said = [(one.at, id, one.key, entry, one) for _, id, entry in newest for one in story.told(desk, entry)]
    said.sort(key=lambda word: word[:3], reverse=True)
    for at, id, key, entry, one in said[: outward.NEWEST]:
        incident, words = entry.record, desk.words
        status = terms.update_status(words, one.status)
        yield FeedEntry(
            id=outward.tag(desk, at.year, "incident", id, key),
            title=f"{status[:1].upper()}{status[1:]}: {words.clip(incident.title, 24, 140)}",
            link=outward.href(desk, addresses.incident(id)),
            at=at,
            text="\n\n".join((*((one.text,) if one.own or one.key == "explanation" else ()), _about(desk, entry))),
            tags=(incident.kind, incident.severity) if not incident.is_maintenance else (incident.kind,),
        )


def _about(desk: Desk, entry: Entry[Incident]) -> str:
    if entry.record.is_maintenance:
        return desk.words.say("Planned work. It does not count as an incident.")
    return " ".join(events.first_line(desk.words, entry.record, desk.reading(entry.id)))


def _corrections(desk: Desk) -> Iterator[FeedEntry]:
    words = desk.words
    for entry in desk.records.corrections:
        one = entry.record
        if one.published > desk.today:
            continue
        title, _ = corrections.concerned(desk, one)
        name = corrections.field(words, one.field)
        said = words.say(
            "{page}, {field}: we had said {was}; it says {is_now} now.",
            page=title,
            field=name,
            was=corrections.value(words, one.was),
            is_now=corrections.value(words, one.is_),
        )
        effect = one.effect or words.say("We have not said what it changes.")
        yield FeedEntry(
            id=outward.tag(desk, one.published.year, "correction", entry.id),
            title=words.say("Corrected: {what}", what=words.clip(f"{title}, {name}", 24, 140)),
            link=outward.href(desk, addresses.entry(addresses.CORRECTIONS, entry.id)),
            at=outward.start_of(desk, one.published),
            text="\n\n".join((said, one.reason, effect)),
            tags=("correction",),
        )


def _quarters(desk: Desk) -> Iterator[FeedEntry]:
    words = desk.words
    for quarter in desk.quarters:
        at = desk.released_on(quarter)
        if at is None or at > desk.as_of:
            continue  # the day of publication is not stated: no moment is made up
        facts = events.worst(words, desk.happened(quarter), desk.broken_promises(quarter), bool(desk.incidents))
        found = headline.make(words, desk.customers, quarter, facts)
        yield FeedEntry(
            id=outward.tag(desk, at.year, "quarter", quarter.slug),
            title=f"{words.quarter(quarter)}: {found.main}",
            link=outward.href(desk, addresses.quarter(quarter)),
            at=at,
            text=" ".join(found.sentences),
            tags=("quarter",),
        )


def _promises(desk: Desk) -> Iterator[FeedEntry]:
    words = desk.words
    for entry in desk.records.promises:
        seen: dict[str, int] = {}
        for one in entry.record.history:
            key = f"{one.at.isoformat()}-{one.state}"
            seen[key] = seen.get(key, 0) + 1
            if one.at > desk.today:
                continue
            title = words.clip(entry.record.title, 24, 140)
            yield FeedEntry(
                id=outward.tag(desk, one.at.year, "promise", entry.id, key if seen[key] == 1 else f"{key}-{seen[key]}"),
                title=words.say("Promise, {state}: {title}", state=terms.promise_state(words, one.state), title=title),
                link=outward.href(desk, addresses.entry(addresses.PROMISES, entry.id)),
                at=outward.start_of(desk, one.at),
                text=one.text or entry.record.title,
                tags=("promise",),
            )


def _answers(desk: Desk) -> Iterator[FeedEntry]:
    words = desk.words
    for entry in desk.records.dialogue:
        one = entry.record
        if one.answered is None or state_of(one, desk.today) == "open":
            continue
        yield FeedEntry(
            id=outward.tag(desk, one.answered.year, "answer", entry.id),
            title=words.say("Answered: {question}", question=words.clip(one.question, 24, 140)),
            link=outward.href(desk, addresses.entry(addresses.DIALOGUE, entry.id)),
            at=outward.start_of(desk, one.answered),
            text="\n\n".join(text for text in (one.question, one.answer, one.changed, one.because) if text),
            tags=("answer",),
        )
