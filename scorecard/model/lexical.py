"""How a written word becomes a value. The record decides the type, never the look of the text.

Every function takes the text as written and returns the value, or raises a pydantic custom error whose type is the
name of a problem rule, whose message says what is wrong, and whose context may hold `help`.
"""

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from scorecard.model import written
from scorecard.model.annotations import Parsed, for_editors
from scorecard.model.quarters import Quarter

#: File names, keys and references: lower case, digits and single dashes inside, 1 to 64 letters.
ID_PATTERN = r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"
#: Ids no page may take: names that hosts and the site itself give a meaning.
RESERVED_IDS = frozenset({"index", "assets", "api", "search", "404", "con", "prn", "aux", "nul", "com1", "lpt1"})
#: No count of people is larger than mankind times ten.
LARGEST_COUNT = 10**11
LONGEST_TEXT = 60_000
LONGEST_LINE = 1_000

_ID = re.compile(ID_PATTERN)
_MOMENT = re.compile(
    r"([0-9]{4,})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?)?"
    r"\s*(Z|z|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?"
)
#: The shapes nearly all days and times have, so plain that the library may read them.
_USUAL_DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_USUAL_MOMENT = re.compile(_USUAL_DAY.pattern + r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]Z?")
#: A colon could make another scheme of it, a comma or semicolon several addresses.
_MAIL_PART = r"""[^@\s<>"'`\\{}?&:;,()\[\]]+"""
_MAIL = re.compile(rf"{_MAIL_PART}@{_MAIL_PART}\.{_MAIL_PART}")
_DURATION = re.compile(r"P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?)?")


def fault(rule: str, message: str, help: str = "") -> PydanticCustomError:
    """An error of that rule; braces in the texts are kept as they are."""
    return PydanticCustomError(rule, "{message}", {"message": message, "help": help})


def _excerpt(text: str, most: int = 40) -> str:
    return repr(text if len(text) <= most else text[:most] + "…")


def _scalar(value: Any, wanted: str, help: str = "") -> str:
    if isinstance(value, str):
        return value
    if value is None:
        raise fault(
            "empty-value",
            f"{wanted} expected, but nothing is written here",
            f"write {wanted} or leave the key out",
        )
    kind = "a list" if isinstance(value, (list, tuple)) else "a mapping of keys"
    raise fault("wrong-shape", f"{wanted} expected, but here is {kind}", help or f"write {wanted}")


def _text(value: Any, most: int) -> str:
    text = _scalar(value, "text")
    if not text.strip():
        raise fault("empty-value", "text expected, but nothing is written here", "write the text or leave the key out")
    if len(text) > most:
        raise fault("too-long", f"this text has {len(text):,} letters; at most {most:,} are allowed")
    return text


def parse_text(value: Any) -> str:
    """Text, exactly as written, with content. Raises for nothing, or more than 60,000 letters."""
    return _text(value, LONGEST_TEXT)


def parse_like(pattern: str, value: Any, wanted: str, rule: str, help: str) -> str:
    """Text that fits a pattern, blanks around it not counted; `wanted` says what it is (`a colour`)."""
    text = _scalar(value, wanted, help).strip()
    if re.fullmatch(pattern, text) is None:
        raise fault(rule, f"{_excerpt(text)} is not {wanted}", help)
    return text


def parse_line(value: Any) -> str:
    """A short text (a title, a name): at most 1,000 letters."""
    return _text(value, LONGEST_LINE)


def parse_id(value: Any) -> str:
    """An id: lower-case letters, digits and dashes inside."""
    text = _scalar(value, "an id")
    if not _ID.fullmatch(text) or text in RESERVED_IDS:
        raise fault(
            "bad-id",
            f"{_excerpt(text)} is not an id",
            "use lower-case letters a-z, digits and dashes inside, at most 64 of them",
        )
    return text


