"""Characters that take no room on the page, and where a script or an emoji needs them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
#: Scripts whose letters are joined or kept apart by U+200C and U+200D.
_JOINING = frozenset(
    (
        *("ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL"),
        *("TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN"),
    )
)
_SYMBOLS = ("So", "Sm", "Sk", "Po", "Mn")


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Each character that nobody can see and nothing needs: where, and which."""
    for match in _UNSEEN.finditer(text):
        at, char = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if not _needed(char, before, after):
            yield at, char


def name_of(char: str) -> str:
    """U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"


def _needed(char: str, before: str, after: str) -> bool:
    if char in "\u200c\u200d":
        joined = _script(before) in _JOINING and (char == "\u200d" or _script(after) in _JOINING)
        return joined or (char == "\u200d" and _pictured(before) and _pictured(after))
    if char == "\ufe0f" or char == "\ufe0e":
        return _pictured(before) or (before != "" and before in "#*0123456789")
    if "\ufe00" <= char <= "\ufe0d" or "\U000e0100" <= char <= "\U000e01ef":
        return _script(before) in ("CJK", "MYANMAR", "MATHEMATICAL")
    if "\u180b" <= char <= "\u180f":
        return _script(before) == "MONGOLIAN"
    if "\U000e0020" <= char <= "\U000e007f":  # flags of regions follow a black flag
        return before == "\U0001f3f4" or "\U000e0020" <= before <= "\U000e007e"
    if char == "\u2800":  # the empty cell is a letter of Braille
        return _script(before) == "BRAILLE" or _script(after) == "BRAILLE"
    return False


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char else ""


def _pictured(char: str) -> bool:
    return char != "" and (unicodedata.category(char) in _SYMBOLS or char == "\ufe0f" or ord(char) >= 0x1F000)
