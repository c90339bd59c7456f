"""Characters that nobody can see or that move a terminal: which ones no file may hold, and how they are printed."""

from __future__ import annotations

import json
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


_RAW_NEVER = ("Cc", "Cf", "Cs", "Zl", "Zp")
_TAB = "    "
#: What a pipeline takes for a command to itself: GitHub's runner finds ##[error] anywhere in a line of its log.
COMMAND = "##["
_COMMAND_LINE = re.compile(r"^[^\S\n]*:(?=:)", re.MULTILINE)


def visible(text: str) -> str:
    r"""The text in one line, with control, format and bidi characters as escapes: an escape character becomes \x1b."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(shown, text))
    return text.replace(COMMAND, f"##{escaped('[')}") if COMMAND in text else text


def shown(char: str) -> str:
    """One character as it is printed."""
    if char == "\t":
        return _TAB
    return char if char.isprintable() or unicodedata.category(char) not in _RAW_NEVER else escaped(char)


def escaped(char: str) -> str:
    """A character as programs write it."""
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def calm(text: str) -> str:
    """Lines as they may reach any terminal or log: nothing moves the terminal, no line is a command to a pipeline.

    Line ends, tabs and what joins letters stay.
    """
    text = FORBIDDEN.sub(lambda match: escaped(match[0]), text)
    text = _COMMAND_LINE.sub(lambda match: match[0][:-1] + escaped(":"), text)
    return text.replace(COMMAND, f"##{escaped('[')}")


def width(text: str) -> int:
    """Columns on a terminal: two for wide letters, none for marks that sit on another letter."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def ascii_json(value: object) -> str:
    """JSON for programs, in ASCII, ending with a line end; nothing in it can move a terminal or command a pipeline."""
    return json.dumps(value, allow_nan=False, indent=2).replace(COMMAND, "##\\u005b") + "\n"
