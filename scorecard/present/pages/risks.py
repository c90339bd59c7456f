"""The risks page: overdue reviews first, then what weighs most after what we did about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.records import Entry
from scorecard.model.records.registers import Rating, Risk
from scorecard.model.scorecards import RiskReading
from scorecard.present import addresses
from scorecard.present.charts import risk as chart
from scorecard.present.charts.risk import RiskTrack
from scorecard.present.desk import Context, Desk
from scorecard.present.views import actions
from scorecard.present.views.actions import ActionLine
from scorecard.present.views.entries import Detail, Opening, newest
from scorecard.present.words import Words

PLACE = 50
#: So many unforeseen incidents are named; the others are counted.
NAMED = 12


@dataclass(frozen=True, slots=True)
class Link:
    """An incident by its title."""

    href: str
    title: str
    day: str


@dataclass(frozen=True, slots=True)
class RatingStep:
    """One rating on a day, newest first."""

    day: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class RiskEntry:
    """One risk with everything known of it. `late` is a sentence, '' while its review is not overdue."""

    id: str
    title: str
    text: str
    late: str
    before: str
    after: str
    track: RiskTrack
    details: tuple[Detail, ...]
    measures: tuple[ActionLine, ...]
    ratings: tuple[RatingStep, ...]
    incidents: tuple[Link, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class Risks(Context):
    """The page; both tuples are empty where no list is published."""

    opening: Opening
    overdue: tuple[RiskEntry, ...]
    others: tuple[RiskEntry, ...]
    unforeseen: tuple[Link, ...]
    unforeseen_words: str
    unforeseen_more: str


def make(desk: Desk) -> Iterator[Page]:
    """The one page of risks."""
    words = desk.words
    found = [(entry, reading) for entry in desk.records.risks if (reading := desk.scorecard.risks.get(entry.id))]
    found.sort(key=_order)
    entries = [(reading.overdue, _entry(desk, entry, reading)) for entry, reading in found]
    opening = _opening(words, len(found), sum(late for late, _ in entries))
    unforeseen, total = _unforeseen(desk)
    yield Page(
        uri=addresses.RISKS,
        kind="risks",
        title=words.say("Risks"),
        template="risks.html.jinja",
        context=Risks(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            overdue=tuple(one for late, one in entries if late),
            others=tuple(one for late, one in entries if not late),
            unforeseen=unforeseen[:NAMED],
            unforeseen_words=_unforeseen_words(words, len(unforeseen), total) if found else "",
            unforeseen_more=words.count("And {n} more.", "And {n} more.", len(unforeseen) - NAMED)
            if len(unforeseen) > NAMED
            else "",
        ),
        updated=newest(desk, [reading.last_review for _, reading in found]),
        description=opening.headline,
        parent=addresses.HOME,
        nav=words.say("Risks"),
        language=words.language,
    )


def _order(pair: tuple[Entry[Risk], RiskReading]) -> tuple[int, int, int, str]:
    """Overdue first; then the heaviest after treatment; one nobody rated stands before them."""
    entry, reading = pair
    weight = reading.after if reading.after is not None else reading.before
    return (0 if reading.overdue else 1, -(weight if weight is not None else 99), -(reading.before or 0), entry.id)


def _opening(words: Words, total: int, overdue: int) -> Opening:
    if not total:
        return Opening(
            words.say("We publish no risk register"),
            (words.say("So nobody can see what we think could go wrong for you."),),
        )
    if overdue:
        headline = words.count(
            "{n} of {all} risks is overdue for a new look",
            "{n} of {all} risks are overdue for a new look",
            overdue,
            all=words.number(total),
        )
    else:
        headline = words.count("{n} risk, no look overdue", "{n} risks, no look overdue", total)
    lines = (
        words.say("What could go wrong for you, and what we do about it."),
        words.say("A risk weighs its likelihood times the harm, 1 to 5 each, so 25 at most."),
    )
    return Opening(headline, lines, addresses.indicator("risks-reviewed"))


def _entry(desk: Desk, entry: Entry[Risk], reading: RiskReading) -> RiskEntry:
    words, risk = desk.words, entry.record
    seen = sorted((one for one in risk.ratings if one.at <= desk.today), key=lambda one: one.at, reverse=True)
    last = seen[0] if seen else None
    links = [_link(desk, id) for id in reversed(reading.incidents) if id in desk.incidents]
    return RiskEntry(
        id=addresses.anchor(addresses.RISKS, entry.id),
        title=risk.title,
        text=risk.description or "",
        late=words.say("The new look was due on {day}.", day=words.day(risk.next_review)) if reading.overdue else "",
        before=_weight(words, last.likelihood, last.impact) if last else words.say("not rated"),
        after=_after(words, last),
        track=chart.make(reading.before, reading.after),
        details=tuple(_details(desk, risk, reading)),
        measures=actions.lines(desk, risk.measures),
        ratings=tuple(
            RatingStep(words.day(one.at), _rating(words, one), one.note or "")
            for one in (seen if len(seen) > 1 else ())
        ),
        incidents=tuple(links),
        comment=risk.company_comment or "",
    )


def _weight(words: Words, likelihood: int, impact: int) -> str:
    return words.say(
        "{weight} of 25 (likelihood {likelihood}, harm {impact})",
        weight=likelihood * impact,
        likelihood=likelihood,
        impact=impact,
    )


def _after(words: Words, last: Rating | None) -> str:
    if last is None or last.likelihood_after is None or last.impact_after is None:
        return words.say("not rated")
    return _weight(words, last.likelihood_after, last.impact_after)


def _ratings(words: Words, seen: list[Rating]) -> tuple[RatingStep, ...]:
    return tuple(RatingStep(words.day(one.at), _rating(words, one), one.note or "") for one in seen)


def _rating(words: Words, one: Rating) -> str:
    before = one.likelihood * one.impact
    if one.likelihood_after is None or one.impact_after is None:
        return words.say("{before} before what we do about it.", before=before)
    after = one.likelihood_after * one.impact_after
    return words.say("{before} before what we do about it, {after} after.", before=before, after=after)


def _details(desk: Desk, risk: Risk, reading: RiskReading) -> Iterator[Detail]:
    words = desk.words
    yield Detail(words.say("Who answers for it"), risk.owner)
    looked = words.day(reading.last_review) if reading.last_review is not None else words.say("never")
    yield Detail(words.say("Last look"), looked, bad=reading.last_review is None)
    yield Detail(words.say("Next look"), words.day(reading.next_review), bad=reading.overdue)


def _link(desk: Desk, id: str) -> Link:
    incident = desk.incidents[id].record
    at = incident.first_known
    return Link(
        addresses.incident(id),
        desk.words.clip(incident.title, 24, 140),
        desk.words.short_day(at) if at is not None else desk.words.say("day not known"),
    )


def _unforeseen(desk: Desk) -> tuple[tuple[Link, ...], int]:
    """Incidents that stood on no list of risks, the newest first, and of how many that is stated."""
    counted = [(id, one) for id, one in desk.scorecard.incidents.items() if one.counted and id in desk.incidents]
    stated = [(id, one) for id, one in counted if one.risk in ("foreseen", "not-foreseen")]
    missed = [(one.known_at or desk.as_of, id) for id, one in stated if one.risk == "not-foreseen"]
    return tuple(_link(desk, id) for _, id in sorted(missed, reverse=True)), len(stated)


def _unforeseen_words(words: Words, missed: int, total: int) -> str:
    if not total:
        return words.say("No incident says yet whether it stood on this list.")
    if not missed:
        return words.count(
            "The {n} incident that says so came from a risk on this list.",
            "All {n} incidents that say so came from a risk on this list.",
            total,
        )
    return words.count(
        "{n} of {all} incidents came from something that was not on this list.",
        "{n} of {all} incidents came from something that was not on this list.",
        missed,
        all=words.number(total),
    )
