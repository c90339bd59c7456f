"""Calendars are lines of 75 bytes at most, and a text never starts a line of its own."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.interfaces import Calendar, Event
from scorecard.publish.calendars import LONGEST, calendar_bytes, text

AT = datetime(2026, 8, 14, 10, tzinfo=UTC)


def calendar(*events: Event, title: str = "T") -> Calendar:
    return Calendar("calendars/a.ics", title, "D", AT, events)


def unfolded(content: bytes) -> list[str]:
    """The lines as a reader joins them (RFC 5545, 3.1)."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_a_text_is_one_value() -> None:
    """Backslash, semicolon, comma and line ends are escaped; a control character is none any more."""
    assert text("a\\b;c,d\r\ne\rf\x00\x1b\x85") == "a\\\\b\\;c\\,d\\ne\\nf���"


@given(st.text(max_size=300))
def test_every_line_is_short_and_every_text_comes_back(words: str) -> None:
    """For any text: no physical line over 75 bytes, each ended by CRLF, one SUMMARY line that holds the text."""
    content = calendar_bytes(calendar(Event("u@t", words, words, "https://t.example/", AT)))
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= LONGEST and b"\n" not in line for line in lines)
    whole = unfolded(content)
    assert [line for line in whole if line.startswith("SUMMARY:")] == [f"SUMMARY:{text(words)}"]
    assert sum(line == "BEGIN:VEVENT" for line in whole) == 1


def test_an_event_cannot_be_smuggled_in() -> None:
    """A title with line ends and the words of the format stays a title."""
    bad = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil"
    whole = unfolded(calendar_bytes(calendar(Event(bad, bad, bad, "https://t.example/", AT, tags=(bad,)), title=bad)))
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 1
    assert sum(line.startswith("UID:") for line in whole) == 1


def test_times_are_utc_and_a_moment_has_no_end() -> None:
    """With an end where one is known."""
    whole = unfolded(calendar_bytes(calendar(Event("u", "T", "D", "https://t.example/", AT, AT.replace(hour=12)))))
    assert "DTSTART:20260814T100000Z" in whole and "DTEND:20260814T120000Z" in whole
    whole = unfolded(calendar_bytes(calendar(Event("u", "T", "D", "https://t.example/", AT))))
    assert not any(line.startswith("DTEND") for line in whole)


def test_an_empty_calendar_holds_a_component() -> None:
    """RFC 5545 wants one: the zone."""
    whole = unfolded(calendar_bytes(calendar()))
    assert "BEGIN:VTIMEZONE" in whole and "BEGIN:VEVENT" not in whole
