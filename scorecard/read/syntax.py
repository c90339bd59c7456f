"""What a YAML parser complained of, in plain words, at the line a person has to mend.

The two parsers word their complaints differently, so the words are looked at only for what kind of trouble it is; what
is said, and where, comes from the lines themselves.
"""

from __future__ import annotations

import re

from scorecard.read import refused
from scorecard.read.sources import Finding

Spot = tuple[int, int]

_KEY_LINE = re.compile(r"\s*(?:- +)*[\w.-]+:(?:\s|$)")
_OPENS_QUOTE = re.compile(r"""(?:^\s*(?:- +)*|:\s+|^\s*(?:- +)+|[\[{,]\s*)(["'])""")
_HEADER = re.compile(r"(?:^|[:\-]\s+)([|>][^\s#]*)\s*(?:#.*)?$")
_ESCAPE = re.compile(  # group 1: a backslash that stands for nothing
    r"""\\(?:[0abtnvfreNLP_ "/\\\t]|x[0-9A-Fa-f]{2}|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}"""
    r"""|U(?!0000[dD][89a-fA-F])00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}|$)|(\\(?:[xuU][0-9A-Fa-f]{0,8}|.)?)"""
)


#: Inside brackets: a colon that ends a key, with no blank between it and the next mark.
COLON_BEFORE_MARK = re.compile(r":[,?\[\]{}]")


def diagnose(
    lines: tuple[str, ...], context: str, opened: Spot | None, complaint: str, spot: Spot, bracket: Spot | None = None
) -> Finding:
    """A finding for a parser's complaint; spots are (line, column) from 0 as the parser gave them.

    `opened` is where the thing began that is complained of, `bracket` the innermost bracket that is still open.
    """
    line, column = spot if spot[0] < len(lines) else (len(lines) - 1, len(lines[-1]))
    where = opened or (line, column)
    if "escape" in complaint or "hexdecimal" in complaint:
        return bad_escape(lines, where)
    escape = _escape_after(lines, where) if "quoted" in context else None
    quote = escape or _unclosed_quote(lines, line)
    if quote is not None:
        return quote
    if "quoted scalar" in context and opened is not None:
        return _quote_left_open(opened[0], opened[1], lines)
    if "directive" in context or lines[line].startswith("%"):
        return refused.percent(where[0] if "directive" in context else line, lines)
    if "alias" in context or "anchor" in context:
        return (refused.alias if "alias" in context else refused.anchor)(lines, where[0] + 1, where[1] + 1)
    if "tag" in context or "tag handle" in complaint:
        return refused.tag(lines, where[0] + 1, where[1] + 1)
    if "unexpected ':'" in complaint:
        return _colon_before_mark(lines, where)
    if "block scalar" in context or "block scalar" in complaint:
        return _block_header(lines, opened or (line, column), line)
    if _tab_in_indent(lines, line):
        return _tab(lines, line)
    tab = _tab_before(lines[line], column)
    if tab is not None:
        return refused.tab_in_text(lines, line, tab)
    colon = _lone_colon(lines[line], column)
    if colon is not None:
        return refused.no_key(line + 1, colon + 1)
    if bracket is not None and not _rest(lines, line, column):
        return _bracket_left_open(lines, bracket)
    if "node content" in complaint:
        return _stray(lines, line, column)
    if "flow" in context and opened is not None:
        return _flow(lines, opened, (line, column))
    if "cannot start any token" in complaint:
        return _odd_start(lines, line, column)
    if "mapping values are not allowed" in complaint:
        return _second_colon(lines, line, column)
    if "sequence entries are not allowed" in complaint:
        return Finding(
            "dash-in-line",
            line + 1,
            column + 1,
            "a list begins in the middle of a line here",
            help="write each item on a line of its own below the key, or put text that begins with a dash in quotes",
        )
    if "simple key" in context:
        where = opened or (line, column)
        return _no_colon(lines, where[0])
    return _block_trouble(lines, line, column)


def _lone_colon(text: str, column: int) -> int | None:
    """The colon at a spot (or right behind a bracket there) that has no key before it; None where there is none."""
    match = re.compile(r"[\[{,]?\s*:").match(text, column)
    if match is None:
        return None
    before = text[: match.end() - 1].rstrip()
    in_brackets = before.endswith(("[", "{", ","))
    at_start = re.fullmatch(r"\s*(?:-(?: +|$))*", before) and text[match.end() : match.end() + 1] in ("", " ", "\t")
    return match.end() - 1 if in_brackets or at_start else None


def _closing(text: str, start: int, mark: str) -> int:
    """Where the quote that opened before `start` closes on this line; -1 where it does not."""
    at = start
    while at < len(text):
        if mark == '"' and text[at] == "\\":
            at += 2
            continue
        if text[at] == mark:
            if mark == "'" and text[at : at + 2] == "''":
                at += 2
                continue
            return at
        at += 1
    return -1


