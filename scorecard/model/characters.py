"""Characters that no file of a person may hold: nobody can see them, and programs stumble over them."""

from __future__ import annotations

import re
import unicodedata

#: Refused in text, raw or by escape: C0 but tab and line feed, DEL, C1, line and paragraph separators, bidi controls,
#: halves of surrogate pairs, and the two code points that are no characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_NAMES = {0: "NULL", 7: "BELL", 8: "BACKSPACE", 11: "LINE TABULATION", 12: "FORM FEED", 13: "CARRIAGE RETURN"}
_NAMES |= {0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE"}


def describe(char: str) -> str:
    """A character by code point and name: U+0435 CYRILLIC SMALL LETTER IE."""
    code = ord(char)
    name = _NAMES.get(code) or unicodedata.name(char, "")
    if not name:
        name = "HALF OF A SURROGATE PAIR" if 0xD800 <= code <= 0xDFFF else "CONTROL CHARACTER"
    return f"U+{code:04X} {name}"
