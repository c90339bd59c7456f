"""How much CPU the commands take that people wait for: `python -m tests.bench.commands [--runs 9] [--write FILE]`.

CPU seconds (user and system), start of Python included, least of the runs: what else goes on at the machine only adds.
Modules are compiled beforehand, as they are where the wheel is installed. Exit 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import company

#: What `check` cannot do without: the command line, the records, the YAML.
LIBRARIES = "import click, pydantic, yaml; pydantic.BaseModel"
AS_OF = ("--as-of", "2026-04-15")
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Promise:
    """A command, in words and as typed, and the CPU seconds it stays under; None: only told."""

    name: str
    arguments: tuple[str, ...]
    folder: Path
    limit: float | None
    program: str = "scorecard"


def spent(one: Promise) -> float:
    """CPU seconds of one run. Raises RuntimeError where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    arguments, folder = one.arguments, one.folder
    program = Path(sys.executable).parent / one.program
    with subprocess.Popen(
        [str(program), *arguments], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{one.program} {' '.join(arguments)} failed: {said.decode(errors='replace')[-400:]}")
    return used.ru_utime + used.ru_stime


def promises(work: Path) -> list[Promise]:
    """What is measured."""
    shutil.rmtree(work, ignore_errors=True)
    small = work / "small"
    shutil.copytree(REPOSITORY / "tests/base_project", small)
    large = company.write(work / "hundred", 100)
    wave = next((small / "data/surveys").glob("*.yml")).relative_to(small).as_posix()
    incident = sorted(large.glob("data/incidents/*/*.yml"))[-1].relative_to(large).as_posix()
    return [
        Promise("scorecard --help", ("--help",), small, 0.15),
        Promise("scorecard check FILE, a new site", ("check", *AS_OF, wave), small, 0.3),
        Promise("scorecard check FILE, 100 incidents and 40 quarters", ("check", *AS_OF, incident), large, None),
        Promise("scorecard explain unknown-field", ("explain", "unknown-field"), small, None),
        Promise("for comparison: Python alone", ("-c", "pass"), small, None, "python"),
        Promise("for comparison: Python and our libraries", ("-c", LIBRARIES), small, None, "python"),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; write it too when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.commands")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--work", type=Path, default=Path("build/bench-commands"))
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(arguments)
    rows, broken = [], 0
    for one in promises(options.work.resolve()):
        spent(one)
        least = min(spent(one) for _ in range(options.runs))
        kept = "" if one.limit is None else "kept" if least < one.limit else "BROKEN"
        broken += kept == "BROKEN"
        limit = "" if one.limit is None else f"{one.limit:.2f}"
        rows.append(f"| {one.name} | {least:.2f} | {limit} | {kept} |")
    table = "\n".join(["| command | CPU s | promised under | |", "| --- | --: | --: | --- |", *rows])
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    text = f"{table}\n\n{machine}; least of {options.runs} runs, start of Python included.\n"
    print(text)
    if options.write:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(f"# How long commands take\n\nMade by `make bench`.\n\n{text}", encoding="utf-8")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
