"""Every step by which a process changes the disk, counted, so that any one of them can fail or be the last.

Installed in a forked child only. It stands between Python and the system: opening for writing, each write, closing,
making, renaming, removing, locking, flushing, exchanging.
"""

import builtins
import ctypes
import errno
import fcntl
import io
import mmap
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorecard.publish import folder

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_ROOM = 600


@dataclass(frozen=True)
class Step:
    """One step: its number from 1, what is done, and to which path."""

    number: int
    what: str
    place: str

    def __str__(self) -> str:
        return f"{self.number} {self.what} {self.place}"


class Progress:
    """The step a child has reached, and the one that was given a bad end; the parent sees both even after a kill."""

    def __init__(self) -> None:
        self._reached, self._struck = mmap.mmap(-1, _ROOM), mmap.mmap(-1, _ROOM)

    def note(self, step: Step, *, struck: bool = False) -> None:
        """Called by the child before each step."""
        text = str(step).encode("utf-8", "replace")[: _ROOM - 1]
        (self._struck if struck else self._reached)[:_ROOM] = text.ljust(_ROOM, b"\0")

    @property
    def told(self) -> str:
        """`12 write site/index.html`: the step that was given a bad end, else the last one begun, '' for none."""
        texts = (shared[:_ROOM].rstrip(b"\0") for shared in (self._struck, self._reached))
        return next((text for text in texts if text), b"").decode("utf-8", "replace")


Act = Callable[[Step, Callable[[], object]], None]


def fails_with(code: int) -> Act:
    """The step fails with an error of the system; of what was to be written, half is."""

    def act(step: Step, half: Callable[[], object]) -> None:
        half()
        raise OSError(code, os.strerror(code), step.place or None)

    return act


class Steps:
    """Counts the steps of this process from `install` on and, at step `at`, lets `act` have its way."""

    def __init__(self, progress: Progress | None = None, at: int = 0, act: Act | None = None) -> None:
        self.made: list[Step] = []
        self._progress, self._at, self._act = progress or Progress(), at, act

    def step(self, what: str, place: object, half: Callable[[], object] = lambda: None) -> None:
        """Count one; raises OSError where it is to fail."""
        named = os.fsdecode(place) if isinstance(place, str | bytes | os.PathLike) else ""
        step = Step(len(self.made) + 1, what, named)
        self.made.append(step)
        self._progress.note(step)
        if step.number == self._at and self._act is not None:
            self._progress.note(step, struck=True)
            self._act(step, half)

    def install(self) -> None:
        """From here on every step of this process is counted. There is no way back: the process is a child."""
        for name in ("mkdir", "rmdir", "unlink", "remove", "rename", "replace", "symlink", "link", "chmod", "truncate"):
            self._count(os, name, name)
        self._count(fcntl, "flock", "flock")
        self._count(os, "fsync", "fsync")
        self._count_descriptors()
        builtins.open = io.open = self._opening(io.open)
        folder._libc = lambda: _Libc(self)  # type: ignore[assignment,return-value]

    def _count(self, module: Any, name: str, what: str) -> None:
        real = getattr(module, name)

        def counted(*args: Any, **more: Any) -> Any:
            self.step(what, args[0])
            return real(*args, **more)

        setattr(module, name, counted)

    def _count_descriptors(self) -> None:
        """Opening by os.open, and copying by sendfile as shutil does."""
        opened, sendfile = os.open, os.sendfile

        def open_counted(path: Any, flags: int, *args: Any, **more: Any) -> int:
            if flags & _WRITING:
                self.step("open", path)
            return opened(path, flags, *args, **more)

        def sendfile_counted(out: int, source: int, offset: int, count: int) -> int:
            half = max(1, os.fstat(source).st_size // 2)
            self.step("write", _path(out), lambda: sendfile(out, source, offset, half))
            return sendfile(out, source, offset, count)

        os.open, os.sendfile = open_counted, sendfile_counted  # type: ignore[assignment]

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(
            file: Any,
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            *args: Any,
        ) -> Any:
            if not set(mode) & set("wax+") or isinstance(file, int):
                return real(file, mode, buffering, encoding, errors, newline, *args)
            self.step("open", file)
            raw = _Raw(file, mode.replace("b", "").replace("t", ""), self)
            if buffering == 0:
                return raw
            buffer = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            return buffer if "b" in mode else io.TextIOWrapper(buffer, encoding or "utf-8", errors, newline)

        return opened


class _Raw(io.FileIO):
    """A file whose every write and whose closing is a step."""

    def __init__(self, file: Any, mode: str, steps: Steps) -> None:
        super().__init__(file, mode)
        self._steps = steps

    def write(self, data: Any, /) -> int:
        """Write, unless this is the step."""
        view = memoryview(data).cast("B")
        self._steps.step("write", self.name, lambda: super(_Raw, self).write(view[: len(view) // 2]))
        return super().write(view) or 0

    def close(self) -> None:
        """Close, and then fail where this is the step, as a disk over the network does."""
        if not self.closed:
            super().close()
            self._steps.step("close", self.name)


class _Libc:
    """The two calls that go to the system's own library."""

    def __init__(self, steps: Steps) -> None:
        self._steps, self._real = steps, ctypes.CDLL(None, use_errno=True)

    def syncfs(self, handle: int) -> int:
        """Flush a whole file system."""
        return self._call("syncfs", _path(handle), lambda: self._real.syncfs(handle))

    def renameat2(self, *args: Any) -> int:
        """Exchange two folders."""
        return self._call("exchange", args[1], lambda: self._real.renameat2(*args))

    def _call(self, what: str, place: object, call: Callable[[], int]) -> int:
        try:
            self._steps.step(what, place)
        except OSError as error:
            ctypes.set_errno(error.errno or errno.EIO)
            return -1
        return call()


def _path(handle: int) -> Path:
    return Path(f"/proc/self/fd/{handle}").readlink()


def witness() -> list[tuple[str, str]]:
    """What Python itself reports of such steps from now on (its audit events), to check that none escapes the count."""
    seen: list[tuple[str, str]] = []
    plain = {"os.mkdir": "mkdir", "os.rmdir": "rmdir", "os.remove": "unlink", "os.rename": "rename"}
    plain |= {"os.link": "link", "os.symlink": "symlink", "os.chmod": "chmod", "os.truncate": "truncate"}

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(args[2], int) and args[2] & _WRITING and not isinstance(args[0], int):
            seen.append(("open", os.fsdecode(args[0])))
        elif event in plain:
            seen.append((plain[event], os.fsdecode(args[0])))

    sys.addaudithook(hook)
    return seen
