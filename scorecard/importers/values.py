"""Foreign values read with care: a number, a count, a day, a scale; None where there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from scorecard.model.quarters import Quarter

_RANGE = re.compile(r"\s*(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})\s*")
_YEAR_FIRST = re.compile(r"(\d{4})\D{0,3}Q([1-4])\b", re.IGNORECASE)
_YEAR_LAST = re.compile(r"\bQ([1-4])\D{1,4}(\d{4})\b", re.IGNORECASE)


def number(value: Any) -> float | None:
    """A finite number, also where it was written as text."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        read = float(value)
    except (ValueError, OverflowError):
        return None
    return read if abs(read) < 1e15 else None


def count(value: Any) -> int | None:
    """A whole number of people, 0 or more; commas between thousands are read over."""
    read = number(value.replace(",", "") if isinstance(value, str) else value)
    return int(read) if read is not None and read >= 0 and read == int(read) else None


def day(value: Any) -> date | None:
    """A day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None


def moment(value: Any) -> datetime | None:
    """A day with a time, in UTC; without an offset it is taken as it stands."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip().replace("Z", "+00:00").replace("z", "+00:00"))
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def scale(value: Any) -> tuple[int, int] | None:
    """Low and high end: {min, max} or a text such as 1-5."""
    if isinstance(value, Mapping):
        low, high = count(value.get("min")), count(value.get("max"))
    else:
        match = _RANGE.fullmatch(value) if isinstance(value, str) else None
        low, high = (int(match[1]), int(match[2])) if match else (None, None)
    return (low, high) if low is not None and high is not None and low < high else None


def quarter(label: str) -> Quarter | None:
    """The quarter that a label names: FY2019 Q1, 2019-Q1, Q1 2019."""
    match = _YEAR_FIRST.search(label)
    year, part = (match[1], match[2]) if match else ("", "")
    if match is None and (match := _YEAR_LAST.search(label)):
        part, year = match[1], match[2]
    try:
        return Quarter(int(year), int(part)) if year else None
    except ValueError:
        return None
