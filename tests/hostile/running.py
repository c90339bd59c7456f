"""The real command line in a child process of its own, with limits, and what it cost."""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: After the third quarter of 2026, which the cases speak of; always the same, so that sites can be compared.
AS_OF = "2026-11-30T12:00+00:00"
#: Nobody's value: it must be in no output, whatever a tag asks for.
ENVIRONMENT = {"SECRET_TOKEN": "CANARY-ENVIRONMENT", "SOURCE_DATE_EPOCH": "1795953600", "NO_COLOR": "1"}
_CPU_SECONDS = 30
_ADDRESS_SPACE = 2 << 30


@dataclass(frozen=True)
class Run:
    """Exit code (128 + signal when killed), both streams, CPU and wall seconds, and the highest memory in MB."""

    code: int
    out: str
    err: str
    cpu: float
    wall: float
    mb: float

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The problems of `check --format json`. Raises ValueError when that is not what came out."""
        found = json.loads(self.out)["problems"]
        assert isinstance(found, list)
        return found


def load() -> None:
    """Import everything once, so that children are measured for their work and not for imports."""
    import material  # noqa: F401
    import pymdownx.superfences  # noqa: F401

    from scorecard import present, publish, read, score, validate

    assert all((read.infos(), validate.infos(), present, publish, score))


def run(args: list[str], folder: Path) -> Run:
    """Run `scorecard ARGS` in a folder."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        sys.stdout.flush()
        start = time.perf_counter()
        child = os.fork()
        if child == 0:
            _child(args, folder, out.fileno(), err.fileno())
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "backslashreplace"))
    cpu = usage.ru_utime + usage.ru_stime
    return Run(code if code >= 0 else 128 - code, texts[0], texts[1], cpu, wall, usage.ru_maxrss / 1024)


def _child(args: list[str], folder: Path, out: int, err: int) -> None:
    """Never returns."""
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.chdir(folder)
        os.environ.update(ENVIRONMENT)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
        from scorecard import cli

        code = cli.run(args)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def write(tree: Mapping[str, bytes], folder: Path) -> Path:
    """Put a tree on disk."""
    for name, content in tree.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, links as where they lead."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def build(tree: Mapping[str, bytes], folder: Path) -> tuple[Run, dict[str, bytes]]:
    """Write a tree and build its site; the site is empty when there is none."""
    write(tree, folder)
    done = run(["build", "--project", ".", "--site-dir", "site", "--as-of", AS_OF], folder)
    return done, files(folder / "site")
