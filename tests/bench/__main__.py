"""Run the measurements and print a table.

`python -m tests.bench [--sizes 100 1000 5000] [--runs 3] [--write docs/bench.md]`
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
from collections.abc import Sequence
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


def measure(command: Sequence[str], folder: Path, runs: int, output: Path | None = None) -> Figures:
    """Medians over the runs. Raises RuntimeError when the command fails."""
    found = []
    for _ in range(runs):
        if output is not None and output.exists():
            shutil.rmtree(output)
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            said = process.stdout.read() if process.stdout else b""
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command[:4])} failed: {said.decode(errors='replace')[-800:]}")
        found.append(
            Figures(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024),
        )
    return Figures(*(statistics.median(getattr(one, name) for one in found) for name in ("cpu", "wall", "peak_mb")))


def bench(size: int, runs: int, work: Path) -> list[str]:
    """Rows of the table for one size."""
    work.mkdir(parents=True, exist_ok=True)
    project = company.write(work / "project", size)
    scorecard = [sys.executable, "-m", "scorecard"]
    own = work / "site-scorecard"
    build = [*scorecard, "build", "--project", str(project), "--site-dir", str(own), "--as-of", AS_OF]
    ours = measure(build, work, runs, own)
    rendered = work / "rendered"
    measure([*scorecard, "render", "--project", str(project), "--out", str(rendered), "--as-of", AS_OF], work, 1)
    pages = sum(1 for _ in (rendered / "content").rglob("*.md"))
    rows = [_row(f"**{size} incidents, {pages} pages**", None, None), _row("Trust Scorecard, from YAML", ours, ours)]
    rows += [_row(f"- {name}", figures, None) for name, figures in _parts("stages", project, work / "site-stages")]
    rows += [_row(name, figures, None) for name, figures in _parts("rebuild", project)]
    for make in (peers.plain_mkdocs, peers.hugo, peers.eleventy):
        peer = make(rendered, work)
        if peer.why_not:
            rows.append(f"| {peer.name} | left out: {peer.why_not} | | | | |")
            continue
        print(f"  {peer.name} …", file=sys.stderr)
        rows.append(_row(f"{peer.name} ({peer.version})", measure(peer.command, peer.folder, runs, peer.output), ours))
    return rows


def _parts(module: str, *places: Path) -> list[tuple[str, Figures]]:
    """What a module of this folder measures in a process of its own."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *map(str, places)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [(row["stage"], Figures(row["cpu"], row["wall"], row["peak_mb"])) for row in json.loads(said)]


def _row(name: str, figures: Figures | None, ours: Figures | None) -> str:
    if figures is None:
        return f"| {name} | | | | | |"
    if ours is None:
        return f"| {name} | {figures.cpu:.2f} | {figures.wall:.2f} | {figures.peak_mb:.0f} | | |"
    return (
        f"| {name} | {figures.cpu:.2f} | {figures.wall:.2f} | {figures.peak_mb:.0f} "
        f"| {ours.cpu / figures.cpu:.2f} | {ours.wall / figures.wall:.2f} |"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; write it too when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000])
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
