"""Offences fed to the harness: `python -m tests.torn.probe` prints what it made of each, for test_harness.py.

In a process of its own, because the harness forks and changes what it forks from.
"""

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.torn.scene import RenderScene, Scene, Trial, warm
from tests.torn.steps import Log, Step, fails_with, witness
from tests.torn.trials import _dies, _shown, worker_killed

FULL = 28
WORKERS = 2


def careless() -> None:
    """Publish as MkDocs does by itself: empty the folder, then fill it."""
    from scorecard import publish

    @contextlib.contextmanager
    def building(target: Path, keep: object = (), *, mark: str = "") -> Iterator[Path]:
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        try:
            yield target
        except OSError as error:
            raise publish.PublishProblem(f"the disk is full: {error.strerror}") from error

    publish.building = building


def untidy() -> None:
    """Leave what an earlier build left."""
    from scorecard.publish import folder

    folder._sweep = lambda target: None


def parallel() -> None:
    """Let forked workers write the files of `render`, as a fast build may."""
    from scorecard import pipeline

    write = pipeline.write

    def written(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
        ready = list(files)
        children = []
        for number in range(WORKERS):
            child = os.fork()
            if child == 0:
                code = 1
                with contextlib.suppress(OSError):
                    write(folder, ready[number::WORKERS])
                    code = 0
                os._exit(code)
            children.append(child)
        if sum(os.waitpid(child, 0)[1] for child in children):
            raise OSError(FULL, "a worker failed", os.fspath(folder))

    pipeline.write = written


def lasting() -> None:
    """Leave a process behind that goes on after its build."""
    if os.fork() == 0:
        import time

        time.sleep(60)
        os._exit(0)


def middle(scene: Scene, before: Callable[[], None]) -> int:
    """The number of a write in the middle of a build that is made careless."""
    run = scene.build(scene.now, before=before)
    writes = [step.number for step in run.steps if step.what == "write"]
    return writes[len(writes) // 2]


def offence(scene: Scene, before: Callable[[], None], act: Any, number: int) -> Trial:
    """One trial with a build that is made careless."""
    wanted = scene.next
    run = scene.build(wanted, number, act, before=before)
    return scene.judged(before.__name__, _shown(run.step), run, wanted, mend=act is not _dies or before is careless)


def seen(scene: Scene) -> dict[str, object]:
    """What one build did, as counted, as Python reports it, and as the files on the disk show it."""
    log = Log()

    def before(own: Callable[[], None] = scene.before) -> None:
        own()
        witness(log)

    wanted = scene.next
    run = scene.build(wanted, before=before)
    assert run.code == 0, run.said
    scene.now = wanted
    known = {what for what, _ in log.lines()}
    counted = Counter((_what(step), step.place) for step in run.steps if _what(step) in known)
    reported = Counter((what, place) for what, place in log.lines())
    sizes: Counter[str] = Counter()
    for step in run.steps:
        if step.what == "write":
            sizes[_shown(step.place)] += step.size
    site = {
        file.relative_to(scene.site).as_posix(): file.stat().st_size for file in scene.site.rglob("*") if file.is_file()
    }
    numbers = [step.number for step in run.steps]
    return {
        "steps": len(numbers),
        "by workers": sum(step.worker for step in run.steps),
        "numbered once": numbers == list(range(1, len(numbers) + 1)),
        "escaped": sorted(map(str, reported - counted)),
        "invented": sorted(map(str, counted - reported)),
        "files": len(site),
        "bytes not counted": sorted(name for name, size in site.items() if sizes[name] != size),
    }


def _what(step: Step) -> str:
    return {"remove": "unlink", "replace": "rename"}.get(step.what, step.what)


def failing(scene: Scene, stride: int) -> list[Trial]:
    """Every so-manieth step fails, whoever takes it."""
    found = []
    for number in range(1, len(scene.build(scene.now).steps), stride):
        wanted = scene.next
        run = scene.build(wanted, number, fails_with(FULL))
        found.append(scene.judged("failing", _shown(run.step), run, wanted, "the disk is full", mend=False))
    return found


def main() -> int:
    """Print everything as one JSON value."""
    warm()
    folder = Path(tempfile.mkdtemp(prefix="torn-"))
    try:
        scene, forked = Scene(folder / "one").prepare(), RenderScene(folder / "two").prepare()
        forked.before = parallel
        at = middle(scene, careless)
        trials = {
            "careless, killed": offence(scene, careless, _dies, at),
            "careless, failing": offence(scene, careless, fails_with(FULL), at),
            "untidy, killed": offence(scene, untidy, _dies, at),
            "untidy, next": offence(scene, untidy, None, 0),
            "lasting": offence(scene, lasting, None, 0),
        }
        value = {
            "trials": {name: asdict(trial) for name, trial in trials.items()},
            "seen": seen(scene),
            "seen with workers": seen(forked),
            "failing with workers": [asdict(trial) for trial in failing(forked, 9)],
            "worker killed": [asdict(trial) for trial in worker_killed(forked, 4)],
            "no workers": [asdict(trial) for trial in worker_killed(scene, 4)],
        }
        print(json.dumps(value))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
