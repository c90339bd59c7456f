"""What is told only afterwards is marked, and the time of that word is not taken for the end."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scorecard.importers.incidents import google_cloud
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import UNKNOWN, Clock, Found, Said, Source, settled, without_repeats


def at(hour: int, minute: int = 0) -> datetime:
    """A time of one day."""
    return datetime(2026, 3, 14, hour, minute, tzinfo=UTC)


def said(*words: tuple[int, str]) -> tuple[Said, ...]:
    """Words at full hours."""
    return tuple(Said(at(hour), status, "Text.") for hour, status in words)


@pytest.mark.parametrize(
    ("words", "resolved", "end", "marked"),
    [
        (said((9, "investigating"), (10, "resolved")), at(10), at(10), False),
        (said((10, "resolved"), (9, "investigating")), at(10), at(10), False),
        (said((10, "resolved")), at(10), UNKNOWN, True),
        (said((10, "resolved")), at(8), at(8), True),
        (said((9, "update")), at(8), at(8), True),
        (said((9, "postmortem"), (10, "postmortem")), at(9), UNKNOWN, True),
        (said((9, "update")), at(9), at(9), False),
        (said((9, "update")), UNKNOWN, UNKNOWN, False),
        (said((9, "update")), "not-yet", "not-yet", False),
    ],
)
def test_told_only_afterwards(words: tuple[Said, ...], resolved: Clock, end: Clock, marked: bool) -> None:
    """A first word that says it is over, or that comes after the end."""
    first = min(word.at for word in words)
    made = settled(Found("a", "A", notified=first, resolved=resolved, said=words))
    assert (made.resolved, made.retroactive) == (end, marked)
    assert [word.at for word in made.said] == sorted(word.at for word in words)


def test_planned_work_is_never_told_afterwards() -> None:
    """Its last word may be its first."""
    made = settled(Found("a", "A", True, notified=at(10), resolved=at(10), said=said((10, "resolved"))))
    assert (made.retroactive, made.resolved) == (False, at(10))


def test_one_incident_in_two_files_counts_once() -> None:
    """The account with more words is kept."""
    short = Found("a", "A", notified=at(9), said=said((9, "update")))
    long = replace(short, title="A, longer", said=said((9, "update"), (10, "resolved")))
    assert without_repeats([short, long, short]) == [long]


def google(*updates: tuple[str, str], **more: str) -> Found:
    """An incident of Google Cloud without an end of its own; (time, status) of its updates."""
    listed = [{"created": f"2026-03-14T{time}Z", "status": status, "text": "Text."} for time, status in updates]
    data = [{"id": "a", "external_desc": "A", "begin": "2026-03-14T08:00:00Z", "updates": listed, **more}]
    (made,) = google_cloud.incidents([Source("x", json.dumps(data))], Desk(None, lambda text: text))
    return made


def test_without_an_end_the_word_that_says_so_counts() -> None:
    """As long as no later word says that it goes on."""
    assert google(("09:00", "SERVICE_OUTAGE")).resolved == "not-yet"
    assert google(("09:00", "SERVICE_OUTAGE"), ("10:00", "AVAILABLE")).resolved == at(10)
    assert google(("10:00", "AVAILABLE"), ("11:00", "SERVICE_OUTAGE")).resolved == "not-yet"
    assert google(("10:00", "AVAILABLE"), end="2026-03-14T09:30:00Z").resolved == at(9, 30)
