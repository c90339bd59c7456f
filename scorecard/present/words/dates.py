"""Days and moments in one language, by Babel: each day and each minute of the clock is put in words once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel import Locale
from babel.dates import DateTimeFormat, format_datetime, parse_pattern

_FIELD = re.compile(r"%\((\w+)\)s")
#: Letters of CLDR patterns that a day decides, and those that the minute decides.
_OF_DAY, _OF_MINUTE = frozenset("GyYuQqMLwWdDFEec"), frozenset("abBhHKkm")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern taken apart: `frame` takes the fields of the day, its result those of the minute."""

    frame: str
    of_day: tuple[str, ...]
    of_minute: tuple[str, ...]
    other: bool  # it has a second or a zone: nothing of it is kept


class Dates:
    """Words for days and moments by CLDR patterns; what was worked out is kept."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._patterns: dict[str, _Pattern] = {}
        self._days: dict[tuple[str, date], str] = {}
        self._minutes: dict[tuple[str, int], Mapping[str, str]] = {}
        self._fields: dict[tuple[str, int], str] = {}

    def day(self, pattern: str, day: date) -> str:
        """A day (no moment) by a pattern of days."""
        return self._day(pattern, day) % ()

    def moment(self, pattern: str, at: datetime) -> str:
        """A moment by a pattern, on the clock it carries."""
        if self._pattern(pattern).other:
            return format_datetime(at, pattern, locale=self._locale)
        minute = at.hour * 60 + at.minute
        clock = self._minutes.get((pattern, minute))
        if clock is None:
            told = DateTimeFormat(at, self._locale)
            clock = self._minutes[pattern, minute] = {name: told[name] for name in self._pattern(pattern).of_minute}
        return self._day(pattern, at.date()) % clock

    def _day(self, pattern: str, day: date) -> str:
        """The pattern with the fields of the day filled in."""
        found = self._days.get((pattern, day))
        if found is None:
            parts = self._pattern(pattern)
            fields = {name: self._field(name, day).replace("%", "%%") for name in parts.of_day}
            found = self._days[pattern, day] = parts.frame % fields
        return found

    def _field(self, name: str, day: date) -> str:
        """One field of a day; names of months, years and numbers of days are kept."""
        part = {"d": day.day, "M": day.month, "L": day.month, "y": day.year}.get(name[0])
        if part is None:
            return DateTimeFormat(day, self._locale)[name]
        found = self._fields.get((name, part))
        if found is None:
            found = self._fields[name, part] = DateTimeFormat(day, self._locale)[name]
        return found

    def _pattern(self, pattern: str) -> _Pattern:
        found = self._patterns.get(pattern)
        if found is None:
            text = str(parse_pattern(pattern).format)  # Babel declares another type
            names = dict.fromkeys(_FIELD.findall(text))
            of_minute = tuple(name for name in names if name[0] in _OF_MINUTE)
            frame = text.replace("%%", "%%%%")
            for name in of_minute:
                frame = frame.replace(f"%({name})s", f"%%({name})s")
            found = self._patterns[pattern] = _Pattern(
                frame=frame,
                of_day=tuple(name for name in names if name[0] in _OF_DAY),
                of_minute=of_minute,
                other=any(name[0] not in _OF_DAY | _OF_MINUTE for name in names),
            )
        return found
