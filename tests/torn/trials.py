"""What is done to a build. Each batch makes a scene of its own, so that batches can run beside each other."""

import errno
import os
import random
import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.torn import disks
from tests.torn.child import Run
from tests.torn.scene import RenderScene, Scene, Trial, digest, in_fork
from tests.torn.steps import Step, fails_with

_ERRORS = (
    (errno.ENOSPC, "the disk is full"),
    (errno.EIO, "the disk reports a fault"),
    (errno.EACCES, "there is no permission"),
    (errno.EDQUOT, "the disk quota is used up"),
)
_REFUSED = "another build is writing site/: wait until it ends"
NOBODY = 65534
_DENIED = "there is no permission"


@dataclass(frozen=True)
class Failing:
    """Every n-th step of a build, from `first` on in steps of `stride`, fails once, with one error after the other."""

    first: int
    stride: int
    render: bool = False

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per step."""
        scene = _scene(home, self.render)
        total = _steps(scene)
        for number in range(self.first, total + 1, self.stride):
            code, words = _ERRORS[number % len(_ERRORS)]
            wanted = scene.next
            run = scene.build(wanted, number, fails_with(code))
            yield scene.judged(
                "failing step", f"{scene.command} step {_shown(run.step)}: {words}", run, wanted, words, mend=False
            )
        yield _cleaned(scene)


@dataclass(frozen=True)
class Killed:
    """So many kills at random moments of a running build; every second one spares the workers of the build."""

    seed: int
    count: int
    render: bool = False

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per kill; a build that had ended before its kill is judged too, and another one killed."""
        chance, scene = random.Random(self.seed), _scene(home, self.render)
        long = max(scene.build(scene.now).seconds for _ in range(2))
        killed = 0
        while killed < self.count:
            moment, wanted = chance.uniform(0, long), scene.next
            child = scene.start(wanted)
            time.sleep(moment)
            alone = killed % 2 == 1
            child.kill(alone=alone)
            run = child.wait()
            killed += run.code == -signal.SIGKILL
            long = min(long, run.seconds) if run.code == 0 else long
            where = f"in step {_shown(run.step)}" if run.step else "before the first step"
            what = f"{scene.command}{' without its workers' if alone else ''} after {moment * 1000:.0f} ms, {where}"
            yield scene.judged("killed", what, run, wanted)


@dataclass(frozen=True)
class KilledAt:
    """A kill in the middle of every step from `first` on in steps of `stride`; half of a write is written."""

    first: int
    stride: int
    render: bool = False

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per step."""
        scene = _scene(home, self.render)
        for number in range(self.first, _steps(scene) + 1, self.stride):
            wanted = scene.next
            run = scene.build(wanted, number, _dies)
            yield scene.judged("killed", f"{scene.command} in step {_shown(run.step)}", run, wanted)


@dataclass(frozen=True)
class WorkerKilled:
    """One worker of a build is killed, at so many of its steps; left out where a build has no workers."""

    count: int
    render: bool = False

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per kill: the build says in one line that it failed, or does the work of the dead one again."""
        scene = _scene(home, self.render)
        yield from worker_killed(scene, self.count)


