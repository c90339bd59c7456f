"""Quarters of a calendar or fiscal year, and the calendar that gives them dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

#: Years people may write; neighbours of their quarters may lie outside.
_YEARS = range(1900, 2200)
_PATTERN = re.compile(r"(\d{4})-Q([1-4])")


@total_ordering
@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter, such as 2026-Q3; whether fiscal or calendar is the calendar's affair."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1000 <= self.year <= 3999 and 1 <= self.number <= 4):  # wider than what people may write
            raise ValueError(f"no such quarter: {self.year}-Q{self.number}")

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read '2026-Q3', of the years that days may have too. Raises ValueError for any other text."""
        match = _PATTERN.fullmatch(text)
        if match is None or int(match[1]) not in _YEARS:
            raise ValueError(f"not a quarter: {text!r}")
        return cls(int(match[1]), int(match[2]))

    @property
    def index(self) -> int:
        """Quarters since year 0; differences of indexes are distances in quarters."""
        return self.year * 4 + self.number - 1

    def plus(self, quarters: int) -> Quarter:
        """The quarter that many later (earlier when negative)."""
        year, zero_based = divmod(self.index + quarters, 4)
        return Quarter(year, zero_based + 1)

    @property
    def slug(self) -> str:
        """Lower-case form for file names and addresses: 2026-q3."""
        return f"{self.year}-q{self.number}"

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    def __lt__(self, other: Quarter) -> bool:
        return self.index < other.index


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days belong to which quarter.

    A fiscal year that does not start on 1 January carries the number of the calendar year it ends in
    (US federal usage: FY2019-Q1 = October to December 2018).
    """

    month: int = 1
    day: int = 1

    def start(self, quarter: Quarter) -> date:
        """First day of the quarter."""
        months = self.month - 1 + 3 * (quarter.number - 1)
        year = quarter.year - (0 if (self.month, self.day) == (1, 1) else 1)
        return date(year + months // 12, months % 12 + 1, self.day)

    def end(self, quarter: Quarter) -> date:
        """Last day of the quarter."""
        return self.start(quarter.plus(1)) - timedelta(days=1)

    def days(self, quarter: Quarter) -> int:
        """Length in days, 90 to 92."""
        return (self.start(quarter.plus(1)) - self.start(quarter)).days

    def quarter_of(self, day: date) -> Quarter:
        """The quarter a day belongs to."""
        months = day.year * 12 + day.month - self.month - (day.day < self.day)
        year, zero_based = divmod(months // 3, 4)
        return Quarter(year if (self.month, self.day) == (1, 1) else year + 1, zero_based + 1)
