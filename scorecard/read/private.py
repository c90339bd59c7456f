"""What never leaves the repository: fields that begin with private_ are taken out while reading."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.model.nodes import Mapping, Node, Scalar, Sequence

PREFIX = "private_"


def without(node: Mapping) -> Mapping:
    """The same tree with no private field in it."""
    pairs = tuple((key, _kept(value)) for key, value in node.pairs if not key.text.startswith(PREFIX))
    return Mapping(pairs, node.line, node.column, node.end_line, node.end_column)


def _kept(node: Node) -> Node:
    if isinstance(node, Mapping):
        return without(node)
    if isinstance(node, Sequence):
        items = tuple(_kept(item) for item in node.items)
        return Sequence(items, node.line, node.column, node.end_line, node.end_column)
    return node


def blanked(lines: tuple[str, ...], private: Iterable[tuple[Scalar, Node]]) -> tuple[str, ...]:
    """The lines with blanks in place of each private field, its key and a comment behind it; columns stay."""
    kept = list(lines)
    for key, value in private:
        first, last = key.line, max(key.line, value.end_line)
        for number in range(first, min(last, len(kept)) + 1):
            text = kept[number - 1]
            start = key.column - 1 if number == first else 0
            end = value.end_column - 1 if number == last else len(text)
            if text[end:].lstrip().startswith("#"):
                end = len(text)
            kept[number - 1] = text[:start] + " " * (max(start, end) - start) + text[max(start, end) :]
    return tuple(kept)
