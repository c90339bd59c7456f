"""What the commands about promises, questions and risks write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scorecard.edit import typed
from scorecard.edit.drafts import Draft, Drafts
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Add, Put, Step, Token, Value
from scorecard.model.records import Dialogue, Entry, Promise, Risk
from scorecard.model.records.base import Record

#: Days after which a risk is looked at again where nobody says otherwise: half a year.
NEXT_LOOK = 182


def order(kind: type[Record]) -> tuple[str, ...]:
    """The keys of a record in their usual order, as they are written."""
    return tuple(field.alias or name for name, field in kind.model_fields.items())


def new_promise(desk: Drafts, given: Mapping[str, Any]) -> Draft:
    """A promise with a date and a measure."""
    made = typed.day(given.get("made") or "today", desk.today)
    values: dict[str, Value] = {
        "title": typed.line(given["title"]),
        "made": typed.on(made),
        "due": typed.on(typed.day(given["due"], desk.today)),
        **_texts(given, "measure", "text"),
        **_lines(given, "owner"),
    }
    return desk.created("promises", _id(given, given["title"], made.strftime("%Y-%m")), values)


def promise_state(desk: Drafts, entry: Entry[Promise], state: str, given: Mapping[str, Any]) -> Draft:
    """What became of a promise on a day."""
    at = typed.day(given.get("at") or "today", desk.today)
    found: dict[str, Value] = {"at": typed.on(at), "state": Token(state), **_texts(given, "text")}
    if given.get("proof"):
        found["proof"] = typed.link(given["proof"])
    return desk.amended("promises", entry, [Add("history", found, order(Promise))])


def promise_later(desk: Drafts, entry: Entry[Promise], given: Mapping[str, Any]) -> Draft:
    """A later date, with its reason; the first date stays."""
    found: dict[str, Value] = {
        "at": typed.on(typed.day(given.get("at") or "today", desk.today)),
        "due": typed.on(typed.day(given["due"], desk.today)),
        "why": typed.words(given["why"]),
    }
    return desk.amended("promises", entry, [Add("renegotiated", found, order(Promise))])


def new_question(desk: Drafts, given: Mapping[str, Any]) -> Draft:
    """A question from outside, or ours to others."""
    asked = typed.day(given.get("asked") or "today", desk.today)
    values: dict[str, Value] = {
        "with": Token(given["with_"]),
        "started_by": typed.line(given["started_by"]),
        "asked": typed.on(asked),
        **_lines(given, "channel"),
        **_texts(given, "question"),
        "outcome": Token("open"),
    }
    return desk.created("dialogue", _id(given, given["question"], asked.strftime("%Y-%m")), values, asked.year)


def answer(desk: Drafts, entry: Entry[Dialogue], given: Mapping[str, Any]) -> Draft:
    """The answer and what came of it."""
    if entry.record.answered is not None:
        raise Refused(
            f"this question was answered on {entry.record.answered}",
            entry.file,
            entry.place("answered").line,
            "Change the answer in the file itself.",
        )
    outcome = given.get("outcome") or "answered"
    keys = order(Dialogue)
    steps: list[Step] = [Put("answered", typed.on(typed.day(given.get("answered") or "today", desk.today)), keys)]
    steps += [Put(key, value, keys) for key, value in _texts(given, "answer").items()]
    steps.append(Put("outcome", Token(outcome), keys))
    steps += [Put(key, value, keys) for key, value in _texts(given, "because", "changed").items()]
    return desk.amended("dialogue", entry, steps)


def new_risk(desk: Drafts, given: Mapping[str, Any]) -> Draft:
    """A risk with its first rating."""
    values: dict[str, Value] = {
        "title": typed.line(given["title"]),
        **_texts(given, "description"),
        "owner": typed.line(given["owner"]),
        "next_review": typed.on(typed.day(given.get("next_review") or f"+{NEXT_LOOK}", desk.today)),
        "ratings": [_rating(desk, given)],
    }
    return desk.created("risks", _id(given, given["title"]), values)


def rate(desk: Drafts, entry: Entry[Risk], given: Mapping[str, Any]) -> Draft:
    """A new rating, and the day of the next look."""
    return desk.amended("risks", entry, [_next_look(desk, given), Add("ratings", _rating(desk, given), order(Risk))])


def review(desk: Drafts, entry: Entry[Risk], given: Mapping[str, Any]) -> Draft:
    """A look without a new rating, and the day of the next one."""
    at = typed.on(typed.day(given.get("at") or "today", desk.today))
    return desk.amended("risks", entry, [_next_look(desk, given), Add("reviewed", at, order(Risk))])


def _next_look(desk: Drafts, given: Mapping[str, Any]) -> Step:
    day = typed.day(given.get("next_review") or f"+{NEXT_LOOK}", desk.today)
    return Put("next_review", typed.on(day), order(Risk))


def _rating(desk: Drafts, given: Mapping[str, Any]) -> Value:
    found: dict[str, Value] = {"at": typed.on(typed.day(given.get("at") or "today", desk.today))}
    for key in ("likelihood", "impact", "likelihood_after", "impact_after"):
        if given.get(key) is not None:
            found[key] = Token(str(given[key]))
    return {**found, **_texts(given, "note")}


def _texts(given: Mapping[str, Any], *keys: str) -> dict[str, Value]:
    return {key: typed.words(given[key]) for key in keys if given.get(key)}


def _lines(given: Mapping[str, Any], *keys: str) -> dict[str, Value]:
    return {key: typed.line(given[key]) for key in keys if given.get(key)}


def _id(given: Mapping[str, Any], words: str, *before: str) -> str:
    id = typed.given_id(given["id"]) if given.get("id") else typed.id_of(words, *before)
    if not id:
        raise Refused("no file name can be made of these words", by_hand="Give one with --id, such as friendly-bills.")
    return id
