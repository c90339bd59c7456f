"""Every step by which a build changes the disk, counted, so that any one of them can fail or be the last.

Installed in a forked child only. It stands between Python and the system: opening for writing, each write, closing,
making, renaming, removing, locking, flushing, exchanging. Processes that the build forks count along in one series.
"""

import builtins
import ctypes
import errno
import fcntl
import io
import json
import mmap
import multiprocessing
import os
import stat
import struct
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
    """One step: its number from 1, what is done, to which path, bytes to be written, by a forked worker or not."""

    number: int
    what: str
    place: str
    size: int = 0
    worker: bool = False

    def __str__(self) -> str:
        return f"{self.number} {self.what} {self.place}{' (worker)' if self.worker else ''}"


class Log:
    """Lines that a process and all processes forked from it append to; what is written survives a kill."""

    def __init__(self) -> None:
        self._handle, self._write = os.memfd_create("log"), os.write
        fcntl.fcntl(self._handle, fcntl.F_SETFL, os.O_APPEND)

    def add(self, *values: object) -> None:
        """Append one line."""
        self._write(self._handle, json.dumps(values).encode() + b"\n")

    def lines(self) -> list[Any]:
        """All whole lines."""
        data = os.pread(self._handle, os.fstat(self._handle).st_size, 0)
        return [json.loads(line) for line in data[: data.rfind(b"\n") + 1].splitlines()]

    def close(self) -> None:
        """Let go of the memory."""
        os.close(self._handle)


class Progress:
    """What a build and its workers have reached: one series of numbers, which the parent sees even after a kill."""

    def __init__(self) -> None:
        self._count, self._struck = mmap.mmap(-1, 8), mmap.mmap(-1, _ROOM)
        self._lock = multiprocessing.get_context("fork").Lock()
        self._log = Log()

    def note(self, what: str, place: str, size: int, worker: bool) -> Step:
        """Give the next step its number; called by whichever process takes it, before it does."""
        with self._lock:
            number = struct.unpack("q", self._count[:8])[0] + 1
            self._count[:8] = struct.pack("q", number)
            self._log.add(number, what, place, size, worker)
        return Step(number, what, place, size, worker)

    def strike(self, step: Step) -> None:
        """Remember the step that is given a bad end."""
        self._struck[:_ROOM] = str(step).encode("utf-8", "replace")[: _ROOM - 1].ljust(_ROOM, b"\0")

    def steps(self) -> tuple[Step, ...]:
        """All steps begun so far."""
        return tuple(Step(*line) for line in self._log.lines())

    @property
    def told(self) -> str:
        """`12 write site/index.html`: the step that was given a bad end, else the last one begun, '' for none."""
        struck = self._struck[:_ROOM].rstrip(b"\0").decode("utf-8", "replace")
        return struck or next((str(step) for step in reversed(self.steps())), "")

    def close(self) -> None:
        """Let go of the memory."""
        self._log.close()


Act = Callable[[Step, Callable[[], object]], None]


def fails_with(code: int) -> Act:
    """The step fails with an error of the system; of what was to be written, half is."""

    def act(step: Step, half: Callable[[], object]) -> None:
        half()
        raise OSError(code, os.strerror(code), step.place or None)

    return act


class Steps:
    """Counts the steps of this process and its children from `install` on; at step `at`, lets `act` have its way."""

    def __init__(self, progress: Progress, at: int = 0, act: Act | None = None) -> None:
        self._progress, self._at, self._act, self._owner = progress, at, act, 0

    def step(self, what: str, place: object, half: Callable[[], object] = lambda: None, size: int = 0) -> None:
        """Count one; raises OSError where it is to fail."""
        named = os.fsdecode(place) if isinstance(place, str | bytes | os.PathLike) else ""
        step = self._progress.note(what, named, size, os.getpid() != self._owner)
        if step.number == self._at and self._act is not None:
            self._progress.strike(step)
            self._act(step, half)

    def install(self) -> None:
        """From here on every step of this process is counted. There is no way back: the process is a child."""
        self._owner = os.getpid()
        for name in ("mkdir", "rmdir", "unlink", "remove", "rename", "replace", "symlink", "link", "chmod", "truncate"):
            self._count(os, name, name)
        self._count(fcntl, "flock", "flock")
        for name in ("fsync", "fdatasync", "ftruncate", "posix_fallocate", "writev", "pwrite", "pwritev"):
            self._count(os, name, name)
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
        """Opening by os.open, writing by os.write, and copying by sendfile as shutil does."""
        opened, sendfile, write = os.open, os.sendfile, os.write

        def open_counted(path: Any, flags: int, *args: Any, **more: Any) -> int:
            if flags & _WRITING:
                self.step("open", path)
            return opened(path, flags, *args, **more)

        def sendfile_counted(out: int, source: int, offset: int, count: int) -> int:
            rest = min(count, max(0, os.fstat(source).st_size - offset))
            self.step("write", _path(out), lambda: sendfile(out, source, offset, max(1, rest // 2)), rest)
            return sendfile(out, source, offset, count)

        def write_counted(handle: int, data: Any) -> int:
            if stat.S_ISREG(os.fstat(handle).st_mode) and not (place := os.fspath(_path(handle))).startswith("/memfd:"):
                view = memoryview(data).cast("B")
                self.step("write", place, lambda: write(handle, view[: len(view) // 2]), len(view))
            return write(handle, data)

        os.open, os.sendfile, os.write = open_counted, sendfile_counted, write_counted  # type: ignore[assignment]

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
        self._steps.step("write", self.name, lambda: super(_Raw, self).write(view[: len(view) // 2]), len(view))
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


def witness(log: Log) -> None:
    """Write down what Python itself reports of such steps from now on (its audit events), here and in all children.

    With it a test can see that none escapes the count.
    """
    plain = {"os.mkdir": "mkdir", "os.rmdir": "rmdir", "os.remove": "unlink", "os.rename": "rename"}
    plain |= {"os.link": "link", "os.symlink": "symlink", "os.chmod": "chmod", "os.truncate": "truncate"}

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(args[2], int) and args[2] & _WRITING and not isinstance(args[0], int):
            log.add("open", os.fsdecode(args[0]))
        elif event in plain:
            log.add(plain[event], os.fsdecode(args[0]))

    sys.addaudithook(hook)
