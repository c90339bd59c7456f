"""What every rule needs to speak: its name, code and severity, and the place of what it found."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from scorecard.model.nodes import Loc, Mapping, Node, Place, Scalar, Sequence
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry

#: No message grows with the data it speaks of.
LONGEST_EXCERPT = 60


class Rule(NamedTuple):
    """Makes the problems of one rule."""

    name: str
    code: str
    severity: Severity

    @classmethod
    def of(cls, module: str, code: str, severity: Severity) -> Rule:
        """The rule of a module: its file name with dashes is the name."""
        return cls(module.rpartition(".")[2].replace("_", "-"), code, severity)

    def at(
        self,
        entry: Entry[Any],
        spot: Loc | Place,
        message: str,
        *,
        label: str = "",
        help: str = "",
        also: Iterable[tuple[Loc | Place, str]] = (),
        source: str | None = None,
    ) -> Problem:
        """A problem of an entry at a location (or at a place already found); further places with a word each."""
        place = spot if isinstance(spot, Place) else entry.place(*spot)
        others = tuple((at if isinstance(at, Place) else entry.place(*at), word) for at, word in also)
        line = entry.line(place) if source is None else source
        return Problem(place, self.name, self.code, message, label, help, self.severity, line, others)


def written(entry: Entry[Any], *loc: str | int) -> str:
    """What stands at a location, letter for letter and cut when long; empty when it was not read from a file."""
    node: Node | None = entry.root
    for step in loc:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return ""
    return excerpt(node.text) if isinstance(node, Scalar) else ""


def excerpt(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[:LONGEST_EXCERPT] + "…"


def near(word: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` when something similar is known, else empty."""
    match = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{match[0]}'?" if match else ""


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words with commas, the rest counted."""
    all_words = list(words)
    rest = len(all_words) - most
    return ", ".join(all_words[:most]) + (f" and {rest} more" if rest > 0 else "")


def count(number: int, thing: str, things: str = "") -> str:
    """`1 answer`, `2 answers`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
