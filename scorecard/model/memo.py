"""What was worked out before, kept with what it was made from, so that a second run redoes only what changed.

Rooms stay pure: with a memo or without, the same inputs give the same values. A front door that runs once hands in
none; `scorecard serve` owns one and hands it in again at every edit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, datetime
from typing import Any, TypeVar

from scorecard.model.quarters import Quarter

T = TypeVar("T")

#: Kinds of inputs that are compared by value. Equal values of two kinds (1 and True) are not the same.
_PLAIN = frozenset({str, bytes, int, float, bool, date, datetime, Quarter})
#: A value that so many runs did not ask for is forgotten.
_RUNS = 50


class Memo:
    """Keeps nothing: every value is made anew."""

    def of(self, key: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """The value of `key`: the kept one where it was made from these very inputs, else a new one.

        `inputs` names everything that `make` looks at. They are the same where they are the same objects, equal plain
        values, or tuples of such: so a record counts as new as soon as its file was read anew. A kept value is the very
        object of the last time, which makes it an input that does not change either.
        """
        return make()

    def holds(self, key: Hashable, inputs: tuple[object, ...]) -> bool:
        """Whether `of` would give a kept value; for what is cheaper to make together than one by one."""
        return False


class Keeping(Memo):
    """Keeps every value until its inputs change, or until many runs have not asked for it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._asked: dict[Hashable, int] = {}
        self._run = 0

    def of(self, key: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """As above."""
        self._asked[key] = self._run
        kept = self._kept.get(key)
        if kept is not None and _same(kept[0], inputs):
            value: T = kept[1]
            return value
        value = make()
        self._kept[key] = (inputs, value)
        return value

    def holds(self, key: Hashable, inputs: tuple[object, ...]) -> bool:
        """As above."""
        kept = self._kept.get(key)
        return kept is not None and _same(kept[0], inputs)

    def sweep(self) -> None:
        """Called after each run: forget what was not asked for in a long time, such as what hangs on deleted files.

        Not at once: a run that stops early, or that finds a value whole, does not ask for what stands behind it.
        """
        self._run += 1
        for key in [key for key, run in self._asked.items() if self._run - run > _RUNS]:
            del self._asked[key]
            self._kept.pop(key, None)


def _same(a: object, b: object) -> bool:
    if a is b:
        return True
    kind = type(a)
    if kind is not type(b):
        return False
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(_same, a, b))
    if kind is datetime:
        return a == b and a.utcoffset() == b.utcoffset()  # type: ignore[attr-defined]
    return kind in _PLAIN and a == b