def parse_count(value: Any) -> int:
    """A whole number of people or things, 0 or more."""
    if isinstance(value, str) and len(value) <= 11 and value.isascii() and value.isdigit():
        return int(value)
    text = _scalar(value, "a whole number").strip()
    bare = text.removeprefix("+")
    if re.fullmatch(r"[0-9]{1,12}", bare) and int(bare) <= LARGEST_COUNT:
        return int(bare)
    if re.fullmatch(r"[0-9]{13,}", bare) or re.fullmatch(r"[0-9]{12}", bare):
        raise fault("too-large", f"a number with {len(bare):,} digits is not a count of people", "check the number")
    if re.fullmatch(r"-[0-9]+(\.[0-9]+)?", bare):
        raise fault("negative-count", f"{_excerpt(text)} is below zero; a count cannot be", "check the number")
    if re.fullmatch(r"[0-9]{1,3}([,.'’_  ][0-9]{3})+", bare):
        whole = re.sub(r"\D", "", bare)
        raise fault("separated-number", f"{_excerpt(text)} has a separator in it", f"write {whole}")
    if re.fullmatch(r"[0-9]+\.[0-9]+", bare):
        raise fault(
            "not-a-count",
            f"{_excerpt(text)} is not a whole number; people come whole",
            "write a whole number",
        )
    if re.fullmatch(r"0[xob][0-9a-fA-F]+", bare):
        raise fault("not-a-count", f"{_excerpt(text)} is not written in decimal digits", f"write {int(bare, 0)}")
    help = f"write {int(bare)}" if bare.isdecimal() and len(bare) <= 11 else "write digits only, such as 1200"
    raise fault("not-a-count", f"{_excerpt(text)} is not a whole number", help)


def parse_number(value: Any) -> float:
    """A decimal number with a point, finite."""
    text = _scalar(value, "a number").strip()
    if re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", text) and len(text) <= 40:
        number = float(text)
        if math.isfinite(number) and abs(number) < 1e15:
            return number
        raise fault("too-large", f"{_excerpt(text)} is too large a number", "check the number")
    if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text):
        raise fault("separated-number", f"{_excerpt(text)} has a comma in it", f"write {text.replace(',', '.')}")
    raise fault(
        "not-a-number",
        f"{_excerpt(text)} is not a number",
        "write digits, with a point before decimals, such as 3.9",
    )


def parse_yes_no(value: Any) -> bool:
    """true or false, nothing else: in YAML 1.1 'no' is false and in 1.2 it is text."""
    text = _scalar(value, "true or false").strip()
    if text in ("true", "false"):
        return text == "true"
    near = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}.get(text.lower())
    near = near or (text.lower() if text.lower() in ("true", "false") else None)
    raise fault(
        "not-true-false",
        f"{_excerpt(text)} is neither true nor false",
        f"write {near}" if near else "write true or false",
    )


def _day(year: str, month: str, day: str, text: str) -> date:
    if len(year) != 4 or not 1900 <= int(year) <= 2199:
        raise fault("bad-time", f"{_excerpt(text)} has the year {year}", "write a year with four digits, such as 2026")
    if len(month) != 2 or len(day) != 2:
        raise fault("bad-time", f"{_excerpt(text)} is not a date", f"write {year}-{int(month):02d}-{int(day):02d}")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise fault("bad-time", f"{_excerpt(text)} is a day that does not exist", "check month and day") from None


def parse_day(value: Any) -> date:
    """A day, YYYY-MM-DD."""
    if isinstance(value, str) and _USUAL_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # told below
    text = _scalar(value, "a date").strip()
    match = _MOMENT.fullmatch(text)
    if match is None or match[4] is not None or match[7] is not None:
        raise fault("bad-time", f"{_excerpt(text)} is not a date", "write YYYY-MM-DD, such as 2026-03-14")
    return _day(match[1], match[2], match[3], text)