def _unclosed_quote(lines: tuple[str, ...], last: int) -> Finding | None:
    """The first quote that stays open at the end of its line although the next line begins another field.

    A quote that closes tidily on a later line is a long text and not meant.
    """
    number = 0
    while number <= min(last, len(lines) - 1):
        text = lines[number]
        opening = None
        for match in _OPENS_QUOTE.finditer(text) if '"' in text or "'" in text else ():
            if opening is not None and match.start(1) <= opening:
                continue
            end = _closing(text, match.end(1), match[1])
            if end < 0:
                return_to = _tidy_end(lines, number, match[1])
                following = lines[number + 1] if number + 1 < len(lines) else ""
                if return_to is None and (number + 1 >= len(lines) or _KEY_LINE.match(following)):
                    return _quote_left_open(number, match.start(1), lines)
                break
            opening = end
        number += 1
    return None


def _tidy_end(lines: tuple[str, ...], number: int, mark: str) -> int | None:
    """The line on which a quote open at the end of line `number` closes with nothing odd after it, else None."""
    for later in range(number + 1, min(len(lines), number + 2000)):
        end = _closing(lines[later], 0, mark)
        if end >= 0:
            return later if re.match(r"\s*(?:$|#|,|\]|\}|:(?:\s|$))", lines[later][end + 1 :]) else None
    return None


def _quote_left_open(line: int, column: int, lines: tuple[str, ...]) -> Finding:
    mark = lines[line][column : column + 1] if line < len(lines) else '"'
    return Finding(
        "unclosed-quote",
        line + 1,
        column + 1,
        f"the quote {mark} opens here and is not closed",
        "opened here",
        f"write {mark} at the end of the text too",
    )


def bad_escape(lines: tuple[str, ...], opened: Spot) -> Finding:
    """The first backslash at or after a spot that stands for no character."""
    return _escape_after(lines, opened) or Finding(
        "bad-escape", opened[0] + 1, opened[1] + 1, "a backslash in this quoted text stands for no character"
    )


def _colon_before_mark(lines: tuple[str, ...], opened: Spot) -> Finding:
    match = COLON_BEFORE_MARK.search(lines[opened[0]], opened[1])
    return Finding(
        "stray-mark",
        opened[0] + 1,
        (match.start() if match else opened[1]) + 1,
        "a blank or a value is missing after this colon",
        help="write the value after the colon, or put text that ends with a colon in quotes",
    )


def _escape_after(lines: tuple[str, ...], opened: Spot) -> Finding | None:
    if lines[opened[0]][opened[1] : opened[1] + 1] == "'":
        return None
    for number in range(opened[0], len(lines)):
        for match in _ESCAPE.finditer(lines[number], opened[1] if number == opened[0] else 0):
            if match[1] is not None:
                word = match[1]
                half = word[1:2] in ("x", "u", "U")
                return Finding(
                    "bad-escape",
                    number + 1,
                    match.start(1) + 1,
                    f"{word} {'stands for no character' if half else 'means nothing'} inside double quotes",
                    help="write the character itself" if half else "",
                    length=len(word),
                )
    return None


def _block_header(lines: tuple[str, ...], opened: Spot, line: int) -> Finding:
    if line > opened[0]:
        return _tab(lines, line)
    return Finding(
        "bad-block-text",
        opened[0] + 1,
        opened[1] + 1,
        "after | or > the line must end; the text begins on the next line",
        help="write | alone at the end of the line and indent the lines of the text below it",
    )


def _tab_in_indent(lines: tuple[str, ...], line: int) -> bool:
    text = lines[line] if line < len(lines) else ""
    return "\t" in text[: len(text) - len(text.lstrip(" \t-"))]


def _tab_before(text: str, column: int) -> int | None:
    """Where a tab parts the word before a spot from the spot; None where none does."""
    before = text[:column]
    word = before.rstrip(" \t")
    blanks = before[len(word) :]
    indicator = re.search(r"""(?:^|\s)[-?:]$|["'{}\[\],:]$""", word)
    if "\t" not in blanks or not word or indicator or not text[column:].strip():
        return None
    return len(word) + blanks.index("\t")


def _tab(lines: tuple[str, ...], line: int) -> Finding:
    return Finding(
        "tab-indent",
        line + 1,
        (lines[line].find("\t") if line < len(lines) else 0) + 1,
        "a tab stands where the line is indented",
        help="use spaces, two for each level; editors can change tabs into spaces",
    )


def _rest(lines: tuple[str, ...], line: int, column: int) -> bool:
    """Whether anything but comments stands at or after a spot."""
    after = (lines[line][column:], *lines[line + 1 :]) if line < len(lines) else ()
    return any(refused.has_content(text) for text in after)


def _bracket_left_open(lines: tuple[str, ...], opened: Spot) -> Finding:
    mark = lines[opened[0]][opened[1] : opened[1] + 1] if opened[0] < len(lines) else "{"
    return Finding(
        "unclosed-bracket",
        opened[0] + 1,
        opened[1] + 1,
        f"the bracket {mark} opens here and is not closed",
        "opened here",
        f"write {']' if mark == '[' else '}'} where it ends; check the commas before it",
    )


