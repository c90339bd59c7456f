"""The promises page: broken before kept, each with its measure, its dates and what was said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import promise_line
from scorecard.present.views.entries import Detail, Opening, newest
from scorecard.present.views.promise_line import PromiseLine
from scorecard.present.words import Words, terms

PLACE = 30


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """A promise with its details in order."""

    line: PromiseLine
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class PromiseGroup:
    """All promises in one state."""

    state: str
    title: str
    what: str
    entries: tuple[PromiseEntry, ...]


@dataclass(frozen=True, slots=True)
class Promises(Context):
    """The page; no group where no list is published."""

    opening: Opening
    groups: tuple[PromiseGroup, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one page of promises."""
    words = desk.words
    lines = promise_line.lines(desk)
    states = dict.fromkeys(line.state for line in lines)
    opening = _opening(words, lines)
    days = [
        day for entry in desk.records.promises for day in (entry.record.made, *(s.at for s in entry.record.history))
    ]
    yield Page(
        uri=addresses.PROMISES,
        kind="promises",
        title=words.say("Promises"),
        template="promises.html.jinja",
        context=Promises(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            groups=tuple(_group(words, state, [line for line in lines if line.state == state]) for state in states),
        ),
        updated=newest(desk, days),
        description=opening.headline,
        parent=addresses.HOME,
        nav=words.say("Promises"),
        language=words.language,
    )


def _opening(words: Words, lines: tuple[PromiseLine, ...]) -> Opening:
    if not lines:
        return Opening(
            words.say("We publish no list of promises"), (words.say("Nobody can check what we did not write down."),)
        )
    broken = sum(line.state == "broken" for line in lines)
    number = words.number(len(lines))
    if broken:
        headline = words.count("We broke {n} of {all} promises", "We broke {n} of {all} promises", broken, all=number)
    else:
        headline = words.count("{n} promise, none broken", "{n} promises, none broken", len(lines))
    return Opening(
        headline,
        (
            words.say("Now: {counts}.", counts=promise_line.counted(words, lines)),
            words.say("A promise without a measure counts as broken on its day."),
        ),
        addresses.indicator("promises-kept"),
    )


def _group(words: Words, state: str, lines: list[PromiseLine]) -> PromiseGroup:
    return PromiseGroup(
        state=state,
        title=terms.promise_state(words, state),
        what=_what(words, state),
        entries=tuple(PromiseEntry(line, tuple(_details(words, line))) for line in lines),
    )


def _what(words: Words, state: str) -> str:
    return {
        "broken": words.say("We did not do it, or nobody can tell whether we did."),
        "stalled": words.say("The work stands still. The day still counts."),
        "compromise": words.say("We did a part of it. It does not count as kept."),
        "in-the-works": words.say("We are working on it."),
        "not-yet-rated": words.say("Nobody has judged it yet."),
        "kept": words.say("We did it. Read how it was measured, and by whom."),
    }.get(state, "")


def _details(words: Words, line: PromiseLine) -> Iterator[Detail]:
    measure = line.measure or words.say("We named no measure.")
    yield Detail(words.say("How to tell"), measure, bad=not line.measure, wide=True)
    yield Detail(words.say("Promised on"), line.made)
    if line.first_due:
        yield Detail(words.say("Due"), words.say("{day}; at first {first}", day=line.due, first=line.first_due))
    else:
        yield Detail(words.say("Due"), line.due)
    yield Detail(words.say("Who answers for it"), line.owner or words.say("not stated"))
    if line.proof:
        yield Detail(words.say("Proof"), words.say("See for yourself"), href=line.proof)