def parse_moment(value: Any, info: ValidationInfo) -> datetime:
    """A day with a time, in UTC; without an offset it is local time of the organisation (context key `zone`).

    A local time that the clock change skipped or gave twice is refused with both readings.
    """
    if isinstance(value, str) and _USUAL_MOMENT.fullmatch(value):
        try:
            usual = datetime.fromisoformat(value)
        except ValueError:
            pass  # told below
        else:
            return usual if usual.tzinfo is UTC else _in_zone(usual, _zone(info), value)
    text = _scalar(value, "a date and time").strip()
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise fault(
            "bad-time",
            f"{_excerpt(text)} is not a date and time",
            "write YYYY-MM-DDTHH:MM, such as 2026-03-14T09:41",
        )
    day = _day(match[1], match[2], match[3], text)
    if match[4] is None:
        raise fault(
            "bad-time",
            f"{_excerpt(text)} has no time of day",
            f"write {day}T09:41, with the hour and the minute",
        )
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    if len(match[4]) != 2:
        raise fault("bad-time", f"{_excerpt(text)} is not a date and time", f"write {day}T{hour:02d}:{minute:02d}")
    if second == 60 and hour < 24 and minute < 60:
        raise fault("bad-time", f"{_excerpt(text)} is a leap second", f"write {day}T{hour:02d}:{minute:02d}:59")
    if hour > 23 or minute > 59 or second > 59:
        raise fault(
            "bad-time",
            f"{_excerpt(text)} is a time that does not exist",
            "hours go from 00 to 23, minutes from 00 to 59",
        )
    local = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - the zone follows below
    if match[7] is not None:
        return _with_offset(local, match[7], text)
    return _in_zone(local, _zone(info), text)


def _zone(info: ValidationInfo) -> ZoneInfo:
    zone: ZoneInfo | None = (info.context or {}).get("zone")
    return ZoneInfo("UTC") if zone is None else zone


