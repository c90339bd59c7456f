"""Days and moments: what is kept between two of them never shows in the next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale
from babel.dates import format_date, format_datetime
from hypothesis import given
from hypothesis import strategies as st

from scorecard.present.words.dates import Dates

PATTERNS = (
    "d MMMM y, HH:mm", "d MMM y, HH:mm", "EEEE d MMMM yy 'o''clock' h:mm a", "y-MM-dd 'at 100 %' HH:mm", "HH:mm:ss",
    "w Y, QQQ, B h", "d MMMM y HH:mm zzz",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "it", "de", "ar", "ja"])
@given(steps=st.lists(st.integers(0, 600_000), min_size=1, max_size=6))
def test_a_moment_reads_as_babel_writes_it(language: str, steps: list[int]) -> None:
    """Whatever days and minutes came before, in any language and by any pattern."""
    locale = Locale.parse(language)
    dates, at = Dates(locale), datetime(2024, 2, 28, 23, 58, 7, tzinfo=UTC)
    for step in steps:
        at += timedelta(minutes=step)
        for pattern in PATTERNS:
            assert dates.moment(pattern, at) == format_datetime(at, pattern, locale=locale)


@pytest.mark.parametrize("language", ["en", "it", "fr", "ar"])
def test_a_day_reads_as_babel_writes_it(language: str) -> None:
    """The same pattern for a day and for a moment of that day; a per cent sign stays one."""
    locale = Locale.parse(language)
    dates = Dates(locale)
    for number in range(400):
        day = date(2023, 12, 1) + timedelta(days=number)
        for pattern in ("d MMMM y", "d MMM y", "MMMM y", "MMMM", "EEE d/M/yy", "d '100 %' y"):
            assert dates.day(pattern, day) == format_date(day, pattern, locale=locale)
            at = datetime(day.year, day.month, day.day, 5, 6, tzinfo=UTC)
            assert dates.moment(pattern, at) == format_datetime(at, pattern, locale=locale)
