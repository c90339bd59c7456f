# ruff: noqa: E501 (tables are read by rows)
"""What people type: times with zones, numbers, days, names of files."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from scorecard.edit import typed
from scorecard.edit.refused import Refused

ROME = ZoneInfo("Europe/Rome")
NOW = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)  # 29 March, 00:30 in Rome; at 02:00 the clocks go forward


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("now", "2026-03-29T00:30+01:00"),
        ("0:12", "2026-03-29T00:12+01:00"),
        ("00.12", "2026-03-29T00:12+01:00"),
        ("2026-03-14T09:41", "2026-03-14T09:41+01:00"),
        ("2026-03-14 09:41", "2026-03-14T09:41+01:00"),
        ("2025-07-14T09:41", "2025-07-14T09:41+02:00"),
        ("2026-03-14T09:41Z", "2026-03-14T10:41+01:00"),
        ("2026-03-14T09:41:07-05:00", "2026-03-14T15:41:07+01:00"),
        ("2025-10-26T02:30+02:00", "2025-10-26T02:30+02:00"),
        ("2025-10-26T02:30+01:00", "2025-10-26T02:30+01:00"),
    ],
)
def test_a_time_gets_its_offset(text: str, written: str) -> None:
    """In the organisation's zone, whatever zone it was typed in; the offset is that of the day."""
    assert typed.at(typed.past(text, NOW, ROME)).text == written


@pytest.mark.parametrize(
    ("kind", "text", "what", "by_hand"),
    [
        (
            "past",
            "23:50",
            "23:50 is still to come: it is 2026-03-29 00:30 now (Europe/Rome)",
            "Write the day too, such as 2026-03-28T23:50.",
        ),
        (
            "future",
            "00:10",
            "00:10 is over: it is 2026-03-29 00:30 now (Europe/Rome)",
            "Write the day too, such as 2026-03-30T00:10.",
        ),
        (
            "past",
            "2026-03-30T00:10",
            "2026-03-30T00:10 is still to come: it is 2026-03-29 00:30 now (Europe/Rome)",
            "Correct the day or the time.",
        ),
        (
            "future",
            "2026-03-28T23:50",
            "2026-03-28T23:50 is over: it is 2026-03-29 00:30 now (Europe/Rome)",
            "Correct the day or the time.",
        ),
        (
            "past",
            "2025-10-26T02:30",
            "'2025-10-26T02:30' came twice in Europe/Rome: the clocks changed then",
            "Write 2025-10-26T02:30+02:00 or 2025-10-26T02:30+01:00.",
        ),
        (
            "future",
            "2026-03-29T02:30",
            "'2026-03-29T02:30' does not exist in Europe/Rome: the clocks changed then",
            "Write 2026-03-29T02:30+01:00 or 2026-03-29T02:30+02:00.",
        ),
        (
            "past",
            "yesterday",
            "'yesterday' is not a date and time",
            "Write 09:41 for today, or YYYY-MM-DDTHH:MM, such as 2026-03-14T09:41.",
        ),
        (
            "past",
            "2026-03-14",
            "'2026-03-14' has no time of day",
            "Write 2026-03-14T09:41, with the hour and the minute.",
        ),
    ],
)
def test_a_time_is_never_guessed(kind: str, text: str, what: str, by_hand: str) -> None:
    """Not of which day it is, not in which half of the night the clocks changed."""
    with pytest.raises(Refused) as caught:
        getattr(typed, kind)(text, NOW, ROME)
    assert (caught.value.what, caught.value.by_hand) == (what, by_hand)


@pytest.mark.parametrize("text", ["not-applicable", " Not applicable: "])
def test_what_does_not_apply_needs_a_reason(text: str) -> None:
    """The bare word would be read by customers as what they should do."""
    with pytest.raises(Refused) as caught:
        typed.reasoned(text)
    assert (caught.value.what, caught.value.by_hand) == (
        "the reason is missing",
        "Write it behind: not-applicable: Nobody has to do anything.",
    )
    assert typed.reasoned("Not applicable: It is over.") == {"not-applicable": "It is over."}


