"""Addresses, ids and moments as other programs read them: whole addresses in ASCII, times in UTC, ids used once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from scorecard.model.moments import utc
from scorecard.present.desk import Desk

#: So many entries stand in a list or feed at most; older ones stand in the archive of their year.
NEWEST = 50


def base(desk: Desk) -> str:
    """The whole address of the site in ASCII, with a slash last."""
    return desk.frame.address


def host(desk: Desk) -> str:
    """The host of the site: the authority of every id."""
    return urlsplit(base(desk)).hostname or "localhost"


def href(desk: Desk, uri: str = "") -> str:
    """The whole address of a page or file of the site."""
    return base(desk) + uri


def tag(desk: Desk, year: int, *parts: str) -> str:
    """An id by RFC 4151: the host had its name in the year the thing is of."""
    return f"tag:{host(desk)},{year}:{':'.join(quote(part, safe='-._/') for part in parts)}"


def start_of(desk: Desk, day: date) -> datetime:
    """The first moment of a day where the organisation is."""
    return datetime.combine(day, time(), ZoneInfo(desk.organisation.timezone)).astimezone(UTC)


def day(value: date | None) -> str | None:
    """2026-08-14; None stays None."""
    return value.isoformat() if value is not None else None


def stamped(desk: Desk, version: int = 1) -> dict[str, object]:
    """What each JSON file starts with: the version of its shape, and the moment of its figures, never of the clock."""
    return {"schema_version": version, "generated_at": utc(desk.as_of)}
