"""Letters on a terminal: how wide they are, and how those are shown that nobody should print raw."""

from __future__ import annotations

import unicodedata

_RAW_NEVER = ("Cc", "Cf", "Cs", "Zl", "Zp")
_TAB = "    "


def visible(text: str) -> str:
    r"""The text with control, format and bidi characters as escapes: an escape character becomes \x1b."""
    return text if text.isascii() and text.isprintable() else "".join(map(shown, text))


def shown(char: str) -> str:
    """One character as it is printed."""
    if char == "\t":
        return _TAB
    if char.isprintable() or unicodedata.category(char) not in _RAW_NEVER:
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str) -> int:
    """Columns on a terminal: two for wide letters, none for marks that sit on another letter."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
