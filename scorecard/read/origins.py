"""Nodes on demand: of a file that was read only its text is kept, and its nodes are made again for a place."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Any

from scorecard.model.nodes import Mapping, Node
from scorecard.model.records import Entry
from scorecard.read import events

#: Letters of all files whose nodes are kept at one time; nodes take about a hundred bytes for ten letters.
MOST_LETTERS = 1_000_000


class Shelf:
    """The nodes and lines of the files that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[OnDemand, tuple[Node, tuple[str, ...]]] = OrderedDict()
        self._letters = 0

    def of(self, origin: OnDemand) -> tuple[Node, tuple[str, ...]]:
        """The nodes and lines of an origin."""
        kept = self._kept.get(origin)
        if kept is None:
            kept = self._kept[origin] = parsed(origin.text, origin.end)
            self._letters += len(origin.text)
            while self._letters > MOST_LETTERS and len(self._kept) > 1:
                oldest, _ = self._kept.popitem(last=False)
                self._letters -= len(oldest.text)
        else:
            self._kept.move_to_end(origin)
        return kept


@dataclass(frozen=True, slots=True, eq=False)
class OnDemand:
    """An origin that keeps the text alone, which was read without fault before.

    `end` is the line and column where its nodes end, when they end with something private that was taken out.
    """

    text: str
    shelf: Shelf
    end: tuple[int, int] | None = None

    @property
    def root(self) -> Node:
        """The nodes."""
        return self.shelf.of(self)[0]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, without line ends."""
        return self.shelf.of(self)[1]


def parsed(text: str, end: tuple[int, int] | None = None) -> tuple[Mapping, tuple[str, ...]]:
    """The nodes and lines of a text that can be read. Raises ValueError for any other."""
    lines = tuple(text.split("\n"))
    tree = events.parse(text, lines)
    if not isinstance(tree.root, Mapping) or not tree.sound or tree.findings or tree.private:
        raise ValueError("this text cannot be read without fault")
    root = tree.root if end is None else replace(tree.root, end_line=end[0], end_column=end[1])
    return root, lines


def lighter(entry: Entry[Any], shelf: Shelf, *, sure: bool) -> Entry[Any]:
    """The same entry with its text in place of its nodes, where they can be made again from it.

    That is `sure` where nothing was taken out. A private field that was taken out of the middle of a line may leave
    what is no YAML, or other YAML; then the nodes stay.
    """
    text, end = entry.text, None
    if not sure and entry.root is not None:
        end = (entry.root.end_line, entry.root.end_column)
        try:
            again, _ = parsed(text, end)
        except ValueError:
            return entry
        if again != entry.root:
            return entry
    return Entry(entry.id, entry.record, entry.file, OnDemand(text, shelf, end))
