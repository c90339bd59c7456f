"""A text as YAML: without quotes where every YAML program reads the same text there, else in quotes."""

from __future__ import annotations

import re

from scorecard.edit.refused import Refused

#: Plain text that some YAML program (1.1 or 1.2) takes for something else: nothing, true or false, a number, a day.
_TYPED = re.compile(
    r"""(?ix) ~ | null | true | false | yes | no | on | off | y | n | = | <<
    | [-+]? ( \.? \d [\d_.,:]* ( e [-+]? \d+ )? | 0b [01_]+ | 0o? [0-7_]+ | 0x [\da-f_]+ | \.inf ) | \.nan
    | \d{4} - \d{1,2} - \d{1,2} ( [Tt\ ]+ \d{1,2} : .* )?"""
)
#: A first letter with a meaning; dash, question mark and colon have one only before a blank, but look as if always.
_MARK = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.")
_COLON_OR_HASH = re.compile(r":(?:\s|$)| #")
_IN_BRACKETS = re.compile(r"[,\[\]{}]|:(?![0-9A-Za-z ])")
#: What is not written into a file as it is: controls, odd blanks at which lines may break, marks nobody sees.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def text(value: str, *, brackets: bool = False) -> str:
    """One line of YAML for a text; with `brackets` for a place inside [ ] or { }. Raises Refused for no text at all."""
    _readable(value)
    if is_plain(value, brackets=brackets):
        return value
    if _UNSEEN.search(value):
        return double(value)
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return double(value)


def is_plain(value: str, *, brackets: bool = False) -> bool:
    """Whether a text may stand without quotes."""
    if not value or value != value.strip() or _UNSEEN.search(value) or _TYPED.fullmatch(value):
        return False
    if _MARK.match(value) or _COLON_OR_HASH.search(value):
        return False
    return not (brackets and _IN_BRACKETS.search(value))


def double(value: str) -> str:
    """A text in double quotes, in one line."""

    def escaped(match: re.Match[str]) -> str:
        char = match[0]
        code = ord(char)
        return _ESCAPES.get(char) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")

    inside = re.sub(r'["\\]', escaped, value)
    return f'"{_UNSEEN.sub(escaped, inside)}"'


def literal(value: str, indent: int, eol: str) -> str | None:
    """A text of several lines below a `|`, indented by so many blanks; None where only quotes can hold it."""
    _readable(value)
    body = value.removesuffix("\n")
    lines = body.split("\n")
    odd = any(_UNSEEN.search(line) or (line and not line.strip()) or line != line.rstrip() for line in lines)
    if odd or len(lines) < 2 or not lines[0] or lines[0].startswith(" ") or not lines[-1]:
        return None
    header = "|" if value.endswith("\n") else "|-"
    return eol.join([header, *(f"{' ' * indent}{line}" if line else "" for line in lines)])


def _readable(value: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(
            f"the text cannot be written: after {value[: error.start][-20:]!r} stands half a character",
            by_hand="Type the text again, or check the encoding of your terminal.",
        ) from None
