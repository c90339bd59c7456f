"""The one thing this room says instead of doing: what cannot be done, where, and how to do it by hand."""

from __future__ import annotations

from scorecard.model.problems import Problem


class Refused(Exception):  # noqa: N818 - not a fault of ours: what a person is told
    """Nothing was written. `line` counts from 1, 0 where no line is meant; `by_hand` says what to do instead.

    `problems` are those of the data that stand in the way.
    """

    def __init__(
        self, what: str, file: str = "", line: int = 0, by_hand: str = "", problems: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(what)
        self.what = what
        self.file = file
        self.line = line
        self.by_hand = by_hand
        self.problems = problems

    def at(self, file: str) -> Refused:
        """The same, said of a file."""
        return self if self.file else Refused(self.what, file, self.line, self.by_hand, self.problems)

    def __str__(self) -> str:
        where = f" (line {self.line})" if self.line else ""
        first = f"{self.file}{where}: {self.what}" if self.file else self.what
        return f"{first}\n  {self.by_hand}" if self.by_hand else first
