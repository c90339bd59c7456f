"""What an import of survey answers speaks of: columns, what to count, and the counts. Rows never stand here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: Says how much is done: so many of so many (bytes or parts).
Progress = Callable[[int, int], None]
#: Runs one statement and gives its rows.
Run = Callable[[str], Sequence[Sequence[Any]]]
#: (segment as it stands in the column, answer as it stands there) -> how often.
Cells = Mapping[tuple[str, str], int]


class Unreadable(Exception):  # noqa: N818 - it says what the file is
    """The answers cannot be read or counted; `help` says what to do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, unique in the file; the question as asked where the heading tells it; some values."""

    name: str
    text: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a file or table of answers looks like. `headings` counts the rows above the first answer."""

    path: str
    columns: tuple[Column, ...]
    form: str = "csv"
    encoding: str = "utf-8"
    delimiter: str = ","
    headings: int = 1
    size: int = 0

    def at(self, name: str) -> int:
        """Position of a column from 0. Raises KeyError when there is none of that name."""
        for position, column in enumerate(self.columns):
            if column.name == name:
                return position
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Known:
    """A question that the company asks, as asked last."""

    id: str
    text: str
    low: int
    high: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """Counts of one question, by segment; `all` is first. Nothing under `dont_know`: the source does not say."""

    id: str
    text: str
    low: int
    high: int
    counts: Mapping[str, tuple[int, ...]]
    dont_know: Mapping[str, int]
    no_answer: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import brings into a wave; None where nobody said it."""

    results: tuple[Result, ...]
    respondents: int
    sample: str | None = None
    population: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows to leave out: position of the column, values in small letters, and why."""

    column: int
    values: tuple[str, ...]
    empty: bool
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to count, by positions of columns: everything an engine has to know."""

    questions: tuple[int, ...]
    segment: int | None = None
    response_id: int | None = None
    skips: tuple[Skip, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted, with answers as they stand in the file.

    `rows` hold anything that is asked for, `blank` ones do not; `wide` ones have more cells than there are columns.
    """

    rows: int
    skipped: Mapping[int, int]
    repeated: int
    contradicting: int
    wide: int
    cells: tuple[Cells, ...]
    blank: int = 0
    places: Mapping[tuple[int, str], tuple[int, ...]] = field(default_factory=dict)

    @property
    def kept(self) -> int:
        """Respondents that count."""
        return self.rows - sum(self.skipped.values()) - self.repeated
