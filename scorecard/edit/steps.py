"""What is to be changed in a file, and the tree that must come of it."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from collections.abc import Sequence as SequenceABC
from dataclasses import dataclass
from typing import TypeAlias, Union

from scorecard.model.nodes import Mapping, Node, Scalar, Sequence

_TOKEN = re.compile(r"[A-Za-z0-9+][A-Za-z0-9_.+-]*(?::[A-Za-z0-9_.+-]+)*")

#: A tree to compare: text, None for what is empty or null, a tuple of items, or pairs in their order.
Shape: TypeAlias = Union[str, tuple["Shape", ...], "Pairs", None]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keys with their shapes, in the order of the file."""

    pairs: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word that is no free text: a day, a moment, a number, an id. Written as it is, without quotes."""

    text: str

    def __post_init__(self) -> None:
        if not _TOKEN.fullmatch(self.text) or self.text in ("null", "Null", "NULL"):
            raise ValueError(f"not a plain word: {self.text!r}")


Value: TypeAlias = str | Token | MappingABC[str, "Value"] | SequenceABC["Value"]


@dataclass(frozen=True, slots=True)
class Put:
    """Give a key of the record a value: a new key, one without a value, or one whose value is a text in one piece.

    `order` names the keys of such a record in their usual order; a new key is written behind the nearest one before it.
    """

    key: str
    value: Value
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Add:
    """Write one more item at the end of the list of a key; the key is made where it is missing, like that of Put."""

    key: str
    item: Value
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Swap:
    """Write another key with its value in the place of one whose value is a text in one piece."""

    gone: str
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Within:
    """A step in an item of the list of a key; the first item is 0."""

    key: str
    at: int
    step: Put | Add | Swap


#: A step in one mapping: the record itself, or an item of one of its lists.
Plain: TypeAlias = Put | Add | Swap
Step: TypeAlias = Plain | Within


def inside(root: Mapping, step: Step) -> tuple[Mapping, Plain]:
    """The mapping that a step is about, and the step there. Raises LookupError where there is none."""
    if not isinstance(step, Within):
        return root, step
    listed = root.get(step.key)
    item = listed.items[step.at] if isinstance(listed, Sequence) else None
    if not isinstance(item, Mapping):
        raise LookupError(step.key)
    return item, step.step


def shape(node: Node) -> Shape:
    """What a node says, without how it is written."""
    if isinstance(node, Scalar):
        return None if node.plain and node.text in ("", "~", "null") else node.text
    if isinstance(node, Mapping):
        return Pairs(tuple((key.text, shape(value)) for key, value in node.pairs))
    return tuple(shape(item) for item in node.items)


def shape_of(value: Value) -> Shape:
    """What a value says that is to be written."""
    if isinstance(value, Token):
        return value.text
    if isinstance(value, str):
        return value
    if isinstance(value, MappingABC):
        return Pairs(tuple((key, shape_of(one)) for key, one in value.items()))
    return tuple(shape_of(one) for one in value)


def wanted(root: Mapping, step: Step) -> Shape:
    """The whole tree after a step: the old one and nothing but the change."""
    old = shape(root)
    assert isinstance(old, Pairs)  # noqa: S101 - of a mapping
    pairs = list(old.pairs)
    names = [name for name, _ in pairs]
    if isinstance(step, Within):
        here, plain = inside(root, step)
        items = dict(pairs)[step.key]
        assert isinstance(items, tuple)  # noqa: S101 - it has this item
        fresh = (*items[: step.at], wanted(here, plain), *items[step.at + 1 :])
        pairs[names.index(step.key)] = (step.key, fresh)
        return Pairs(tuple(pairs))
    if isinstance(step, Swap):
        pairs[names.index(step.gone)] = (step.key, shape_of(step.value))
        return Pairs(tuple(pairs))
    if isinstance(step, Put):
        pair = (step.key, shape_of(step.value))
        if step.key in names:
            pairs[names.index(step.key)] = pair
        else:
            pairs.insert(behind(root, step), pair)
        return Pairs(tuple(pairs))
    item = shape_of(step.item)
    if step.key not in names:
        pairs.insert(behind(root, step), (step.key, (item,)))
        return Pairs(tuple(pairs))
    before = dict(pairs)[step.key]
    pairs[names.index(step.key)] = (step.key, (*(before if isinstance(before, tuple) else ()), item))
    return Pairs(tuple(pairs))


def behind(root: Mapping, step: Put | Add) -> int:
    """Behind how many of the keys a new key is written: behind the nearest of those that usually stand before it.

    Behind the last one where the usual order does not know the key.
    """
    if step.key not in step.order:
        return len(root.pairs)
    rank = {name: number for number, name in enumerate(step.order)}
    mine, best, place = rank[step.key], -1, 0
    for number, (key, _) in enumerate(root.pairs):
        its = rank.get(key.text, -1)
        if best < its < mine:
            best, place = its, number + 1
    return place
