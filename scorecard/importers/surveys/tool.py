"""What is known of a tool: its heading rows, its own columns, and which rows are no answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from scorecard.model.tallies import Column

Headings = Callable[[Sequence[Sequence[str]]], tuple[int, tuple[Column, ...]]]


@dataclass(frozen=True, slots=True)
class Skipping:
    """Rows to leave out where a column of this name is there.

    `kept` is what stands in all other rows, where that is known: any other word is a doubt.
    """

    column: str
    values: tuple[str, ...] = ()
    empty: bool = False
    why: Literal["test", "partial", "other"] = "other"
    kept: tuple[str, ...] = ()


def one_row(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[Column, ...]]:
    """One heading row: names, which are the questions too where they have words."""
    return 1, columns(rows[0], rows[0])


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool. Names of columns are compared without capitals, spaces and signs (see `plain_name`)."""

    name: str
    title: str
    headings: Headings = one_row
    own: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    response_id: tuple[str, ...] = ()
    skips: tuple[Skipping, ...] = ()
    coded: bool = False

    def called(self, heading: str) -> tuple[str, ...]:
        """What a column is known by: its heading; where the tool writes one, the code before it ("id. Response ID")."""
        code = re.match(r"([^\W\d]\w{0,39})\.\s", heading) if self.coded else None
        return (plain_name(heading), *([plain_name(code[1])] if code else []))


def columns(names: Sequence[str], texts: Sequence[str]) -> tuple[Column, ...]:
    """Columns with unique names; a nameless one is called after its place."""
    found: list[Column] = []
    seen: dict[str, int] = {}
    for at, given in enumerate(names):
        name = clean(given) or f"column {at + 1}"
        number = seen[name] = seen.get(name, 0) + 1
        text = clean(texts[at]) if at < len(texts) else ""
        found.append(Column(name if number == 1 else f"{name} ({number})", text))
    return tuple(found)


def clean(text: str) -> str:
    """One line without markup, doubled spaces and characters that no YAML of ours may hold."""
    text = re.sub(r"<[a-zA-Z/][^<>]{0,200}>", " ", text).replace("&nbsp;", " ").replace("\ufeff", "")
    return one_line(text)[:300].strip()


def one_line(text: str) -> str:
    """Fit for a message and for a comment: no line ends, no doubled spaces, nothing that cannot be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def shown(answer: str) -> str:
    """An answer as messages name it: in quotes, on one line, cut when it is long."""
    line = one_line(answer)
    return f"'{line if len(line) <= 40 else line[:39] + '…'}'"


def plain_name(name: str) -> str:
    """A name for comparing: small letters and digits only."""
    return re.sub(r"[\W_]+", "", name.casefold())
