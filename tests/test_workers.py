"""Forked workers share the work of a build, and none outlives it."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from scorecard.publish.workers import LEAST, SHARE, Crew, WorkerDied

# The runner of the tests has a thread of its own; newer Pythons warn of a fork beside one.
pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")


def taken(numbers: Iterable[int]) -> tuple[int, list[int]]:
    """Who did what."""
    return os.getpid(), list(numbers)


@pytest.mark.parametrize(("pieces", "workers"), [(0, 3), (LEAST - 1, 3), (LEAST, 0), (LEAST, 1), (2000, 3)])
def test_every_piece_is_done_once(pieces: int, workers: int) -> None:
    """However many there are to do it; alone where there is little to do."""
    done = Crew(pieces, taken, workers).join()
    assert sorted(number for _, numbers in done for number in numbers) == list(range(pieces))
    assert len(done) == (workers + 1 if pieces >= LEAST else 1)


def test_workers_really_share() -> None:
    """A crew is more than one process, and each gets some of the work."""

    def slow(numbers: Iterable[int]) -> tuple[int, int]:
        count = 0
        for _ in numbers:
            count += 1
            time.sleep(0.0002)
        return os.getpid(), count

    done = dict(Crew(1000, slow, 1).join())
    assert len(done) == 2
    assert min(done.values()) >= SHARE


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_the_error_is_the_one_that_one_process_would_have_met(workers: int) -> None:
    """The piece with the lowest number decides, whoever met an error first."""

    def fails(numbers: Iterable[int]) -> None:
        for number in numbers:
            if number >= 300:
                raise ValueError(f"piece {number}")

    with pytest.raises(ValueError, match=r"^piece 300$"):
        Crew(1000, fails, workers).join()


def test_an_error_that_cannot_be_sent_is_named() -> None:
    """An error of a worker arrives whatever it is made of."""
    here = os.getpid()

    class OddError(Exception):
        def __init__(self, one: int, two: int) -> None:
            super().__init__("odd")

    def fails(numbers: Iterable[int]) -> None:
        for number in numbers:
            if os.getpid() != here:
                raise OddError(number, number)
            time.sleep(0.001)

    with pytest.raises(RuntimeError, match=r"^OddError: odd$"):
        Crew(1000, fails, 1).join()


def test_a_worker_that_is_killed_is_noticed() -> None:
    """A page that nobody wrote is never taken for written."""
    here = os.getpid()

    def dies(numbers: Iterable[int]) -> None:
        for _ in numbers:
            if os.getpid() != here:
                os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(0.001)

    with pytest.raises(WorkerDied, match=r"^a part of the build was ended from outside: is there enough memory\?$"):
        Crew(1000, dies, 1).join()


def test_no_worker_outlives_a_killed_build(tmp_path: Path) -> None:
    """After kill -9 nothing goes on writing into a folder that the next build removes."""
    code = """
        import os, sys, time
        from pathlib import Path
        from scorecard.publish.workers import Crew
        def slow(numbers):
            for _ in numbers:
                (Path(sys.argv[1]) / str(os.getpid())).touch()
                time.sleep(0.01)
        Crew(100000, slow, 2).join()
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), str(tmp_path)]) as build:
        while len(list(tmp_path.iterdir())) < 3:
            time.sleep(0.01)
        build.kill()
    for _ in range(200):
        alive = [file.name for file in tmp_path.iterdir() if _runs(int(file.name))]
        if not alive:
            return
        time.sleep(0.02)
    pytest.fail(f"still running: {alive}")


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def test_a_build_that_gives_up_ends_its_workers() -> None:
    """`close` leaves no process behind."""
    here = os.getpid()

    def slow(numbers: Iterable[int]) -> None:
        for _ in numbers:
            time.sleep(0.01)

    crew = Crew(10000, slow, 2)
    crew.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert os.getpid() == here
