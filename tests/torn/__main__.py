"""`python -m tests.torn`: one row for each trial, exit 1 when a site was torn or something was left.

`--all` kills in the middle of every step too, and 1,000 times at random.
"""

import argparse
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from tests.torn.scene import Trial, warm
from tests.torn.trials import Failing, Forbidden, FullDisk, Killed, KilledAt, Order, Together, WorkerKilled

STRIDE = 6


class Batch(Protocol):
    """Some trials of one kind."""

    def run(self, home: Path) -> Iterator[Trial]:
        """Do them in a new folder."""
        ...


def batches(kills: int, seed: int, every: bool) -> list[Batch]:
    """What is to be done, the long ones first."""
    found: list[Batch] = [Failing(first, STRIDE) for first in range(1, STRIDE + 1)]
    found += [Failing(first, STRIDE, render=True) for first in range(1, STRIDE + 1 if every else 2)]
    share = 10
    found += [Killed(seed + number, min(share, kills - number * share)) for number in range(-(-kills // share))]
    if every:
        found += [KilledAt(first, STRIDE, render) for render in (False, True) for first in range(1, STRIDE + 1)]
    return [*found, WorkerKilled(200 if every else 12), FullDisk(12), Together(seed, 12), Forbidden(), Order()]


def done(batch: Batch) -> list[Trial]:
    """All trials of a batch, in a folder that is removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="torn-"))
    folder.chmod(0o755)
    try:
        return list(batch.run(folder / "scene"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.torn")
    parser.add_argument("--all", action="store_true", help="a kill in every step, and 1,000 at random")
    parser.add_argument("--kills", type=int, default=0, help="how many kills at random (50)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    warm()
    kills = given.kills or (1000 if given.all else 50)
    trials: list[Trial] = []
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        for batch in pool.imap(done, batches(kills, given.seed, given.all)):
            for trial in batch:
                trials.append(trial)
                _show(len(trials), trial)
    _summary(trials, time.perf_counter() - start)
    return int(any(trial.faults for trial in trials))


def _show(number: int, trial: Trial) -> None:
    end = "killed" if trial.run.code < 0 else f"exit {trial.run.code}"
    left = f"left {len(trial.left)}, swept" if trial.left else ""
    print(f"{number:4} {trial.kind:12} {end:7} {trial.stands:4} {left:14} {trial.what}".rstrip(), flush=True)
    for fault in trial.faults:
        print(f"     FAILED: {fault}", flush=True)


def _summary(trials: Sequence[Trial], seconds: float) -> None:
    print(f"\n{'kind':14}{'trials':>8}{'old whole':>11}{'new whole':>11}{'torn':>6}{'failed':>8}")
    for kind in sorted({trial.kind for trial in trials}):
        some = [trial for trial in trials if trial.kind == kind]
        stands = Counter(trial.stands for trial in some)
        failed = sum(bool(trial.faults) for trial in some)
        print(f"{kind:14}{len(some):8}{stands['old']:11}{stands['new']:11}{stands['TORN']:6}{failed:8}")
    torn = sum(trial.stands == "TORN" for trial in trials)
    failed = sum(bool(trial.faults) for trial in trials)
    print(f"{len(trials)} trials in {seconds:.0f} s: {torn} torn sites, {failed} not as expected")


if __name__ == "__main__":
    sys.exit(main())
