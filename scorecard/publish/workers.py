"""Work shared by a few processes: each takes the next piece until none is left.

A worker is a fork of the build, so nothing has to be handed to it; it hands back one small value. It dies with the
build, however that ends. Where a system has no fork, the build does all of it alone.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from scorecard.publish.files import PublishProblem

T = TypeVar("T")

#: Pieces a worker takes at once; more where there are so many that their numbers would not fit into a pipe.
SHARE = 32
_SHARES = 8000
#: A fork is not worth it for fewer pieces.
LEAST = 8 * SHARE
_PARENT_DIED = 1  # PR_SET_PDEATHSIG
_NUMBER = 4


class WorkerDied(PublishProblem):
    """A worker ended before its work did: somebody or something ended it."""


@dataclass(frozen=True, slots=True)
class _Ended(Generic[T]):
    """What one process made of its shares: a value, or the error of the piece with the lowest number."""

    value: T | None
    error: BaseException | None = None
    at: int = 0


class Crew(Generic[T]):
    """`work` is done for the numbers 0 to `pieces`, here and in forked workers; it gets numbers and gives one value.

    The workers begin when the crew is made; `join` does what is left, waits, and gives every value, or raises the
    error that one process alone would have met first.
    """

    def __init__(self, pieces: int, work: Callable[[Iterable[int]], T], workers: int | None = None) -> None:
        self._work, self._pieces = work, pieces
        wanted = (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) - 1
        wanted = min(wanted, 7) if workers is None else workers
        self._queue, writer = os.pipe()
        self._share = max(SHARE, -(-pieces // _SHARES))
        self._children: list[tuple[int, int]] = []
        threads = workers is None and threading.active_count() > 1  # a lock that one of them holds would never open
        if pieces < LEAST or wanted < 1 or not hasattr(os, "fork") or threads:
            wanted = 0
        with os.fdopen(writer, "wb") as pipe:  # the first number of every share; a read of one number is never torn
            pipe.write(b"".join(start.to_bytes(_NUMBER, "little") for start in range(0, pieces, self._share)))
        for _ in range(wanted):
            self._children.append(_forked(self._do))

    def _do(self) -> _Ended[T]:
        reached = [0]
        try:
            return _Ended(self._work(self._numbers(reached)))
        except Exception as error:
            return _Ended(None, error, reached[0])

    def _numbers(self, reached: list[int]) -> Iterator[int]:
        while taken := os.read(self._queue, _NUMBER):
            start = int.from_bytes(taken, "little")
            for number in range(start, min(start + self._share, self._pieces)):
                reached[0] = number
                yield number

    def join(self) -> list[T]:
        """Every value. Raises what `work` raised, and WorkerDied."""
        try:
            ended = [self._do()]
            for _, reader in self._children:
                ended.append(_received(reader))
            failed = [one for one in ended if one.error is not None]
            if failed and (first := min(failed, key=lambda one: one.at).error) is not None:
                raise first
            return [one.value for one in ended if one.value is not None]
        finally:
            self.close()

    def close(self) -> None:
        """End the workers that still run."""
        os.close(self._queue)
        for child, _ in self._children:
            _ended_now(child)
        self._children.clear()


class Beside(Generic[T]):
    """One piece of work in a fork, while this process does another; done here, when asked for, where it cannot fork."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work, self._child = work, None
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        if cores > 1 and hasattr(os, "fork") and threading.active_count() == 1:
            self._child = _forked(lambda: _Ended(work()))

    def value(self) -> T:
        """What came of it. Raises what it raised, and WorkerDied."""
        if self._child is None:
            return self._work()
        child, reader = self._child
        try:
            ended = _received(reader)
        finally:
            self._child = None
            _ended_now(child)
        if ended.error is not None:
            raise ended.error
        return cast("T", ended.value)


def _forked(work: Callable[[], _Ended[Any]]) -> tuple[int, int]:
    """Start a worker; its process, and where it will write what came of its work."""
    reader, writer = os.pipe()
    parent, child = os.getpid(), os.fork()
    if child:
        os.close(writer)
        return child, reader
    try:
        os.close(reader)
        _die_with(parent)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build is told, and ends its workers
        try:
            ended = work()
        except Exception as error:
            ended = _Ended(None, error)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(_portable(ended))
    finally:
        os._exit(0)


def _received(reader: int) -> _Ended[Any]:
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    if not data:
        raise WorkerDied("a part of the build was ended from outside: is there enough memory?")
    ended: _Ended[Any] = pickle.loads(data)  # noqa: S301 - written by our own fork
    return ended


def _ended_now(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _portable(ended: _Ended[Any]) -> bytes:
    """The value as bytes; an error that cannot be sent becomes one that names it."""
    try:
        data = pickle.dumps(ended)
        pickle.loads(data)  # noqa: S301 - some errors can be written but not read
        return data
    except Exception:
        return pickle.dumps(_Ended(None, RuntimeError(f"{type(ended.error).__name__}: {ended.error}"), ended.at))


def _die_with(parent: int) -> None:
    """Ask the system to end this process when the build ends, and end now where that has happened already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DIED, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def settle_memory() -> None:
    """Before a fork: what is there now will stay, so that collecting garbage does not copy it in every worker."""
    gc.freeze()
