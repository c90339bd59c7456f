"""Text to nodes: a YAML parser's events, built into our own small tree. Nothing is composed or loaded by the parser.

libyaml (PyYAML's CParser) is asked first; ruamel.yaml's pure parser stands in where libyaml is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from scorecard.model.nodes import Mapping, Node, Scalar, Sequence
from scorecard.read import copied, refused, syntax
from scorecard.read.guards import FORBIDDEN, MOST_SHOWN, describe
from scorecard.read.private import PREFIX
from scorecard.read.sources import Finding, width

try:
    from yaml._yaml import CParser as _CParser
except ImportError:  # pragma: no cover - where PyYAML came without libyaml
    _CParser = None  # type: ignore[assignment,misc]

DEEPEST = 24
MOST_VALUES = 50_000

_SCALAR, _OPEN_MAPPING, _CLOSE_MAPPING, _OPEN_LIST, _CLOSE_LIST, _ALIAS, _DOCUMENT, _DOCUMENT_END, _END, _OTHER = range(
    10
)
_OPENING = (_OPEN_MAPPING, _OPEN_LIST)
_CLOSING = (_CLOSE_MAPPING, _CLOSE_LIST)
_CODES = {
    "ScalarEvent": _SCALAR,
    "MappingStartEvent": _OPEN_MAPPING,
    "MappingEndEvent": _CLOSE_MAPPING,
    "SequenceStartEvent": _OPEN_LIST,
    "SequenceEndEvent": _CLOSE_LIST,
    "AliasEvent": _ALIAS,
    "DocumentStartEvent": _DOCUMENT,
    "DocumentEndEvent": _DOCUMENT_END,
    "StreamEndEvent": _END,
    "StreamStartEvent": _OTHER,
}


def c_parser() -> Any:
    """The class of libyaml's parser; None where PyYAML came without."""
    return _CParser


class Tree(NamedTuple):
    """What came of a text. `root` is None for an empty file and where the text could not be read to its end.

    `sound` is False where the tree cannot stand for what was meant (an alias, a tag), so that no more is said of it.
    `private` holds the fields that begin with private_, at any depth.
    """

    root: Node | None
    findings: tuple[Finding, ...] = ()
    sound: bool = True
    private: tuple[tuple[Scalar, Node], ...] = ()


class _Stop(Exception):  # noqa: N818 - not an error of ours but the end of reading a file
    """No more of this file can be read."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def parse(text: str, lines: tuple[str, ...], *, pure: bool = False) -> Tree:
    """The tree of a text; with `pure` (or where libyaml is missing) by ruamel.yaml's parser, with equal results."""
    builder = _Builder(lines)
    if "\t" in text:  # the parsers stumble over tabs on lines that are blank to a person
        text = "\n".join("" if "\t" in line and not line.strip(" \t") else line for line in lines)
    try:
        if _CParser is None or pure:
            _by_ruamel(text, builder)
        else:
            _by_libyaml(text, builder)
    except _Stop as stop:
        return Tree(None, (stop.finding,), sound=False)
    return Tree(builder.root, tuple(builder.findings), builder.sound, tuple(builder.private))


def _by_libyaml(text: str, builder: _Builder) -> None:
    parser = _CParser(text)
    try:
        builder.consume(parser.get_event)
    except yaml.MarkedYAMLError as error:
        raise _Stop(builder.diagnose(error)) from None
    except yaml.YAMLError:
        raise _Stop(refused.unreadable()) from None
    finally:
        parser.dispose()


def _by_ruamel(text: str, builder: _Builder) -> None:
    from scorecard.read import fallback

    try:
        builder.consume(fallback.events(text).__next__)
    except fallback.MarkedYAMLError as error:
        raise _Stop(builder.diagnose(error)) from None
    except ValueError:  # an escape beyond the last character of Unicode
        raise _Stop(syntax.bad_escape(builder.lines, (0, 0))) from None
    except (fallback.YAMLError, LookupError, TypeError, AttributeError):  # the parser itself stumbled
        raise _Stop(refused.unreadable()) from None


