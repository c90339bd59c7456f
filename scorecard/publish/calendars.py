"""Calendars as iCalendar (RFC 5545): times in UTC, lines folded at 75 bytes and ended by CRLF, texts escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorecard.model.interfaces import Calendar, Event
from scorecard.model.moments import compact

#: A line holds so many bytes at most, its end not counted (RFC 5545, 3.1).
LONGEST = 75
#: What a text may not hold (RFC 5545, 3.3.11); line ends are written as \n.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff]")


def calendar_bytes(calendar: Calendar) -> bytes:
    """A calendar as a file. One without events holds the zone UTC, because a calendar may not be empty."""
    return b"".join(_folded(line) for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Trust Scorecard//Trust Scorecard 1//EN"
    yield "CALSCALE:GREGORIAN"
    for name in ("NAME", "X-WR-CALNAME"):
        yield f"{name}:{text(calendar.title)}"
    yield f"DESCRIPTION:{text(calendar.text)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    if not calendar.events:
        yield from ("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000")
        yield from ("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "TZNAME:UTC", "END:STANDARD", "END:VTIMEZONE")
    for event in calendar.events:
        yield from _event(event, compact(calendar.stamp))
    yield "END:VCALENDAR"


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{text(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART:{compact(event.start)}"
    if event.end is not None:
        yield f"DTEND:{compact(event.end)}"
    yield f"SUMMARY:{text(event.title)}"
    yield f"DESCRIPTION:{text(event.text)}"
    yield f"URL:{event.link}"
    if event.tags:
        yield "CATEGORIES:" + ",".join(text(tag) for tag in event.tags)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def text(value: str) -> str:
    """A text as a value: backslash, semicolon, comma and line ends escaped, control characters as U+FFFD."""
    one = value.replace("\r\n", "\n").replace("\r", "\n")
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        one = one.replace(letter, written)
    return _IMPOSSIBLE.sub("�", one)


def _folded(line: str) -> bytes:
    """A line with its end; a longer one goes on in lines that start with a space, cut between letters."""
    pieces, piece = [], b""
    for letter in line:
        written = letter.encode()
        if len(piece) + len(written) > LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += written
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