def _flow(lines: tuple[str, ...], opened: Spot, spot: Spot) -> Finding:
    mark = lines[opened[0]][opened[1] : opened[1] + 1] if opened[0] < len(lines) else "{"
    closing = "]" if mark == "[" else "}"
    if spot[0] > opened[0] or not _rest(lines, *spot):
        return _bracket_left_open(lines, opened)
    return Finding(
        "comma-missing",
        spot[0] + 1,
        spot[1] + 1,
        f"a comma or {closing} is missing before this",
        help=f"put a comma between two entries; put text with , [ ] {{ }} or : in quotes inside {mark} {closing}",
    )


def _odd_start(lines: tuple[str, ...], line: int, column: int) -> Finding:
    char = lines[line][column : column + 1] if line < len(lines) else ""
    return Finding(
        "needs-quotes",
        line + 1,
        column + 1,
        f"text cannot begin with {char or 'this'}",
        help="put the whole text in quotes",
    )


def _second_colon(lines: tuple[str, ...], line: int, column: int) -> Finding:
    text = lines[line]
    first = re.match(r"""\s*(?:- +)*(?:[^\s:'"][^:]*|"[^"]*"|'[^']*'):\s""", text)
    if first is not None and first.end() <= column:
        return Finding(
            "colon-in-text",
            line + 1,
            column + 1,
            "a colon with a blank after it stands inside the text of this line",
            "this colon",
            "put the whole text in quotes",
        )
    above = next((n for n in range(line - 1, -1, -1) if refused.has_content(lines[n])), None)
    if above is not None and not _KEY_LINE.match(lines[above]) and _indent(lines[above]) <= _indent(text):
        return _no_colon(lines, above)
    return _indented(lines, line)


def _no_colon(lines: tuple[str, ...], line: int) -> Finding:
    text = lines[line] if line < len(lines) else ""
    mark = re.match(r"\s*(?:- +)*([*&])", text)
    if mark is not None:  # ruamel.yaml takes the colon for a part of the name
        return (refused.alias if mark[1] == "*" else refused.anchor)(lines, line + 1, mark.end())
    if text.lstrip().startswith(("{", "[")):
        return _unfit(line, _indent(text))
    return Finding(
        "missing-colon",
        line + 1,
        _indent(text) + 1,
        "this line has no colon after its key",
        help="write key: value, with a blank after the colon",
        length=len(text.strip()),
    )


def _stray(lines: tuple[str, ...], line: int, column: int) -> Finding:
    char = lines[line][column : column + 1] if line < len(lines) else ""
    if char in ("", "\t", " "):
        return _block_trouble(lines, line, column)
    return Finding(
        "stray-mark",
        line + 1,
        column + 1,
        f"{char} stands where a value should begin",
        help="delete it, write the value before it, or put text that begins with it in quotes",
    )


def _block_trouble(lines: tuple[str, ...], line: int, column: int) -> Finding:
    text = lines[line] if line < len(lines) else ""
    before = text[:column].rstrip()
    if before.endswith(('"', "'")):
        return Finding(
            "text-after-quote",
            line + 1,
            column + 1,
            "the text goes on after the quote that closes it",
            help=f"inside {before[-1]} write {_doubled(before[-1])} for {before[-1]}, or use the other kind of quotes",
        )
    for number in (line, line - 1, line - 2):
        header = _HEADER.search(lines[number]) if 0 <= number < len(lines) else None
        if header is not None and re.search(r"\d", header[1]):
            return Finding(
                "bad-block-text",
                number + 1,
                header.start(1) + 1,
                f"{header[1]} promises an indent that the lines below do not have",
                help="write | without a number and indent the lines of the text below it",
                length=len(header[1]),
            )
    if text.strip() and column <= _indent(text) and not text.lstrip().startswith(("{", "[")):
        return _indented(lines, line)
    return _unfit(line, column)


def _unfit(line: int, column: int) -> Finding:
    return Finding(
        "not-yaml",
        line + 1,
        column + 1,
        "this does not fit after what stands before it",
        help="put a text with marks such as [ ] { } : # in quotes, and begin each field on a line of its own",
    )


def _doubled(mark: str) -> str:
    return "''" if mark == "'" else '\\"'


def _indented(lines: tuple[str, ...], line: int) -> Finding:
    text = lines[line]
    here = _indent(text)
    above = next((n for n in range(line - 1, -1, -1) if refused.has_content(lines[n])), None)
    if above is None and here == 0:
        return _unfit(line, 0)
    why = f"this line begins in column {here + 1}"
    if above is None:
        why += ", although nothing stands above it"
    elif here > _indent(lines[above]):
        why += f", but line {above + 1} above already has its value"
    else:
        why += "; no line above begins a level there"
    return Finding(
        "bad-indent",
        line + 1,
        here + 1,
        why,
        help="lines of one level begin in the same column; a level below is two blanks further in",
        length=len(text.strip()),
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
