"""Foreign names and texts made fit for a file: ids, lines, links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from scorecard.model.lexical import LONGEST_LINE, LONGEST_TEXT, RESERVED_IDS

#: What no file of the project may hold: control and direction characters, line separators, halves of surrogate pairs.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,24}(?:/[^\s,;<>\"'`\\{}|^]*)?)", re.IGNORECASE)
LONGEST_ID = 64
#: A top-level domain that can never exist (RFC 2606, 1999): says by itself that the address is a placeholder.
PLACEHOLDER = "https://scorecard.invalid/"


def slug(text: str, taken: Collection[str] = (), fallback: str = "item") -> str:
    """An id made of a foreign name, not among `taken`: lower case, digits and dashes, at most 64 letters."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    id = re.sub(r"[^a-z0-9]+", "-", bare).strip("-") or fallback
    id = id[:LONGEST_ID].rstrip("-")
    if id in RESERVED_IDS:
        id = f"{fallback}-{id}"
    base, number = id, 2
    while id in taken:
        tail = f"-{number}"
        id = base[: LONGEST_ID - len(tail)].rstrip("-") + tail
        number += 1
    return id


def slugs(names: Iterable[str], fallback: str = "item") -> dict[str, str]:
    """An id for each name, in the order given; names that differ only by case or signs get different ids."""
    made: dict[str, str] = {}
    for name in names:
        if name not in made:
            made[name] = slug(name, set(made.values()), fallback)
    return made


def text(value: object) -> str | None:
    """The text letter for letter but for characters nobody can see; None where there is none."""
    if not isinstance(value, str):
        return None
    seen = _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return seen[:LONGEST_TEXT] if seen.strip() else None


def line(value: object) -> str | None:
    """The same for a short text (a title, a name) in one line."""
    seen = text(value)
    return re.sub(r"\s*\n\s*", " ", seen)[:LONGEST_LINE] if seen else None


def changed(value: object) -> bool:
    """Whether `text` had to take something out of it."""
    return isinstance(value, str) and bool(value.strip()) and text(value) != value.replace("\r\n", "\n")


def link(source: str) -> str | None:
    """The first public address that a source line names, None when it names none."""
    match = _HOST.search(source)
    return f"https://{match[1].rstrip('.')}" if match else None