def _with_offset(local: datetime, offset: str, text: str) -> datetime:
    if offset in "Zz":
        return local.replace(tzinfo=UTC)
    digits = offset[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 14 or minutes > 59:
        raise fault("bad-time", f"{_excerpt(text)} has the offset {offset}", "offsets go from -12:00 to +14:00")
    away = timedelta(hours=hours, minutes=minutes)
    return (local - away if offset[0] == "+" else local + away).replace(tzinfo=UTC)


def _in_zone(local: datetime, zone: ZoneInfo, text: str) -> datetime:
    early, late = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(UTC)
    came_twice = early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
    word = "came twice" if came_twice else "does not exist"
    readings = " or ".join(
        local.replace(tzinfo=x.tzinfo, fold=x.fold).isoformat(timespec="minutes") for x in (early, late)
    )
    raise fault("unclear-time", f"{_excerpt(text)} {word} in {zone.key}: the clocks changed then", f"write {readings}")


def parse_duration(value: Any) -> timedelta:
    """An ISO 8601 duration of days, hours and minutes, longer than nothing: PT30M, PT24H, P7D."""
    text = _scalar(value, "a duration").strip()
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        raise fault(
            "bad-duration",
            f"{_excerpt(text)} is not a duration",
            "write PT30M (30 minutes), PT24H (24 hours) or P7D (7 days)",
        )
    length = timedelta(days=int(match[1] or 0), hours=int(match[2] or 0), minutes=int(match[3] or 0))
    if not length:
        raise fault("bad-duration", f"{_excerpt(text)} is no time at all", "write a duration longer than nothing")
    return length


def parse_quarter(value: Any) -> Quarter:
    """A quarter, such as 2026-Q3."""
    text = _scalar(value, "a quarter").strip()
    try:
        return Quarter.parse(text)
    except ValueError:
        near = re.fullmatch(r"([0-9]{4})[ -_]?[qQ]([1-4])", text)
        hint = f"write {near[1]}-Q{near[2]}" if near else "write the year, -Q and 1 to 4, such as 2026-Q3"
        raise fault("bad-quarter", f"{_excerpt(text)} is not a quarter", hint) from None


def parse_link(value: Any) -> str:
    """An address that may stand in a public link: https, http or mailto."""
    text = _scalar(value, "a link").strip()
    plain = not re.search(r"[\s\x00-\x1f<>\"'`\\{}]", text)
    if plain and re.match(r"(?:https?://[^/?#@:]+(?:[:/?#]|$)|mailto:[^@]+@[^@]+$)", text) and len(text) <= 2000:
        return text
    raise fault(
        "bad-link",
        f"{_excerpt(text)} is not a public link",
        "write a whole address that starts with https://, http:// or mailto:",
    )


def parse_mail(value: Any) -> str:
    """A mail address or a public link where people can write."""
    text = _scalar(value, "a mail address").strip()
    if _MAIL.fullmatch(text):
        return text
    return parse_link(text)


def parse_zone(value: Any) -> str:
    """A time zone by its IANA name."""
    text = _scalar(value, "a time zone").strip()
    try:
        if not re.fullmatch(r"[A-Za-z0-9_+/-]{1,64}", text) or text.startswith("/"):
            raise ValueError
        ZoneInfo(text)
    except (ValueError, KeyError, OSError):
        raise fault(
            "bad-zone",
            f"{_excerpt(text)} is not a time zone",
            "write an IANA name, such as Europe/Rome or UTC",
        ) from None
    return text


Text = Annotated[str, Parsed(parse_text, written.text(LONGEST_TEXT))]
Line = Annotated[str, Parsed(parse_line, written.text(LONGEST_LINE))]
Id = Annotated[str, Parsed(parse_id, written.name(RESERVED_IDS))]
Count = Annotated[int, Parsed(parse_count, written.count(LARGEST_COUNT))]
Number = Annotated[float, Parsed(parse_number, written.NUMBER)]
YesNo = Annotated[bool, Parsed(parse_yes_no, written.YES_NO)]
Day = Annotated[date, Parsed(parse_day, written.DAY)]
Moment = Annotated[datetime, Parsed(parse_moment, written.MOMENT, zoned=True)]
Duration = Annotated[timedelta, Parsed(parse_duration, written.DURATION)]
QuarterName = Annotated[Quarter, Parsed(parse_quarter, written.QUARTER)]
Link = Annotated[str, Parsed(parse_link, written.LINK)]
Contact = Annotated[str, Parsed(parse_mail, written.CONTACT)]
Zone = Annotated[str, Parsed(parse_zone, written.ZONE)]


class Words:
    """Annotation for a text that is one of the given words; blanks count as dashes (rule unknown-word).

    Written as word="its meaning", with _ for a dash, the meanings reach editors and the reference.
    """

    def __init__(self, *allowed: str, **meanings: str) -> None:
        self.meanings = dict.fromkeys(allowed, "") | {word.replace("_", "-"): text for word, text in meanings.items()}
        self.allowed = tuple(self.meanings)
        self._own = {word: word for word in self.allowed}

    def parse(self, value: Any) -> str:
        """The word, with dashes. Raises unknown-word with the allowed ones."""
        if isinstance(value, str) and value in self._own:
            return self._own[value]  # one string for all records
        text = _scalar(value, "one of " + ", ".join(self.allowed)).strip()
        dashed = text.replace(" ", "-")
        if dashed in self._own:
            return self._own[dashed]
        context = {
            "message": f"{_excerpt(text)} is not one of the allowed words",
            "help": "write one of: " + ", ".join(self.allowed),
            "given": text,
            "allowed": list(self.allowed),
        }
        raise PydanticCustomError("unknown-word", "{message}", context)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.parse, metadata=for_editors(lambda schema, handler: written.words(self.meanings))
        )


def under_all(value: Any) -> Any:
    """A bare value or list where values per group may stand is that of `all`."""
    return value if isinstance(value, Mapping) or value is None else {"all": value}


class Gap(StrEnum):
    """Why a clock shows no time."""

    UNKNOWN = "unknown"
    NOT_YET = "not-yet"


def parse_clock(value: Any, info: ValidationInfo) -> datetime | Gap:
    """A moment, or the word unknown (nobody knows) or not-yet (it has not happened)."""
    if isinstance(value, str) and not value[:1].isdigit():
        word = value.strip().replace(" ", "-")
        if word in (Gap.UNKNOWN, Gap.NOT_YET):
            return Gap(word)
    return parse_moment(value, info)


Clock = Annotated[datetime | Gap, Parsed(parse_clock, written.CLOCK, zoned=True)]
