"""A YAML file as nodes that remember where they stood; made by the reading room, read by rules and editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: line and column count from 1; length is that of the text to underline on that line."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written. `plain` is False for quoted and block text, which is never null."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Pairs of key and value in the order written; keys are unique."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    end_line: int
    end_column: int

    def get(self, key: str) -> Node | None:
        """The value of a key, None when absent."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The node of the key itself, None when absent."""
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


def walk(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, Node]]:
    """Every node below and including this one, with its location."""
    yield loc, node
    if isinstance(node, Mapping):
        for name, value in node.pairs:
            yield from walk(value, (*loc, name.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from walk(item, (*loc, index))


def place_of(root: Node, file: str, loc: Loc, *, key: bool = False) -> Place:
    """Where a location stands: its value (or its key), or the nearest thing above it that exists."""
    node: Node = root
    spot: Node = root
    for step in loc:
        below: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
            name = node.key(step)
            spot = name if (key and name is not None) or (below is None and name is not None) else below or spot
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
            spot = below
        if below is None:
            break
        node = below
    length = spot.end_column - spot.column if spot.end_line == spot.line else 1
    return Place(file, spot.line, spot.column, max(1, length))
