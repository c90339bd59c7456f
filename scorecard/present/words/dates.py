"""Days and moments in one language, by Babel: each day and each minute of the clock is put in words once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from babel import Locale
from babel.dates import DateTimeFormat, format_date, format_datetime, parse_pattern

_FIELD = re.compile(r"%\((\w+)\)s")
#: Letters of CLDR patterns that a day decides, and those that the minute decides.
_OF_DAY, _OF_MINUTE = frozenset("GyYuQqMLwWdDFEec"), frozenset("abBhHKkm")


class Dates:
    """Words for days and moments by CLDR patterns; what was worked out is kept."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._days: dict[tuple[str, date], str] = {}
        self._frames: dict[tuple[str, date], str] = {}
        self._clocks: dict[tuple[str, int], Mapping[str, str]] = {}
        self._patterns: dict[str, tuple[str, ...]] = {}

    def day(self, pattern: str, day: date) -> str:
        """A day (no moment) by a pattern of days."""
        found = self._days.get((pattern, day))
        if found is None:
            found = self._days[pattern, day] = format_date(day, pattern, locale=self._locale)
        return found

    def moment(self, pattern: str, at: datetime) -> str:
        """A moment by a pattern, on the clock it carries."""
        names = self._patterns.get(pattern)
        if names is None:
            names = self._patterns[pattern] = tuple(_FIELD.findall(parse_pattern(pattern).format))
        day = at.date()
        frame = self._frames.get((pattern, day))
        if frame is None:
            if any(name[0] not in _OF_DAY | _OF_MINUTE for name in names):  # a second, a zone
                return format_datetime(at, pattern, locale=self._locale)
            frame = self._frames[pattern, day] = self._frame(pattern, at)
        minute = at.hour * 60 + at.minute
        clock = self._clocks.get((pattern, minute))
        if clock is None:
            told = DateTimeFormat(at, self._locale)
            clock = self._clocks[pattern, minute] = {name: told[name] for name in names if name[0] in _OF_MINUTE}
        return frame % clock

    def _frame(self, pattern: str, at: datetime) -> str:
        """The pattern with the fields of the day filled in; those of the minute stay open."""
        told = DateTimeFormat(at, self._locale)

        def fill(field: re.Match[str]) -> str:
            name = field[1]
            return told[name].replace("%", "%%") if name[0] in _OF_DAY else field[0]

        return _FIELD.sub(fill, parse_pattern(pattern).format)
