"""`make warehouse`: the same answers counted by DuckDB and by a real Spark session through Ibis; the same YAML.

Spark and Ibis are installed into build/warehouse-venv, never beside our own packages. Left out, with the reason, where
there is no Java or they cannot be installed. `python -m tests.imports.warehouse [ROWS]`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.importers.surveys.waves import numbers
from tests.imports import answers

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "build" / "warehouse"
VENV = REPOSITORY / "build" / "warehouse-venv"
ROWS = 1_000_000


def install() -> str:
    """Install Spark and Ibis where they are not yet; says why it cannot, else ''."""
    java = shutil.which("java")
    if java is None or subprocess.run([java, "-version"], capture_output=True, check=False).returncode != 0:
        return "there is no Java on this machine"
    lock, stamp = REPOSITORY / "requirements" / "warehouse.txt", VENV / ".stamp"
    wanted = lock.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    shutil.rmtree(VENV, ignore_errors=True)
    pip = [str(VENV / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    for command in ([sys.executable, "-m", "venv", str(VENV)], [*pip, "--require-hashes", "-r", str(lock)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return (
                "Spark and Ibis cannot be installed: " + (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            )
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def imported(python: Path, script: list[str], root: Path) -> tuple[str, str]:
    """Run an import with an interpreter; gives the wave and what was said."""
    answers.project(root)
    done = subprocess.run([str(python), *script], capture_output=True, text=True, check=False, cwd=REPOSITORY)
    wave = root / "data/surveys/2026-q4.yml"
    if done.returncode != 0 or not wave.is_file():
        raise SystemExit(f"the import failed ({done.returncode}):\n{done.stderr[-4000:]}")
    return wave.read_text(encoding="utf-8"), done.stderr


def main(rows: int) -> int:
    """Make, count twice, compare; gives the exit code."""
    if why := install():
        print(f"warehouse left out: {why}")
        return 0
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    export = FOLDER / "answers.csv"
    drawn = answers.write(export, rows)
    print(f"{drawn.rows:,} rows, {drawn.kept:,} of them count")
    here, there = FOLDER / "duckdb", FOLDER / "spark"
    ours = ["-m", "scorecard", "import", "csv", str(export), "--wave", "2026-Q4", "--yes", "-C", str(here)]
    by_duckdb, _ = imported(VENV / "bin/python", ours, here)
    by_spark, said = imported(VENV / "bin/python", ["-m", "tests.imports.spark", str(export), str(there)], there)
    told = f"{drawn.rows:,} rows read (in the warehouse), {drawn.kept:,} counted"
    claims = {
        "the same YAML, but for the comment that names the source": _body(by_duckdb) == _body(by_spark),
        "every count is the independent one": numbers(by_spark) == drawn.numbers(),
        "Spark told the rows it left out": told in said.splitlines(),
        "the same mapping": _mapping(here) == _mapping(there),
    }
    for claim, holds in claims.items():
        print(f"{'ok' if holds else 'NOT SO'}: {claim}")
    if not all(claims.values()):
        print(said[-4000:])
        return 1
    shutil.rmtree(FOLDER)
    return 0


def _body(wave: str) -> str:
    return wave.split("\n", 1)[1]


def _mapping(root: Path) -> str:
    return (root / "data/imports/csv.yml").read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
