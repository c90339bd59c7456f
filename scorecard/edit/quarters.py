"""What `scorecard quarter new` writes: the next wave, with the questions of the last one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scorecard.edit import typed
from scorecard.edit.drafts import Draft, Drafts
from scorecard.edit.steps import Token, Value
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Wave

#: Stands in every question until its figures are there.
NOT_YET = "The answers are not in yet."


def last(desk: Drafts, audience: str) -> Wave | None:
    """The newest quarterly wave of an audience."""
    waves: tuple[Entry[Wave], ...] = desk.entries("waves")
    own = [one.record for one in waves if one.record.audience == audience and one.record.kind == "quarterly"]
    return max(own, key=lambda wave: wave.quarter, default=None)


def upcoming(desk: Drafts, audience: str) -> Quarter:
    """The quarter after the newest wave; without one, the quarter of today."""
    wave = last(desk, audience)
    return wave.quarter.plus(1) if wave is not None else _calendar(desk).quarter_of(desk.today)


def release(desk: Drafts, quarter: Quarter) -> str | None:
    """The announced moment of publishing, as it stands in organisation.yml."""
    found = [one.at for one in desk.records.organisation.record.releases if one.quarter == quarter]
    return found[0].astimezone(desk.zone).isoformat(timespec="minutes") if found else None


def new(desk: Drafts, given: Mapping[str, Any]) -> Draft:
    """A wave without figures, held back until its day."""
    audience = given.get("audience") or "customers"
    quarter = typed.quarter(given["quarter"]) if given.get("quarter") else upcoming(desk, audience)
    calendar = _calendar(desk)
    published = given.get("publish_at") or release(desk, quarter) or ""
    values: dict[str, Value] = {
        "quarter": Token(str(quarter)),
        "audience": Token(audience),
        "sample": Token(given["sample"]),
        "period": {"from": typed.on(calendar.start(quarter)), "to": typed.on(calendar.end(quarter))},
        "publish_at": typed.at(typed.moment(published, desk.as_of, desk.zone)),
        **{key: Token(str(typed.count(str(given[key])))) for key in ("population", "invited") if given.get(key)},
        "questions": _questions(desk, audience),
    }
    fieldwork: dict[str, Value] = {}
    for key in ("from", "to"):
        if given.get(f"fieldwork_{key}"):
            fieldwork[key] = typed.on(typed.day(given[f"fieldwork_{key}"], desk.today))
    if given.get("mode"):
        fieldwork["mode"] = [typed.line(one) for one in given["mode"]]
    if given.get("agency"):
        fieldwork["agency"] = typed.line(given["agency"])
    if fieldwork:
        values["fieldwork"] = fieldwork
    id = typed.given_id(given["id"]) if given.get("id") else name(quarter, audience)
    return desk.created("waves", id, values)


def name(quarter: Quarter, audience: str) -> str:
    """The file name of a wave, without its ending."""
    return quarter.slug if audience == "customers" else f"{quarter.slug}-{audience}"


def _questions(desk: Drafts, audience: str) -> list[Value]:
    """As asked last time; for the first wave, those of the method."""
    wave = last(desk, audience)
    found: list[Value] = []
    for one in wave.questions if wave is not None and wave.questions else desk.records.method.record.questions:
        item: dict[str, Value] = {"id": Token(one.id)}
        if one.text:
            item["text"] = one.text
        if one.scale is not None:
            item["scale"] = Token(str(one.scale))
        found.append({**item, "missing": NOT_YET})
    return found


def _calendar(desk: Drafts) -> Any:
    return desk.records.organisation.record.calendar
