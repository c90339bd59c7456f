"""The words that people will read, found once for all rules that search them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from scorecard.model.annotations import Parsed
from scorecard.model.lexical import parse_line, parse_link, parse_mail, parse_text
from scorecard.model.nodes import Loc, Mapping, Node, Place, Scalar, Sequence
from scorecard.model.records import (
    Correction,
    Decision,
    Dialogue,
    Enquiries,
    Entry,
    Incident,
    Method,
    Organisation,
    Outcomes,
    Promise,
    Risk,
    Wave,
)

_RECORDS = (
    Organisation,
    Method,
    Wave,
    Incident,
    Promise,
    Dialogue,
    Risk,
    Decision,
    Enquiries,
    Outcomes,
    Correction,
)
_TEXT_PARSERS = (parse_text, parse_line, parse_link, parse_mail)
_SHAPES = (("text", str), ("list", (tuple, list)), ("record", BaseModel), ("mapping", MappingABC))
#: Stands between two texts in `Texts.joined`; can be in none of them.
BETWEEN = "\x00"


@dataclass(frozen=True, slots=True)
class Texts:
    """The public texts of one entry, and its times as written; `joined` holds all texts for one search."""

    entry: Entry[Any]
    scalars: tuple[tuple[Loc, Scalar], ...]
    times: tuple[tuple[Loc, Scalar], ...]
    joined: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    def at(self, offset: int) -> tuple[Loc, Scalar]:
        """The text that holds an offset of `joined`."""
        return self.scalars[bisect_right(self.starts, offset) - 1]

    def place(self, offset: int, found: str) -> Place:
        """Where the found words stand; the beginning of their text when they were written with escapes."""
        loc, scalar = self.at(offset)
        for number in range(scalar.line, scalar.end_line + 1):
            line = self.entry.lines[number - 1] if number <= len(self.entry.lines) else ""
            column = line.find(found, scalar.column - 1 if number == scalar.line else 0)
            if column >= 0:
                return Place(self.entry.file, number, column + 1, len(found))
        return self.entry.place(*loc)


def texts_of(entry: Entry[Any], keys: frozenset[str]) -> Texts:
    """Every public text of an entry, found by `text_keys()`; notes marked private are none."""
    scalars: list[tuple[Loc, Scalar]] = []
    times: list[tuple[Loc, Scalar]] = []
    waiting: list[tuple[Loc, Node, bool]] = [((), entry.root, False)] if entry.root is not None else []
    while waiting:
        loc, node, is_text = waiting.pop()
        for step, below in _below(node):
            text = is_text or step in keys
            if not isinstance(below, Scalar):
                waiting.append(((*loc, step), below, text))
            elif text:
                scalars.append(((*loc, step), below))
            elif ":" in below.text and below.text[0].isdigit():
                times.append(((*loc, step), below))
    starts, position = [], 0
    for _, scalar in scalars:
        starts.append(position)
        position += len(scalar.text) + 1
    joined = BETWEEN.join(scalar.text for _, scalar in scalars)
    return Texts(entry, tuple(scalars), tuple(times), joined, tuple(starts))


def _below(node: Node) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, Mapping):
        return ((name.text, value) for name, value in node.pairs if name.text != "private_note")
    return enumerate(node.items) if isinstance(node, Sequence) else iter(())


def strings(record: BaseModel, shapes: dict[type, str]) -> str:
    """All texts of a record, and more; what stands in `Texts.joined` stands in it too, in another order.

    Days and times are missing that stand under a key which holds text elsewhere (`published`). `shapes` is for this
    function to remember what each type is; asking takes most of the time.
    """
    found: list[str] = []
    waiting: list[Any] = [record]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        shape = shapes.get(kind)
        if shape is None:
            shape = shapes[kind] = next((name for name, base in _SHAPES if issubclass(kind, base)), "other")
        if shape == "text":
            found.append(one)
        elif shape == "list":
            waiting.extend(one)
        elif shape == "record":
            waiting.extend(one.__dict__.values())
        elif shape == "mapping":
            waiting.extend(one.values())
    return BETWEEN.join(found)


def text_keys() -> frozenset[str]:
    """Names of all keys whose value, or what hangs below, is text or a link; read off the records themselves."""
    return frozenset(name for record in _RECORDS for name in _keys_of(record))


def _keys_of(record: type[BaseModel]) -> Iterator[str]:
    for name, about in record.model_fields.items():
        parts = list(_parts(about.annotation)) + list(about.metadata)
        if any(isinstance(part, Parsed) and part.parse in _TEXT_PARSERS for part in parts):
            yield about.alias or name
        for part in parts:
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _keys_of(part)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
        yield from _parts(annotation.__origin__)
    else:
        for argument in get_args(annotation):
            yield from _parts(argument)
