"""What one import keeps beside it: the zone for times without one, and what a person must hear about the source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_tz
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.importers import names
from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents.found import Source

_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt]|\s+)(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
)
#: The only names of zones with one meaning (RFC 5322, 2008, section 4.3); all others depend on the country.
NAMED = {"UTC": 0, "UT": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6}
NAMED |= {"PST": -8, "PDT": -7}
#: Years the data format can hold.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(slots=True)
class Desk:
    """`zone` is what the person said of times without a zone; `yaml` turns a text into texts, lists and mappings.

    `remarks` are sentences for the person. `unzoned` are times that cannot be understood without a zone.
    """

    zone: ZoneInfo | None
    yaml: Callable[[str], Any]
    remarks: list[str] = field(default_factory=list)
    unzoned: list[str] = field(default_factory=list)
    _said: set[str] = field(default_factory=set)

    def say(self, remark: str) -> None:
        """Remember a remark, once."""
        if remark not in self._said:
            self._said.add(remark)
            self.remarks.append(remark)

    def moment(self, value: Any, where: str) -> datetime | None:
        """The moment in UTC, to the second; None where there is none, or none that can be understood: then it is said.

        `where` names the incident and the key for the person.
        """
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        read = value if isinstance(value, datetime) else _read(value)
        if read is None or not _FIRST_YEAR <= read.year <= _LAST_YEAR:
            self.say(f"{where}: {_short(value)} is not a date with a time; it was left out")
            return None
        if read.tzinfo is None:
            return self.local(read, where)
        try:
            return read.astimezone(UTC).replace(microsecond=0)
        except OverflowError:
            return None

    def local(self, read: datetime, where: str) -> datetime | None:
        """The moment of a local time; None where the zone is not known or the clocks changed then: both are said."""
        if self.zone is None:
            self.unzoned.append(f"{where}: {read:%Y-%m-%d %H:%M}")
            return None
        early, late = (read.replace(tzinfo=self.zone, fold=fold) for fold in (0, 1))
        if early.utcoffset() != late.utcoffset():
            self.say(
                f"{where}: {read:%Y-%m-%d %H:%M} does not exist or came twice in {self.zone.key}: the clocks changed "
                "then; it was left out"
            )
            return None
        return early.astimezone(UTC).replace(microsecond=0)

    def text(self, value: Any, where: str) -> str | None:
        """The text letter for letter, without blanks at its ends; says where something had to be taken out."""
        made = names.text(value)
        if names.changed(value):
            self.say(f"{where}: characters that nobody can see, or letters beyond 60,000, were taken out of its text")
        return made.strip() or None if made else None

    def line(self, value: Any, where: str) -> str | None:
        """The same in one line."""
        made = names.line(self.text(value, where))
        return made.strip() if made else None


def json_of(source: Source) -> Any:
    """The data of a JSON text. Raises Unreadable with the place of what is wrong."""
    try:
        return json.loads(source.text)
    except json.JSONDecodeError as error:
        end = "; the file seems to be cut off" if error.pos >= len(source.text.rstrip()) else ""
        raise Unreadable(
            f"{source.name}:{error.lineno}:{error.colno}: this is not JSON: {error.msg}{end}. Download the file again"
        ) from None
    except RecursionError:
        raise Unreadable(f"{source.name}: this JSON is nested deeper than any export") from None
    except ValueError:
        raise Unreadable(f"{source.name}: this JSON holds a number that is longer than any export has") from None


def mappings(value: Any, where: str, desk: Desk) -> list[Mapping[str, Any]]:
    """The mappings of a list; what is no list or no mapping is left out and said."""
    if value is None:
        return []
    if not isinstance(value, list):
        desk.say(f"{where}: a list is expected; it was left out")
        return []
    kept = [one for one in value if isinstance(one, Mapping)]
    if len(kept) < len(value):
        desk.say(
            f"{where}: {len(value) - len(kept)} of {len(value)} entries are no mapping of keys; they were left out"
        )
    return kept


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or one text as a list; each once."""
    found = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    lines = (names.line(one) for one in found)
    return tuple(dict.fromkeys(line.strip() for line in lines if line))


def link(value: Any) -> str | None:
    """A whole public address; None for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    plain = re.fullmatch(r"https?://[^\s/?#@:<>\"'`\\{}]+(?:[:/?#][^\s<>\"'`\\{}]*)?", text)
    return text if plain and len(text) <= 2000 and names.text(text) == text else None


def ident(value: Any) -> str | None:
    """An id of the tool as text, at most 200 letters; None where there is none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    made = names.line(value if isinstance(value, str) else str(value))
    return made.strip()[:200] if made else None


def _read(value: Any) -> datetime | None:
    """ISO 8601 with a time, or RFC 5322 as feeds have it; without a zone where none is written."""
    if not isinstance(value, str) or len(value) > 100:
        return None
    match = _TIME.fullmatch(value.strip())
    try:
        if match is None:
            return _mail(value)
        offset = match[3] or ""
        offset = "+00:00" if offset in ("Z", "z", "UTC", "GMT") else offset
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{offset}")
    except (ValueError, OverflowError):
        return None


def _mail(value: str) -> datetime | None:
    """Sat, 14 Mar 2026 09:41:00 +0100."""
    parts = parsedate_tz(value) if re.search(r"\d:\d\d", value) and re.search(r"[A-Za-z]{3}", value) else None
    if parts is None:
        return None
    read = datetime(*parts[:6])  # noqa: DTZ001 - the zone follows
    zone = value.split()[-1].upper().strip("()")
    if re.fullmatch(r"[+-]\d{4}", zone) and parts[9] is not None:
        return (read - timedelta(seconds=parts[9])).replace(tzinfo=UTC)
    return (read - timedelta(hours=NAMED[zone])).replace(tzinfo=UTC) if zone in NAMED else read


def _short(value: Any) -> str:
    text = str(value) if isinstance(value, (date, time)) else repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