def test_a_day_to_come_is_not_over() -> None:
    """Today still counts; an earlier day is told before anything else is asked."""
    today = date(2026, 3, 29)
    assert (typed.coming("today", today), typed.coming("+1", today)) == (today, date(2026, 3, 30))
    with pytest.raises(Refused) as caught:
        typed.coming(" 2026-03-28", today)
    assert (caught.value.what, caught.value.by_hand) == (
        "2026-03-28 is over: it is 2026-03-29 today",
        "Write a day to come, such as +90.",
    )


def test_a_clock_may_be_unknown() -> None:
    """That is said with a word."""
    assert typed.clock(" Unknown", NOW, ROME) is None
    assert typed.clock("now", NOW, ROME) == NOW


def test_days_may_be_counted_from_today() -> None:
    """A date, today, or so many days from now."""
    today = date(2026, 12, 30)
    assert typed.day("2026-04-30", today) == date(2026, 4, 30)
    assert (typed.day("Today", today), typed.day("+3", today)) == (today, date(2027, 1, 2))
    with pytest.raises(Refused, match="is not a date"):
        typed.day("30.4.2026", today)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1200", {"customers": "1200"}),
        ("about 1200", {"customers": "1200", "estimate": "true"}),
        ("~ 40", {"customers": "40", "estimate": "true"}),
        ("Unknown", {"customers": "unknown"}),
    ],
)
def test_people_may_be_about_so_many(text: str, found: dict[str, str]) -> None:
    """Then the number is marked as an estimate."""
    assert {key: getattr(value, "text", value) for key, value in typed.people(text).items()} == found


def test_a_number_with_a_separator_is_not_guessed() -> None:
    """It is asked again, with the number as it would be written."""
    with pytest.raises(Refused) as caught:
        typed.people("1,200")
    assert str(caught.value) == "'1,200' has a separator in it\n  Write 1200."


def test_a_reason_why_not_may_stand_in_the_place_of_words() -> None:
    """As the file has it."""
    assert typed.reasoned("Not applicable: we were not there") == {"not-applicable": "we were not there"}
    assert typed.reasoned(" Wait.\r\nThen pay. ") == "Wait.\nThen pay."
    with pytest.raises(Refused, match="text expected, but nothing is written here"):
        typed.reasoned("  ")
    with pytest.raises(Refused, match="a title stands on one line"):
        typed.line("a\nb")


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Payments failed for 40 minutes", "2026-03-14-payments-failed-for-40-minutes"),
        ("Über­lauf: ça va? It's “odd” / #1", "2026-03-14-uberlauf-ca-va-its-odd-1"),
        ("A long title that never comes to its end, ever, it seems", "2026-03-14-a-long-title-that-never-comes-to-its-end-ever"),
        ("Нет света", ""),
        ("!!!", ""),
    ],
)  # fmt: skip
def test_a_title_becomes_the_name_of_a_file(title: str, id: str) -> None:
    """Plain letters, whole words; nothing where no letter is plain."""
    assert typed.id_of(title, "2026-03-14") == id


@pytest.mark.parametrize("name", ["../x", "A b", "con", "x" * 65, "", "-a", "é", "a/b"])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    """Nothing can be written outside of its folder."""
    with pytest.raises(Refused, match="cannot be the name of a file here"):
        typed.given_id(name)
    assert typed.given_id("a-b.yml") == "a-b"


def test_quarters_and_links_are_read_like_those_of_files() -> None:
    """With a little more patience for small letters."""
    assert str(typed.quarter("2026q4")) == "2026-Q4"
    assert typed.link(" https://example.org/a ") == "https://example.org/a"
    for kind, text in ((typed.quarter, "Q4"), (typed.link, "javascript:alert(1)"), (typed.count, "-1")):
        with pytest.raises(Refused):
            kind(text)
