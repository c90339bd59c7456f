"""How each kind of value may be written, as JSON Schema 2020-12: what editors check while somebody types.

An editor sees the number 5 where a person wrote 5, so most kinds take a number or a text; what the text may look like
is the pattern. The patterns take exactly what `lexical` takes, as far as a pattern can (tests compare the two). They
are regular expressions of JavaScript and of Python alike. `errorMessage` is what editors say instead of the pattern.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

Schema = dict[str, Any]

_YEAR: Final = r"(?:19|20|21)\d\d"
_FOURTHS: Final = r"0[48]|[2468][048]|[13579][26]"
_LEAP: Final = rf"(?:(?:19|21)(?:{_FOURTHS})|20(?:00|{_FOURTHS}))"
_DATE: Final = (
    rf"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    rf"|02-(?:0[1-9]|1\d|2[0-8]))|{_LEAP}-02-29)"
)
_TIME: Final = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?"
_OFFSET: Final = r"(?:Z|z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)"
_MOMENT: Final = rf"{_DATE}[Tt ]+{_TIME}\s*{_OFFSET}?"
#: What no address may hold.
_UNSAFE: Final = r"""\s\x00-\x1f<>"'`\\{}"""
_WEB: Final = rf"https?://[^{_UNSAFE}/?#@:]+(?:[:/?#][^{_UNSAFE}]*)?"
_MAILTO: Final = rf"mailto:[^{_UNSAFE}@]+@[^{_UNSAFE}@]+"
#: No colon, or it could be an address of another scheme; no comma or semicolon, or it would be several.
_NAME: Final = r"""[^@\s<>"'`\\{}?&:;,()\[\]]+"""
_MAIL: Final = rf"{_NAME}@{_NAME}\.{_NAME}"


def _whole(pattern: str) -> str:
    """The pattern from the first letter to the last, blanks around it not counted."""
    return rf"^\s*(?:{pattern})\s*$"


def _texts(pattern: str, message: str, *examples: str, **more: Any) -> Schema:
    return {"type": "string", "pattern": pattern, "errorMessage": message, "examples": list(examples), **more}


def text(longest: int) -> Schema:
    """Any text with a letter in it; a bare number, true and false are texts too where a text is expected."""
    return {
        "type": ["string", "number", "boolean"],
        "pattern": r"\S",
        "maxLength": longest,
        "errorMessage": f"write text of at most {longest:,} letters, or leave the key out",
    }


def name(reserved: Collection[str]) -> Schema:
    """An id. A number alone is one too."""
    return {
        "type": ["string", "integer"],
        "pattern": r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$",
        "not": {"enum": [*sorted(reserved), *(int(word) for word in sorted(reserved) if word.isdigit())]},
        "minimum": 0,
        "errorMessage": "write an id: lower-case letters a-z, digits and dashes inside, at most 64 of them",
    }


def count(largest: int) -> Schema:
    """A whole number of people or things."""
    return {
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": largest,
        "pattern": _whole(r"\+?(?:\d{1,11}|100000000000)"),
        "errorMessage": "write a whole number in digits only, such as 1200",
        "examples": [1200],
    }


NUMBER: Final[Schema] = {
    "type": ["number", "string"],
    "exclusiveMinimum": -1e15,
    "exclusiveMaximum": 1e15,
    "pattern": _whole(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"),
    "errorMessage": "write a number in digits, with a point before decimals, such as 3.9",
    "examples": [3.9],
}
YES_NO: Final[Schema] = {
    "type": ["boolean", "string"],
    "pattern": _whole("true|false"),
    "errorMessage": "write true or false",
}
DAY: Final = _texts(_whole(_DATE), "write a day that exists as YYYY-MM-DD, such as 2026-03-14", "2026-03-14")
MOMENT: Final = _texts(
    _whole(_MOMENT),
    "write a day and a time as YYYY-MM-DDTHH:MM, such as 2026-03-14T09:41",
    "2026-03-14T09:41",
    "2026-03-14T09:41+01:00",
)
CLOCK: Final = _texts(
    _whole(rf"{_MOMENT}|unknown|not[- ]yet"),
    "write a day and a time as YYYY-MM-DDTHH:MM, or unknown, or not-yet",
    "2026-03-14T09:41",
    "unknown",
    "not-yet",
)
DURATION: Final = _texts(
    _whole(r"(?=.*[1-9])P(?:\d{1,4}D)?(?:T(?:\d{1,5}H)?(?:\d{1,6}M)?)?"),
    "write PT30M (30 minutes), PT24H (24 hours) or P7D (7 days)",
    "PT30M",
    "PT24H",
    "P7D",
)
QUARTER: Final = _texts(_whole(rf"{_YEAR}-Q[1-4]"), "write the year, -Q and 1 to 4, such as 2026-Q3", "2026-Q3")
LINK: Final = _texts(
    _whole(f"{_WEB}|{_MAILTO}"),
    "write a whole address that starts with https://, http:// or mailto:",
    "https://www.example.org/notices/2026-03-14",
    maxLength=2000,
)
CONTACT: Final = _texts(
    _whole(f"{_MAIL}|{_WEB}|{_MAILTO}"),
    "write a mail address or a whole address that starts with https://",
    "trust@example.org",
    "https://www.example.org/contact",
)
ZONE: Final = _texts(
    _whole(r"[A-Za-z0-9_+-][A-Za-z0-9_+/-]{0,63}"),
    "write the name of a time zone, such as Europe/Rome or UTC",
    "Europe/Rome",
    "America/New_York",
    "UTC",
)
SCALE: Final = _texts(
    _whole(r"[01]\s*(?:-|–|to)\s*\d{1,3}"),
    "write the two ends of the scale from low to high, such as 1-10, 1-5, 1-7 or 0-10",
    "1-10",
    "1-5",
    "0-10",
)
VERSION: Final = _texts(_whole(r"\d{1,4}\.\d{1,4}\.\d{1,4}"), "write three numbers with points, such as 1.0.0", "1.0.0")
MONTH_DAY: Final = _texts(
    _whole(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])"), "write MM-DD, such as 01-01 or 10-01", "01-01", "10-01"
)
COLOUR: Final = _texts(
    _whole("#[0-9a-fA-F]{6}"), 'write six hexadecimal digits in quotes, such as "#1d4ed8"', "#1d4ed8"
)
PICTURE: Final = _texts(
    _whole(r"[a-z0-9][a-z0-9._-]{0,63}\.(?:svg|png)"),
    "write the name of a .svg or .png file in content/, such as logo.svg",
    "logo.svg",
)
LANGUAGE: Final = _texts(_whole("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?"), "write a code such as en or it", "en", "it")


def words(meanings: Mapping[str, str]) -> Schema:
    """One of these words, each with its meaning; a blank for a dash is taken, but not offered."""
    found: Schema = {"enum": list(meanings), "errorMessage": "write one of: " + ", ".join(meanings)}
    if all(meanings.values()):
        found["enumDescriptions"] = list(meanings.values())
    blanks = "|".join(word.replace("-", "[- ]") for word in meanings if "-" in word)
    if not blanks:
        return found
    return {"anyOf": [found, {"type": "string", "pattern": _whole(blanks), "doNotSuggest": True}]}
