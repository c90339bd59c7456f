"""Runs an example as staff would: over a small whole project, with `scorecard check`."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scorecard import pipeline
from scorecard.model.problems import Problem

BASE = Path(__file__).resolve().parents[2] / "tests" / "base_project"
#: The moment of all examples; the small project ends in April 2026.
DAY = "2026-06-30T12:00"


def files(example: str) -> Mapping[str, str]:
    """The files of an example: each begins with a comment that holds its path (# data/...)."""
    starts = [match.start() for match in re.finditer(r"^# data/\S+$", example, flags=re.MULTILINE)]
    pieces = [example[start:end] for start, end in zip(starts, [*starts[1:], len(example)], strict=True)]
    return {piece.partition("\n")[0].removeprefix("# "): piece for piece in pieces}


def check(example: str) -> tuple[Problem, ...]:
    """What `scorecard check` finds with the files of an example in the small project.

    Where a remark says what stood there before (`# was VALUE`, `# was in FILE`), both states are compared too.
    """
    now = files(example)
    if "  # was " not in example:
        return check_made(lambda project: _write(project, now))
    with tempfile.TemporaryDirectory() as folder:
        states = [Path(folder) / name for name in ("before", "now")]
        for project, texts in zip(states, (_before(now), now), strict=True):
            shutil.copytree(BASE, project)
            _write(project, texts)
        return pipeline.compare(states[1], states[0], "main", pipeline.moment(DAY))


def _before(now: Mapping[str, str]) -> dict[str, str]:
    """The files of an example as its remarks say they were."""
    texts = {}
    for name, text in now.items():
        if moved := re.search(r"  # was in (\S+)", text):
            name, text = name.rpartition("/")[0] + "/" + moved[1], text.replace(moved[0], "")
        texts[name] = re.sub(r": \S+  # was (\S+)", r": \1", text)
    return texts


def _write(project: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def check_made(make: Callable[[Path], None]) -> tuple[Problem, ...]:
    """What `scorecard check` finds after this was done to the small project."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "my-site"
        shutil.copytree(BASE, project)
        make(project)
        return pipeline.check(project, pipeline.moment(DAY)).problems