def worker_killed(scene: Scene, count: int) -> Iterator[Trial]:
    """The trials of WorkerKilled in a scene that is there already."""
    wanted = scene.next
    run = scene.build(wanted)
    numbers = [step.number for step in run.steps if step.worker]
    if not numbers:
        yield scene.judged("worker killed", "left out: this build has no workers", run, wanted)
        return
    yield scene.judged(
        "worker killed", f"none killed; workers take {len(numbers)} of {len(run.steps)} steps", run, wanted
    )
    for number in numbers[:: max(1, len(numbers) // count)][:count]:
        wanted = scene.next
        run = scene.build(wanted, number, _dies_alone)
        yield scene.judged("worker killed", f"in step {_shown(run.step)}", run, wanted, mend=False)


@dataclass(frozen=True)
class Together:
    """Two builds of other versions at once, so many times."""

    seed: int
    count: int

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per pair: one or both bring their site; who does not is told why."""
        chance, scene = random.Random(self.seed), _scene(home)
        long = scene.build(scene.now).seconds
        for _ in range(self.count):
            wanted, pause = ("b", "c"), chance.uniform(0, long / 2)
            first = scene.start(wanted[0])
            time.sleep(pause)
            runs = first, scene.start(wanted[1])
            yield _settled(scene, wanted, tuple(child.wait() for child in runs), pause)


def _settled(scene: Scene, wanted: tuple[str, str], runs: tuple[Run, ...], pause: float) -> Trial:
    done = [name for name, run in zip(wanted, runs, strict=True) if run.code == 0]
    told = [run.said for run in runs if run.code != 0]
    faults = [] if done else ["neither of two builds brought its site"]
    faults += [f"not the line that was wanted: {said!r}" for said in told if said != f"error: {_REFUSED}\n"]
    seen = digest(scene.site)
    stands = next((name for name in wanted if scene.digests[name] == seen), "TORN")
    if stands not in done:
        faults.append(f"{stands} stands, {done} said they were done")
    if scene.left():
        faults.append(f"left: {', '.join(scene.left())}")
    assert scene.build("a").code == 0
    ended = " and ".join("done" if run.code == 0 else "refused" for run in runs)
    return Trial(
        "two at once",
        f"the second {pause * 1000:.0f} ms after the first: {ended}",
        max(runs, key=lambda run: run.code),
        "TORN" if stands == "TORN" else "new",
        (),
        tuple(faults),
    )


@dataclass(frozen=True)
class Order:
    """The steps come in the order that a failing power supply asks for."""

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial: written, flushed, exchanged, confirmed, and only then is the old site removed."""
        scene = _scene(home)
        wanted = scene.next
        run = scene.build(wanted)
        kinds = [step.what for step in run.steps]
        written = max(i for i, kind in enumerate(kinds) if kind in ("mkdir", "open", "write", "close"))
        order = [written, *(kinds.index(kind) for kind in ("syncfs", "exchange", "fsync", "unlink"))]
        trial = scene.judged("order", "written, flushed, exchanged, confirmed, old site removed", run, wanted)
        faults = () if order == sorted(order) else (f"steps come in the order {order}",)
        yield Trial(trial.kind, trial.what, trial.run, trial.stands, trial.left, trial.faults + faults)


@dataclass(frozen=True)
class FullDisk:
    """A disk with too little room, too few names, or that can only be read."""

    count: int

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per amount of room, from none to just enough; left out where no disk of our own can be made."""
        scene = _scene(home)
        try:
            yield from in_fork(lambda: list(self._inside(scene)))
        except RuntimeError as error:
            run = Run(0, "")
            yield Trial("full disk", f"left out: no disk of our own on this machine ({error})", run, "old")

    def _inside(self, scene: Scene) -> Iterator[Trial]:
        disks.alone()
        site = scene.home / "saved"
        shutil.copytree(scene.site, site)
        room, files = disks.weight(site), sum(1 for _ in site.rglob("*"))
        for part in range(self.count + 1):
            free = room * part // self.count // disks.BLOCK * disks.BLOCK
            yield self._full(scene, site, free, files * 3, f"room for {free // 1024} kB of {room // 1024} kB")
        for part in range(4):
            names = files * part // 4
            yield self._full(scene, site, room * 2, names, f"room for {names} names of {files}")
        yield self._frozen(scene, site)

    def _full(self, scene: Scene, site: Path, free: int, names: int, what: str) -> Trial:
        """The old site on a new disk with so much room left; the room is taken by a file that is removed later."""
        size, inodes = disks.weight(site) * 4 + (1 << 20), sum(1 for _ in site.rglob("*")) * 5 + 20
        disks.small(scene.out, size, inodes)
        shutil.copytree(site, scene.site)
        scene.now = "a"
        ballast = scene.out / "site" / ".." / "ballast"
        ballast.mkdir()
        status = os.statvfs(scene.out)
        for number in range(max(0, status.f_favail - names - 1)):
            (ballast / str(number)).symlink_to("x")
        free_now = os.statvfs(scene.out).f_bavail * disks.BLOCK
        (ballast / "big").write_bytes(bytes(max(0, free_now - free)))
        wanted = scene.next
        run = scene.build(wanted)
        shutil.rmtree(ballast)
        return scene.judged("full disk", what, run, wanted, "the disk is full")

    def _frozen(self, scene: Scene, site: Path) -> Trial:
        disks.small(scene.out, disks.weight(site) * 4)
        shutil.copytree(site, scene.site)
        scene.now = "a"
        disks.freeze(scene.out)
        run = scene.build("b")
        disks.freeze(scene.out, frozen=False)
        return scene.judged("full disk", "only to be read", run, "b", "the disk can only be read")


@dataclass(frozen=True)
class Forbidden:
    """What a user who is not root may not read or write."""

    def run(self, home: Path) -> Iterator[Trial]:
        """One trial per file or folder; root plays somebody else."""
        scene = _scene(home)
        cases: tuple[tuple[str, Path, int], ...] = (
            ("the folder around the site may not be written", scene.out, 0o555),
            ("the folder around the site may not be entered", scene.out, 0o000),
            ("the site may not be read", scene.site, 0o000),
            ("mkdocs.yml may not be read", scene.home / "b" / "mkdocs.yml", 0o000),
            ("a hand-written page may not be read", scene.home / "b" / "content" / "about.md", 0o000),
            ("the lock may not be opened", scene.out / ".site.lock", 0o000),
        )
        root = os.getuid() == 0
        if root:
            _give(scene.home)
        for what, path, mode in cases:
            made = not path.exists()
            if made:
                path.write_text("site_name: X\n" if path.suffix == ".yml" else "", encoding="utf-8")
                if root:
                    os.chown(path, NOBODY, NOBODY)
            before = path.stat().st_mode & 0o777
            path.chmod(mode)
            run = scene.build("b", before=_somebody if root else lambda: None)
            if path.exists():
                path.chmod(before)
                if made:
                    path.unlink()
            expect = "cannot be read: there is no permission" if path.suffix == ".yml" else "there is no permission"
            yield scene.judged("forbidden", what, _usage(run), "b", expect)


def _usage(run: Run) -> Run:
    """A mkdocs.yml or a --site-dir that cannot be read is wrong usage, which is exit 2."""
    if run.code == 2 and run.said.startswith("error: mkdocs.yml cannot be read"):
        return replace(run, code=1)
    if run.code == 2 and run.said.endswith("is not readable.\n"):  # click shows how to use the command, then this
        return replace(run, code=1, said="error: " + run.said.splitlines()[-1].replace("is not readable", _DENIED))
    return run


def _give(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)


def _somebody() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def _dies(step: Step, half: Callable[[], object]) -> None:
    half()
    os.killpg(0, signal.SIGKILL)


def _dies_alone(step: Step, half: Callable[[], object]) -> None:
    if step.worker:
        half()
        os.kill(os.getpid(), signal.SIGKILL)


def _scene(home: Path, render: bool = False) -> Scene:
    return (RenderScene if render else Scene)(home).prepare()


def _steps(scene: Scene) -> int:
    """How many steps a build has that replaces the other version."""
    wanted = scene.next
    run = scene.build(wanted)
    scene.now = wanted
    return len(run.steps)


def _cleaned(scene: Scene) -> Trial:
    """The last row of a batch: a good build, and nothing is left."""
    wanted = scene.next
    faults = scene.mended(wanted)
    return Trial("next build", f"{scene.command} without mischief", Run(0, ""), "new", (), tuple(faults))


def _shown(last: str) -> str:
    return re.sub(r"\S*/out/(?:\.site\.building-[0-9a-f]+/?)?", "", last) or "none"
