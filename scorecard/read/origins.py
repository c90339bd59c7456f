"""Nodes on demand: of a file that was read only its text is kept, and its nodes are made again for a place."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from scorecard.model.nodes import Mapping, Node
from scorecard.model.origins import Origin
from scorecard.model.records import Entry
from scorecard.read import events

#: Letters of all files whose nodes are kept at one time; nodes take about a hundred bytes for ten letters.
MOST_LETTERS = 1_000_000


class Shelf:
    """The nodes and lines of the files that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Origin, tuple[Node, tuple[str, ...]]] = OrderedDict()
        self._letters = 0

    def of(self, origin: Origin) -> tuple[Node, tuple[str, ...]]:
        """The nodes and lines of an origin."""
        kept = self._kept.get(origin)
        if kept is None:
            kept = self._kept[origin] = parsed(origin.text)
            self._letters += len(origin.text)
            while self._letters > MOST_LETTERS and len(self._kept) > 1:
                oldest, _ = self._kept.popitem(last=False)
                self._letters -= len(oldest.text)
        else:
            self._kept.move_to_end(origin)
        return kept


@dataclass(frozen=True, slots=True, eq=False)
class OnDemand:
    """An origin that keeps the text alone, which was read without fault before."""

    text: str
    shelf: Shelf

    @property
    def root(self) -> Node:
        """The nodes."""
        return self.shelf.of(self)[0]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, without line ends."""
        return self.shelf.of(self)[1]


def parsed(text: str) -> tuple[Mapping, tuple[str, ...]]:
    """The nodes and lines of a text that can be read. Raises ValueError for any other."""
    lines = tuple(text.split("\n"))
    tree = events.parse(text, lines)
    if not isinstance(tree.root, Mapping) or not tree.sound or tree.findings or tree.private:
        raise ValueError("this text cannot be read without fault")
    return tree.root, lines


def lighter(entry: Entry[Any], shelf: Shelf) -> Entry[Any]:
    """The same entry with its text in place of its nodes, where they can be made again from it.

    They cannot where a private field was taken out of the middle of a line in a way that leaves no YAML.
    """
    text, root = entry.text, entry.root
    try:
        again, _ = parsed(text)
    except ValueError:
        return entry
    return Entry(entry.id, entry.record, entry.file, OnDemand(text, shelf)) if again == root else entry
