"""What the commands about incidents write: a new file, a word to the public, the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from scorecard.edit import typed
from scorecard.edit.drafts import Draft, Drafts
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Add, Put, Step, Token, Value
from scorecard.model.lexical import Gap
from scorecard.model.records import Entry, Incident
from scorecard.model.records.incident import Postmortem

ORDER = tuple(Incident.model_fields)


def open_ones(desk: Drafts) -> tuple[Entry[Incident], ...]:
    """Incidents that are not over, oldest first."""
    return tuple(entry for entry in desk.entries("incidents") if entry.record.resolved is Gap.NOT_YET)


def meant(desk: Drafts, name: str | None) -> Entry[Incident]:
    """The incident of a name; without one the only one that is open. Raises Refused."""
    if name is not None:
        return desk.find("incidents", name)
    found = open_ones(desk)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused("no incident is open", by_hand="Name the incident: scorecard incident … ID.")
    listed = "\n".join(f"  {entry.id}  {entry.record.title}" for entry in found)
    raise Refused(f"{len(found)} incidents are open", by_hand=f"Name the one you mean:\n{listed}")


def new(desk: Drafts, given: Mapping[str, Any]) -> Draft:
    """A new incident. `given` holds what was typed, under the names of the options."""
    now, zone = desk.as_of, desk.zone
    started = typed.clock(given["started"], now, zone)
    known = typed.clock(given.get("known") or "now", now, zone)
    first = given.get("text")
    at = typed.past(given.get("at") or "now", now, zone)
    values: dict[str, Value] = {
        "title": typed.line(given["title"]),
        "kind": Token(given.get("kind") or "service"),
        "severity": Token(given["severity"]),
        "fault": Token(given["fault"]),
        "systems": [Token(typed.given_id(one)) for one in given.get("systems") or ()],
        "started": _clock(started),
        "known": _clock(known),
        "notified": typed.at(at) if first else Token("not-yet"),
        "resolved": Token("not-yet"),
        "found_by": Token(given["found_by"]) if given.get("found_by") else "",
        "affected": typed.people(given.get("customers") or "unknown"),
        "acknowledged": _acknowledged(given),
        "what_to_do": typed.reasoned(given["what_to_do"]) if given.get("what_to_do") else "",
        "updates": [_update(desk, at, first, given.get("status") or "investigating", given)] if first else [],
    }
    day = (known or started or now.astimezone(zone)).date()
    id = typed.given_id(given["id"]) if given.get("id") else typed.id_of(given["title"], day.isoformat())
    if not id:
        raise Refused(
            "no file name can be made of this title", by_hand=f"Give one with --id, such as {day}-payment-outage."
        )
    return desk.created("incidents", id, {key: value for key, value in values.items() if value}, day.year)


def update(desk: Drafts, entry: Entry[Incident], given: Mapping[str, Any]) -> Draft:
    """One more word to the public; the first one is also the first notice."""
    at = typed.past(given.get("at") or "now", desk.as_of, desk.zone)
    status = given.get("status") or last_status(entry.record)
    if status == "resolved" and entry.record.resolved is Gap.NOT_YET:
        raise Refused(
            "an update alone does not end an incident",
            entry.file,
            by_hand=f"Run: scorecard incident resolve {entry.id}",
        )
    return desk.amended("incidents", entry, [*_told(entry, at), _more(desk, at, given, status)])


def last_status(one: Incident) -> str:
    """Where things stand: as last said, investigating where nothing was; after the end, what comes is the account."""
    if one.resolved is not Gap.NOT_YET:
        return "postmortem"
    return one.updates[-1].status if one.updates else "investigating"


def lacks(one: Incident) -> tuple[str, ...]:
    """What the account of a serious incident needs at its end and does not have yet."""
    if one.is_maintenance or one.severity == "minor":
        return ()
    missing = []
    if one.fault == "ours" and one.acknowledged is None:
        missing.append("acknowledged")
    if one.what_to_do is None:
        missing.append("what_to_do")
    if one.postmortem is None or one.postmortem == Postmortem():
        missing.append("postmortem")
    if one.remediation is None or one.remediation == ():
        missing.append("remediation")
    return tuple(missing)


def resolve(desk: Drafts, entry: Entry[Incident], given: Mapping[str, Any]) -> Draft:
    """The end: when, what the public is told, and what the account needs now."""
    if entry.record.resolved is not Gap.NOT_YET:
        raise Refused(
            "this incident is over already",
            entry.file,
            entry.place("resolved").line,
            f"For a later word: scorecard incident update {entry.id}. A wrong time: mend it in the file.",
        )
    resolved = typed.past(given.get("at") or "now", desk.as_of, desk.zone)
    told = typed.past(given.get("told") or "now", desk.as_of, desk.zone) if given.get("at") else resolved
    if told < resolved:
        raise Refused("the public cannot be told of the end before it", by_hand="Correct --told or --at.")
    steps = [Put("resolved", typed.at(resolved), ORDER), *_told(entry, told), *_account(desk, entry.record, given)]
    return desk.amended("incidents", entry, [*steps, _more(desk, told, given, "resolved")])


def _told(entry: Entry[Incident], at: datetime) -> Iterator[Step]:
    if entry.record.notified is Gap.NOT_YET:
        yield Put("notified", typed.at(at), ORDER)


def _more(desk: Drafts, at: datetime, given: Mapping[str, Any], status: str) -> Step:
    return Add("updates", _update(desk, at, given["text"], status, given), ORDER)


def _update(desk: Drafts, at: datetime, text: str, status: str, given: Mapping[str, Any]) -> Value:
    found: dict[str, Value] = {"at": typed.at(at), "status": Token(status), "text": typed.words(text)}
    if given.get("next_update"):
        found["next_update"] = typed.at(typed.future(given["next_update"], at, desk.zone))
    return found


def _acknowledged(given: Mapping[str, Any]) -> Value:
    if not given.get("acknowledged"):
        return ""
    words = typed.reasoned(given["acknowledged"])
    if not isinstance(words, str):
        return words
    by = given.get("acknowledged_by")
    return {"text": words, "by": typed.line(by)} if by else {"text": words}


def _account(desk: Drafts, one: Incident, given: Mapping[str, Any]) -> Iterator[Step]:
    if given.get("acknowledged"):
        yield Put("acknowledged", _acknowledged(given), ORDER)
    if given.get("what_to_do"):
        yield Put("what_to_do", typed.reasoned(given["what_to_do"]), ORDER)
    if given.get("postmortem"):
        yield Put("postmortem", postmortem(desk, given["postmortem"]), ORDER)
    if given.get("action"):
        words = typed.reasoned(given["action"])
        if not isinstance(words, str):
            yield Put("remediation", words, ORDER)
            return
        if not given.get("action_due"):
            raise Refused("an action needs the day it is due", by_hand="Add --action-due, such as --action-due +30.")
        action: dict[str, Value] = {"what": typed.line(given["action"])}
        if given.get("action_owner"):
            action["owner"] = typed.line(given["action_owner"])
        yield Add("remediation", {**action, "due": typed.on(typed.day(given["action_due"], desk.today))}, ORDER)


def postmortem(desk: Drafts, text: str) -> Value:
    """The day it is due, the address where it stands, or why there is none."""
    words = typed.reasoned(text)
    if not isinstance(words, str):
        return words
    if "://" in words:
        return {"published": typed.on(desk.today), "url": typed.link(words)}
    return {"due": typed.on(typed.day(words, desk.today))}


def _clock(when: datetime | None) -> Token:
    return Token("unknown") if when is None else typed.at(when)
