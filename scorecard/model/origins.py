"""What an entry was read from: nodes with their places, and lines; at hand, or made again when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from scorecard.model.nodes import Node


class Origin(Protocol):
    """The file behind an entry, without what is private in it."""

    @property
    def root(self) -> Node:
        """The nodes. Places are asked for when there is a problem, which is rare: they may be made anew each time."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, without line ends."""

    @property
    def text(self) -> str:
        """The lines in one piece."""


@dataclass(frozen=True, slots=True)
class AtHand:
    """Nodes and lines that are kept."""

    root: Node
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines in one piece."""
        return "\n".join(self.lines)
