"""One build in a process of its own, that can be killed alone or with every process it has forked."""

import contextlib
import ctypes
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.torn.steps import Progress, Step, Steps

EPOCH = "1778846400"  # 15 May 2026, after the last entry of the small project
GRACE = 10.0  # seconds in which the workers of a killed build must have noticed that they are alone
_SUBREAPER = 36


@dataclass(frozen=True)
class Run:
    """How a build ended: its exit code (minus the signal when killed), what it said, the step struck or else the last.

    `outlived` is true where a process of the build was still running after the build had ended.
    """

    code: int
    said: str
    step: str = ""
    seconds: float = 0.0
    steps: tuple[Step, ...] = ()
    outlived: bool = False


class Place(Protocol):
    """Where a build happens, and by which command."""

    home: Path
    temporary: Path
    command: str
    option: str

    @property
    def site(self) -> Path:
        """What it writes."""
        ...


class Child:
    """A build in a process group of its own; the group holds its workers too."""

    def __init__(
        self,
        place: Place,
        version: str,
        steps: Callable[[Progress], Steps],
        before: Callable[[], None] = lambda: None,
    ) -> None:
        self.progress, self._said = Progress(), os.memfd_create("said")
        # Workers that lose their parent become children of this process, so that it can wait for them.
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
        self._begun = time.perf_counter()
        sys.stdout.flush()
        self.process = os.fork()
        if self.process == 0:
            code = 70
            try:
                os.setpgid(0, 0)
                code = self._work(place, version, steps(self.progress), before)
            finally:
                os._exit(code)
        with contextlib.suppress(OSError):  # whoever comes first; the child may have ended already
            os.setpgid(self.process, self.process)

    def _work(self, place: Place, version: str, steps: Steps, before: Callable[[], None]) -> int:
        os.dup2(self._said, 1)
        os.dup2(self._said, 2)
        sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
        os.environ.update(SOURCE_DATE_EPOCH=EPOCH, NO_COLOR="1")
        tempfile.tempdir = os.fspath(place.temporary)
        os.chdir(place.home)
        from scorecard import cli

        before()
        steps.install()
        args = [place.command, "--project", os.fspath(place.home / version), place.option, os.fspath(place.site)]
        code = cli.run(args)
        sys.stdout.flush()
        return code

    def kill(self, *, alone: bool = False) -> None:
        """Kill it without a word of warning: with its workers, as a failing machine does, or alone as `kill -9`."""
        with contextlib.suppress(ProcessLookupError):
            (os.kill if alone else os.killpg)(self.process, signal.SIGKILL)

    def wait(self) -> Run:
        """Wait until it ended; after a kill also until its workers have, for a while."""
        _, status = os.waitpid(self.process, 0)
        seconds = time.perf_counter() - self._begun
        code = os.waitstatus_to_exitcode(status)
        outlived = not self._gone(GRACE if code < 0 else 0.0)
        os.lseek(self._said, 0, os.SEEK_SET)
        with os.fdopen(self._said, "rb") as file:
            said = file.read().decode("utf-8", "backslashreplace")
        told, steps = self.progress.told, self.progress.steps()
        self.progress.close()
        return Run(code, said, told, seconds, steps, outlived)

    def _gone(self, grace: float) -> bool:
        """Whether the rest of the group ends in time; if not, it is ended."""
        until = time.monotonic() + grace
        while self._rest(os.WNOHANG):
            if time.monotonic() >= until:
                os.killpg(self.process, signal.SIGKILL)
                while self._rest(0):
                    pass
                return False
            time.sleep(0.005)
        return True

    def _rest(self, how: int) -> bool:
        """Whether the group still holds a process that has not ended; takes leave of those that have."""
        try:
            while True:
                if os.waitpid(-self.process, how)[0] == 0:
                    return True
        except ChildProcessError:
            return False
