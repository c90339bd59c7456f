"""From a location pydantic names to the node a person wrote, and to the record that was expected there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from scorecard.model.nodes import Loc, Mapping, Node, Place, Scalar, Sequence
from scorecard.model.records import Dialogue, Record, Wave
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.method import Item
from scorecard.model.records.organisation import Break
from scorecard.read.sources import width

#: Marks pydantic puts into a location for its own use.
_KEY = "[key]"
TAGS = ("given", "none", _KEY)
_WORDS: tuple[tuple[type[Record], str], ...] = (
    (Wave, "survey wave"),
    (Dialogue, "dialogue entry"),
    (Item, "question"),
    (Break, "break"),
)


class Spot(NamedTuple):
    """What stands at a location, or the nearest thing above it: the node, its key, and the keys that lead there."""

    node: Node
    key: Scalar | None
    path: tuple[str, ...]
    on_key: bool = False

    def place(self, file: str) -> Place:
        """Where to point: the value, or the key where the value is empty or the key is meant."""
        empty = isinstance(self.node, Scalar) and self.node.plain and not self.node.text
        node = self.key if self.key is not None and (self.on_key or empty) else self.node
        return Place(file, node.line, node.column, width(node))


def locate(root: Node, loc: Loc) -> Spot:
    """The node of a location; steps that pydantic or a record put in between are skipped."""
    node, key, path, on_key = root, None, [], False
    for step in loc:
        if isinstance(step, str) and isinstance(node, Mapping):
            pair = next((pair for pair in node.pairs if pair[0].text == step), None)
            if pair is not None:
                key, node = pair
                path.append(step)
            elif step not in TAGS:
                break
        elif isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
            key, node = None, node.items[step]
        on_key = step == _KEY
    return Spot(node, key, tuple(path), on_key)


def record_at(record: type[Record], loc: Loc) -> type[Record]:
    """The record whose field stands at the end of a location."""
    here: list[type[Record]] = [record]
    for step in loc:
        if step == "none":
            here = [one for one in here if one is NotApplicable] or here
        elif step == "given":
            here = [one for one in here if one is not NotApplicable] or here
        elif isinstance(step, str):
            here = [below for one in here for below in _below(one, step)] or here
    return here[0]


def _below(record: type[Record], name: str) -> Iterator[type[Record]]:
    for key, field in record.model_fields.items():
        if name in (key, field.alias):
            yield from _records_in(field.annotation)


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and not get_args(annotation):
        if issubclass(annotation, Record):
            yield annotation
        return
    for part in get_args(annotation):
        yield from _records_in(part)


def field_names(record: type[Record]) -> dict[str, str]:
    """The keys a record may have, with what each means (empty where nothing is written about it)."""
    from scorecard.model.records.described import descriptions  # only where a field is wrong

    hidden, meanings = {"private_note"}, descriptions(record)
    return {
        field.alias or name: meanings.get(name, "").split("\n")[0]
        for name, field in record.model_fields.items()
        if name not in hidden
    }


def required(record: type[Record]) -> list[str]:
    """The keys a record must have."""
    return [field.alias or name for name, field in record.model_fields.items() if field.is_required()]


def kind_word(record: type[Record]) -> str:
    """What a person calls such a record: incident, survey wave, made public."""
    name = next((word for one, word in _WORDS if one is record), "")
    return name or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
