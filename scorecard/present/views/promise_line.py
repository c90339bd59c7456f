"""One promise with what became of it; broken ones stand before kept ones."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model.records import Entry
from scorecard.model.records.registers import Promise
from scorecard.model.scorecards import PromiseReading
from scorecard.present import addresses
from scorecard.present.desk import Desk
from scorecard.present.words import Words, terms

_ORDER = ("broken", "stalled", "compromise", "in-the-works", "not-yet-rated", "kept")


@dataclass(frozen=True, slots=True)
class Step:
    """Something said of a promise on a day, newest first."""

    day: str
    word: str
    text: str
    proof: str


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """All that a page prints of a promise."""

    id: str
    href: str
    title: str
    state: str
    word: str
    detail: str
    made: str
    due: str
    first_due: str
    measure: str
    owner: str
    text: str
    proof: str
    steps: tuple[Step, ...]
    comment: str


def lines(desk: Desk) -> tuple[PromiseLine, ...]:
    """Every promise, broken first; within a state the one due last stands first."""
    found = [(entry, reading) for entry in desk.records.promises if (reading := desk.scorecard.promises.get(entry.id))]
    found.sort(key=lambda pair: (_rank(pair[1].state), -pair[1].due.toordinal(), pair[0].id))
    return tuple(make(desk, entry, reading) for entry, reading in found)


def make(desk: Desk, entry: Entry[Promise], reading: PromiseReading) -> PromiseLine:
    """The line of one promise."""
    promise, words = entry.record, desk.words
    changed = [
        (one.at, Step(words.day(one.at), words.say("New date: {day}", day=words.day(one.due)), one.why, ""))
        for one in promise.renegotiated
        if one.at <= desk.today
    ]
    said = [
        (one.at, Step(words.day(one.at), terms.promise_state(words, one.state), one.text or "", one.proof or ""))
        for one in promise.history
        if one.at <= desk.today
    ]
    steps = sorted([*changed, *said], key=lambda pair: pair[0], reverse=True)
    return PromiseLine(
        id=addresses.anchor(addresses.PROMISES, entry.id),
        href=addresses.entry(addresses.PROMISES, entry.id),
        title=promise.title,
        state=reading.state,
        word=terms.promise_state(words, reading.state),
        detail=_detail(words, reading),
        made=words.day(promise.made),
        due=words.day(reading.due),
        first_due=words.day(promise.due) if promise.due != reading.due else "",
        measure=promise.measure or "",
        owner=promise.owner or "",
        text=promise.text or "",
        proof=promise.proof or "",
        steps=tuple(step for _, step in steps),
        comment=promise.company_comment or "",
    )


def counted(words: Words, found: tuple[PromiseLine, ...]) -> str:
    """How many stand where: 2 broken, 1 partly kept, 5 kept."""
    parts = []
    for state in _ORDER:
        number = sum(line.state == state for line in found)
        if number:
            word = terms.promise_state(words, state)
            parts.append(words.say("{n} {word}", n=number, word=word[:1].lower() + word[1:]))
    return words.listed(parts)


def _rank(state: str) -> int:
    return _ORDER.index(state) if state in _ORDER else len(_ORDER)


def _detail(words: Words, reading: PromiseReading) -> str:
    if reading.detail == "not_measured":
        return words.say("We did not measure it.")
    if reading.detail == "overdue" and reading.state == "broken":
        return words.say("It is past its date, and nobody said what became of it.")
    if reading.detail == "overdue":
        return words.say("It is past its date.")
    return words.say("Agreed on a later date before it was due.") if reading.renegotiated else ""
