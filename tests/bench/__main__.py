"""Run the measurements and print a table.

`python -m tests.bench [--sizes 100 1000 5000] [--alone 20000] [--runs 3] [--write docs/bench.md]`
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import company, peers

AS_OF = "2026-04-15"


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one command: seconds of CPU (user and system, children too), seconds of wall, peak memory of the largest."""

    cpu: float
    wall: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Build:
    """A command to measure; what stands in `output` is removed before each run."""

    name: str
    command: Sequence[str]
    folder: Path
    output: Path | None = None


def measure(build: Build) -> Figures:
    """One run. Raises RuntimeError when the command fails."""
    if build.output is not None and build.output.exists():
        shutil.rmtree(build.output)
    os.sync()  # what another build wrote is not this one's to wait for
    start = time.perf_counter()
    with subprocess.Popen(build.command, cwd=build.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(build.command[:4])} failed: {said.decode(errors='replace')[-800:]}")
    return Figures(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def rounds(builds: Sequence[Build], runs: int) -> list[list[Figures]]:
    """The figures of every build, run by run. Each round runs every build, so that a slow minute hits all alike."""
    found: list[list[Figures]] = [[] for _ in builds]
    for _ in range(runs):
        for build, figures in zip(builds, found, strict=True):
            print(f"  {build.name} …", file=sys.stderr)
            figures.append(measure(build))
    return found


def _median(numbers: Iterable[float]) -> str:
    return f"{statistics.median(numbers):.2f}"


def bench(size: int, runs: int, work: Path) -> list[str]:
    """Rows of the table for one size."""
    work.mkdir(parents=True, exist_ok=True)
    project = company.write(work / "project", size)
    scorecard = [sys.executable, "-m", "scorecard"]
    own, rendered = work / "site-scorecard", work / "rendered"
    build = [*scorecard, "build", "--project", str(project), "--site-dir", str(own), "--as-of", AS_OF]
    render = [*scorecard, "render", "--project", str(project), "--out", str(rendered), "--as-of", AS_OF]
    measure(Build("render", render, work))
    pages = sum(1 for _ in (rendered / "content").rglob("*.md"))
    made = [make(rendered, work) for make in (peers.plain_mkdocs, peers.hugo, peers.eleventy)]
    builds = [Build("Trust Scorecard, from YAML", build, work, own)]
    builds += [
        Build(f"{peer.name} ({peer.version})", peer.command, peer.folder, peer.output)
        for peer in made
        if not peer.why_not
    ]
    ours, *others = rounds(builds, runs)
    rows = [f"| **{size} incidents, {pages} pages** | | | | | |", _row(builds[0].name, ours, ours)]
    for module, places in (("stages", (project, work / "site-stages")), ("rebuild", (project,))):
        rows += [_row(f"- {name}", [figures]) for name, figures in _parts(module, *places)]
    rows += [_row(peer.name, figures, ours) for peer, figures in zip(builds[1:], others, strict=True)]
    rows += [f"| {peer.name} | left out: {peer.why_not} | | | | |" for peer in made if peer.why_not]
    return rows


def alone(size: int, work: Path) -> list[str]:
    """One build of a company larger than any peer is asked to build: what it needs of memory."""
    work.mkdir(parents=True, exist_ok=True)
    project, own = company.write(work / "project", size), work / "site-scorecard"
    command = [sys.executable, "-m", "scorecard", "build", "--project", str(project)]
    figures = measure(Build("alone", [*command, "--site-dir", str(own), "--as-of", AS_OF], work, own))
    return [f"| **{size} incidents** | | | | | |", _row("Trust Scorecard, from YAML, one run", [figures])]


def _parts(module: str, *places: Path) -> list[tuple[str, Figures]]:
    """What a module of this folder measures in a process of its own."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *map(str, places)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [(row["stage"], Figures(row["cpu"], row["wall"], row["peak_mb"])) for row in json.loads(said)]


def _row(name: str, figures: Sequence[Figures], ours: Sequence[Figures] = ()) -> str:
    """Medians over the runs; a ratio is the median of the ratios of each round."""
    own = [_median(one.cpu for one in figures), _median(one.wall for one in figures)]
    peak = f"{statistics.median(one.peak_mb for one in figures):.0f}"
    if not ours:
        return f"| {name} | {own[0]} | {own[1]} | {peak} | | |"
    both = list(zip(ours, figures, strict=True))
    cpu, wall = _median(one.cpu / its.cpu for one, its in both), _median(one.wall / its.wall for one, its in both)
    return f"| {name} | {own[0]} | {own[1]} | {peak} | {cpu} | {wall} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; write it too when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--alone", type=int, nargs="*", default=[20000], help="sizes without peers, one run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path("build/bench"))
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(arguments)
    lines = [
        "| build | CPU s | wall s | peak MB | our CPU / its CPU | our wall / its wall |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for size in options.sizes:
        print(f"{size} incidents …", file=sys.stderr)
        lines += bench(size, options.runs, options.work.resolve() / str(size))
    for size in options.alone:
        print(f"{size} incidents …", file=sys.stderr)
        lines += alone(size, options.work.resolve() / str(size))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    table = "\n".join(lines)
    print(f"{table}\n\n{machine}; medians of {options.runs} runs.")
    if options.write:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        words = (
            "# How long a build takes\n\nMade by `make bench`: an invented company of each size, 40 quarters, from "
            "YAML to the whole site with charts, downloads and search. The peers build the same finished pages "
            f"and compute nothing. A ratio under 1 means that we need less.\n\n{table}\n\nMachine: {machine}. "
            f"Medians of {options.runs} runs.\n"
        )
        options.write.write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main()
