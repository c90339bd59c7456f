"""`make big-import`: ten million invented answers become counts with little memory, and the bar is shown.

The counts are compared with those made while the answers were drawn. `python -m tests.imports.big [ROWS]`.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from pathlib import Path

from tests.importers.surveys.waves import numbers
from tests.imports import answers

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "build" / "big-import"
ROWS = 10_000_000
#: The promise.
MOST_MEMORY = 1_000_000_000


def main(rows: int) -> int:
    """Make, import, compare; gives the exit code."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    answers.project(FOLDER)
    export = FOLDER / "answers.csv"
    drawn = answers.write(export, rows)
    print(f"{drawn.rows:,} rows, {export.stat().st_size / 1e6:,.0f} MB, {drawn.kept:,} of them count")
    command = [
        sys.executable,
        "-m",
        "scorecard",
        "import",
        "csv",
        str(export),
        "--wave",
        "2026-Q4",
        "--yes",
        "--progress",
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([*command, "-C", str(FOLDER)], capture_output=True, text=True, check=False, cwd=REPOSITORY)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    memory = used.ru_maxrss * 1024
    wave = FOLDER / "data/surveys/2026-q4.yml"
    found = numbers(wave.read_text(encoding="utf-8")) if wave.is_file() else {}
    shown = [line for line in done.stderr.splitlines() if line.startswith("counting")]
    told = (
        f"{drawn.rows:,} rows read (DuckDB), {drawn.kept:,} counted",
        f"  left out, tests and previews: {drawn.tests:,}",
        f"  left out, not finished: {drawn.partial:,}",
        f"  left out, the same response again: {drawn.repeated:,}",
    )
    claims = {
        f"exit 0 (it was {done.returncode})": done.returncode == 0,
        f"progress shown ({len(shown)} lines)": bool(shown) or rows < 1_000_000,
        "every count is the independent one": found == drawn.numbers(),
        "rows left out are told": all(line in done.stderr.splitlines() for line in told),
        f"peak memory {memory / 1e6:,.0f} MB, under {MOST_MEMORY / 1e6:,.0f}": memory < MOST_MEMORY,
    }
    for claim, holds in claims.items():
        print(f"{'ok' if holds else 'NOT SO'}: {claim}")
    print(f"{seconds:,.0f} CPU seconds")
    if not all(claims.values()):
        print(done.stderr)
        return 1
    shutil.rmtree(FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