class _Scalar:
    """A scalar while it is made. Its slots are those of the frozen one, so it becomes one, in a third of the time."""

    __slots__ = ("text", "plain", "line", "column", "end_line", "end_column")  # noqa: RUF023 - the order of Scalar

    def __init__(self, text: str, plain: bool, line: int, column: int, end_line: int, end_column: int) -> None:
        self.text = text
        self.plain = plain
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column


class _Builder:
    """Puts events together to nodes, with a stack of its own: depth costs no recursion."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.findings: list[Finding] = []
        self.sound = True
        self.private: list[tuple[Scalar, Node]] = []
        self.root: Node | None = None
        self._ended = False
        self._stack: list[tuple[Any, list[Node]]] = []

    def diagnose(self, error: Any) -> Finding:
        """The parser's complaint in plain words."""
        if self._ended:
            return refused.second_document(self.lines, self.root)
        opened, spot = error.context_mark, error.problem_mark
        found = syntax.diagnose(
            self.lines,
            error.context or "",
            (opened.line, opened.column) if opened else None,
            error.problem or "",
            (spot.line, spot.column) if spot else (0, 0),
            self._bracket(),
        )
        return copied.explained(found, self.lines)

    def _bracket(self) -> tuple[int, int] | None:
        """Where the innermost bracket that is still open stands."""
        event = next((event for event, _ in reversed(self._stack) if event.flow_style), None)
        return (event.start_mark.line, event.start_mark.column) if event is not None else None

    def consume(self, get_event: Callable[[], Any]) -> None:
        """All events up to the end of the stream."""
        codes: dict[type, int] = {}
        stack = self._stack
        children: list[Node] = []
        values = 0
        while True:
            event = get_event()
            kind = type(event)
            code = codes.get(kind)
            if code is None:
                code = codes[kind] = _CODES[kind.__name__]
            if code == _SCALAR:
                values += 1
                if event.anchor is not None or event.tag is not None:
                    self._adorned(event)
                start, end, style = event.start_mark, event.end_mark, event.style
                text = event.value
                scalar = _Scalar(text, not style, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
                scalar.__class__ = Scalar  # type: ignore[assignment]
                children.append(scalar)  # type: ignore[arg-type]
                if style:
                    if not stack:  # some parsers go on to what follows, others stop here
                        raise _Stop(not_a_mapping(scalar))  # type: ignore[arg-type]
                    if style == '"' and FORBIDDEN.search(text):
                        self._hidden(event)
                elif not text or "\t" in text:
                    self._odd_plain(scalar, children)  # type: ignore[arg-type]
            elif code in _OPENING:
                values += 1
                if event.anchor is not None or event.tag is not None:
                    self._adorned(event)
                stack.append((event, children))
                children = []
                if len(stack) > DEEPEST:
                    raise _Stop(self._too_deep(event))
            elif code in _CLOSING:
                opening, above = stack.pop()
                above.append(self._closed(opening, event, children, code == _CLOSE_MAPPING))
                children = above
            elif code == _ALIAS:
                mark = event.start_mark
                raise _Stop(refused.alias(self.lines, mark.line + 1, mark.column + 1))
            elif code == _DOCUMENT:
                if self._ended:
                    raise _Stop(refused.second_document(self.lines, self.root))
            elif code == _DOCUMENT_END:
                self.root = children[0]
                self._ended = True
            elif code == _END:
                return
            if values > MOST_VALUES:
                raise _Stop(self._too_many(event))

    def _closed(self, opening: Any, event: Any, children: list[Node], mapping: bool) -> Node:
        start = opening.start_mark
        line, column = start.line + 1, start.column + 1
        pairs = self._pairs(children, in_brackets=bool(opening.flow_style)) if mapping else ()
        if opening.flow_style:
            end_line, end_column = event.end_mark.line + 1, event.end_mark.column + 1
        else:  # a block has no end of its own; it ends with its last value
            last = pairs[-1][1] if pairs else children[-1]
            end_line, end_column = last.end_line, last.end_column
        if mapping:
            return Mapping(pairs, line, column, end_line, end_column)
        return Sequence(tuple(children), line, column, end_line, end_column)

    def _pairs(self, children: list[Node], *, in_brackets: bool) -> tuple[tuple[Scalar, Node], ...]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.sound = False
                self._say(_bad_key(key))
            elif in_brackets and _without_colon(key, value):
                self._say(copied.explained(_comma(key), self.lines))
            elif key.text in pairs:
                self._say(_duplicate(pairs[key.text][0], key))
            else:
                if isinstance(value, Scalar) and value.plain and not value.text:
                    value = _after_colon(key)
                pairs[key.text] = (key, value)
                if key.text.startswith(PREFIX):
                    self.private.append((key, value))
        return tuple(pairs.values())

    def _say(self, finding: Finding) -> None:
        if sum(one.rule == finding.rule for one in self.findings) < MOST_SHOWN:
            self.findings.append(finding)

    def _adorned(self, event: Any) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if event.anchor is not None:
            raise _Stop(refused.anchor(self.lines, line, column))
        raise _Stop(refused.tag(self.lines, line, column))

    def _odd_plain(self, scalar: Scalar, children: list[Node]) -> None:
        """Nothing where a key should be; or a tab, at which other YAML programs stop."""
        if scalar.text:
            raise _Stop(refused.tab_in_text(self.lines, scalar.line - 1, scalar.column - 1))
        mapping = self._stack and _CODES[type(self._stack[-1][0]).__name__] == _OPEN_MAPPING
        if mapping and len(children) % 2 == 1:
            back = self.lines[scalar.line - 1][: scalar.column - 1].endswith(":")
            raise _Stop(refused.no_key(scalar.line, scalar.column - back))

    def _hidden(self, event: Any) -> None:
        mark = event.start_mark
        odd = sorted(set(FORBIDDEN.findall(event.value)))
        if any("\ud800" <= char <= "\udfff" for char in odd):  # libyaml stops at these
            raise _Stop(syntax.bad_escape(self.lines, (mark.line, mark.column)))
        for char in odd:
            self._say(
                Finding(
                    "control-character",
                    mark.line + 1,
                    mark.column + 1,
                    f"the text holds {describe(char)}, written as an escape",
                    help="take the escape with the backslash out of the quoted text",
                )
            )

    def _too_deep(self, event: Any) -> Finding:
        mark = event.start_mark
        return Finding(
            "too-deep",
            mark.line + 1,
            mark.column + 1,
            f"more than {DEEPEST} levels stand inside one another here",
            help="no record needs so many; look at the indents or brackets above",
        )

    def _too_many(self, event: Any) -> Finding:
        mark = event.start_mark
        return Finding(
            "too-many-values",
            mark.line + 1,
            mark.column + 1,
            f"this file holds more than {MOST_VALUES:,} values",
            help="keep one incident, wave or entry per file",
        )


def not_a_mapping(root: Node) -> Finding:
    """A file whose top is a list or a text."""
    here = "a list" if isinstance(root, Sequence) else "text"
    help = "write key: value lines; a file holds one record, so no '- ' stands before its keys"
    message = f"keys with values expected at the top of the file, but here is {here}"
    return Finding("wrong-shape", root.line, root.column, message, help=help, length=width(root))


def _bad_key(key: Node) -> Finding:
    length = width(key)
    message = f"a {'list' if isinstance(key, Sequence) else 'mapping'} stands where a key should be"
    return Finding("key-not-text", key.line, key.column, message, help="write a word before the colon", length=length)


def _without_colon(key: Scalar, value: Node) -> bool:
    """Whether the parser put an empty value right behind a key that has no colon."""
    return (value.line, value.column) == (key.end_line, key.end_column) and value.end_column == value.column


def _after_colon(key: Scalar) -> Scalar:
    """The empty value of a key; the parsers differ in where they see it."""
    line, column = key.end_line, key.end_column + 1
    return Scalar("", True, line, column, line, column)


def _comma(key: Scalar) -> Finding:
    return Finding(
        "comma-in-text",
        key.line,
        key.column,
        f"'{key.text}' stands between commas inside {{ }} and has no value",
        help="a comma ends a text inside { }; put the whole text in quotes",
        length=width(key),
    )


def _duplicate(first: Scalar, second: Scalar) -> Finding:
    return Finding(
        "duplicate-key",
        second.line,
        second.column,
        f"the key '{second.text}' is given twice: in line {first.line} and in line {second.line}",
        "given again here",
        "keep one of the two",
        width(second),
        (
            (
                first.line,
                first.column,
                width(first),
                "first here",
            ),
        ),
    )
