"""What people type at a question or behind an option, as words for a file. Times get an explicit offset.

Every function raises Refused with what is wrong and how to write it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from scorecard.edit.refused import Refused
from scorecard.edit.steps import Token, Value
from scorecard.model.characters import FORBIDDEN, describe
from scorecard.model.lexical import ID_PATTERN, RESERVED_IDS, Count, Day, Line, Link, Moment, QuarterName, Text
from scorecard.model.quarters import Quarter

#: No file name of ours is longer, ending and day included.
LONGEST_NAME = 56
_OF_TODAY = re.compile(r"\d{1,2}[:.]\d{2}")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _read(kind: Any, text: str, zone: ZoneInfo | None = None) -> Any:
    try:
        return _adapter(kind).validate_python(text, context={"zone": zone})
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        help = str(context.get("help", ""))
        raise Refused(
            str(context.get("message", "this cannot be read")),
            by_hand=help[:1].upper() + help[1:] + "." if help else "",
        ) from None


def words(text: str) -> str:
    """Text for the public, without blanks around it; line ends of any system are line feeds."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if match := FORBIDDEN.search(text):
        raise Refused(
            f"the text holds {describe(match[0])}, which nobody can see",
            by_hand="Delete it; it may have come with a copy from another program.",
        )
    return str(_read(Text, text))


def line(text: str) -> str:
    """A title or a name: words in one line."""
    text = words(text)
    if "\n" in text:
        raise Refused("a title stands on one line", by_hand="Write it without a line break.")
    return str(_read(Line, text))


def reasoned(text: str) -> Value:
    """Words for the public, or why they do not apply: 'not-applicable: reason'."""
    match = re.fullmatch(r"(?is)\s*not[- ]applicable\s*:\s*(\S.*)", text)
    if match is None and re.fullmatch(r"(?i)\s*not[- ]applicable\s*:?\s*", text):
        raise Refused("the reason is missing", by_hand="Write it behind: not-applicable: Nobody has to do anything.")
    return {"not-applicable": line(match[1])} if match else words(text)


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """'now', a time of today, or a day and a time: in the organisation's zone unless an offset stands there."""
    text = text.strip()
    if text.lower() == "now":
        return now.astimezone(zone)
    today = now.astimezone(zone).date()
    if _OF_TODAY.fullmatch(text):
        hour, minute = re.split(r"[:.]", text)
        text = f"{today}T{hour:0>2}:{minute}"
    try:
        read: datetime = _read(Moment, text, zone)
    except Refused as refused:
        if re.match(r"\d{4}-", text):
            raise
        raise Refused(
            refused.what, by_hand="Write 09:41 for today, or YYYY-MM-DDTHH:MM, such as 2026-03-14T09:41."
        ) from None
    return read.astimezone(zone)


def at(when: datetime) -> Token:
    """A moment for a file, with its offset; seconds only where there are some."""
    exact = when.isoformat(timespec="seconds" if when.second else "minutes")
    return Token(exact)


def past(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A moment that is over. A bare time of day that is still to come is not guessed to be of yesterday."""
    when = moment(text, now, zone)
    if when > now + timedelta(minutes=1):
        raise _misplaced(text, "is still to come", when - timedelta(days=1), now, zone)
    return when


def future(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A moment that is to come."""
    when = moment(text, now, zone)
    if when <= now:
        raise _misplaced(text, "is over", when + timedelta(days=1), now, zone)
    return when


def _misplaced(text: str, why: str, other: datetime, now: datetime, zone: ZoneInfo) -> Refused:
    """A moment on the wrong side of now; only a bare time of day may be meant of another day."""
    bare = _OF_TODAY.fullmatch(text.strip())
    return Refused(
        f"{text} {why}: it is {now.astimezone(zone):%Y-%m-%d %H:%M} now ({zone.key})",
        by_hand=f"Write the day too, such as {other:%Y-%m-%dT%H:%M}." if bare else "Correct the day or the time.",
    )


def clock(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """A moment that is over, or None for 'unknown'."""
    return None if text.strip().lower() == "unknown" else past(text, now, zone)


def day(text: str, today: date) -> date:
    """YYYY-MM-DD, 'today', or '+14' for so many days from today."""
    text = text.strip()
    if text.lower() == "today":
        return today
    if match := re.fullmatch(r"\+(\d{1,4})", text):
        return today + timedelta(days=int(match[1]))
    read: date = _read(Day, text)
    return read


def coming(text: str, today: date) -> date:
    """A day that is not over."""
    when = day(text, today)
    if when < today:
        raise Refused(f"{text.strip()} is over: it is {today} today", by_hand="Write a day to come, such as +90.")
    return when


def on(when: date) -> Token:
    """A day for a file."""
    return Token(when.isoformat())


def people(text: str) -> dict[str, Value]:
    """How many were affected: a number, 'about 1200', or 'unknown'."""
    match = re.fullmatch(r"(?i)\s*(about|around|~|ca\.?)?\s*(.+?)\s*", text)
    guess, number = (match[1], match[2]) if match else (None, text)
    if number.lower() == "unknown":
        return {"customers": Token("unknown")}
    found: dict[str, Value] = {"customers": Token(str(count(number)))}
    return {**found, "estimate": Token("true")} if guess else found


def count(text: str) -> int:
    """A whole number."""
    read: int = _read(Count, text.strip())
    return read


def link(text: str) -> str:
    """A public address."""
    return str(_read(Link, text.strip()))


def quarter(text: str) -> Quarter:
    """A quarter; 2026q3 is taken too."""
    read: Quarter = _read(QuarterName, re.sub(r"(?i)^(\d{4})[ -_]?q([1-4])$", r"\1-Q\2", text.strip()))
    return read


def id_of(text: str, *before: str) -> str:
    """An id: what stands before it, and the first words of a title in plain letters."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
    parts = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain.encode("ascii", "ignore").decode()).lower())
    name = "-".join(before)
    for part in parts:
        if len(name) + 1 + len(part) > LONGEST_NAME:
            break
        name = f"{name}-{part}" if name else part
    return given_id(name) if parts and name != "-".join(before) else ""


def given_id(text: str) -> str:
    """An id as somebody typed it, with or without .yml."""
    name = text.strip().removesuffix(".yml")
    if not re.fullmatch(ID_PATTERN, name) or name in RESERVED_IDS:
        raise Refused(
            f"{text!r} cannot be the name of a file here",
            by_hand="Use small letters a-z, digits and dashes inside, at most 64 of them.",
        )
    return name
