"""From a foreign file to a checked, scored and built site, through the command line alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.real.claims import Built, check
from tests.real.projects import import_file, read_foreign, write_project


@dataclass(frozen=True)
class Outcome:
    """What came of one file: remarks and warnings, and each claim with what speaks against it."""

    name: str
    remarks: tuple[str, ...]
    claims: tuple[tuple[str, list[str]], ...]
    failed: str = ""

    @property
    def good(self) -> bool:
        """Whether every step ran and every claim holds."""
        return not self.failed and not any(against for _, against in self.claims)


def run(file: Path, folder: Path) -> Outcome:
    """Import the file into the folder, check, score and build it as of the day its source ends."""
    made = import_file(file)
    write_project(made, folder)
    as_of = ["--as-of", made.ends.isoformat()]
    checked = scorecard(["check", "--format", "concise"], folder)
    if checked.returncode:
        return Outcome(file.name, made.remarks, (), f"check: {checked.stdout}{checked.stderr}")
    scored = scorecard(["score", "--format", "json", *as_of], folder)
    if scored.returncode:
        return Outcome(file.name, made.remarks, (), f"score: {scored.stderr}")
    built = scorecard(["build", *as_of], folder)
    if built.returncode:
        return Outcome(file.name, made.remarks, (), f"build: {built.stderr}")
    scores: Any = json.loads(scored.stdout)
    site = Built(read_foreign(file), made.files, scores, folder / "site")
    warnings = tuple(line for line in checked.stdout.splitlines() if line.strip())
    return Outcome(file.name, (*made.remarks, *warnings), tuple(check(site)))


def scorecard(arguments: list[str], project: Path) -> subprocess.CompletedProcess[str]:
    """Run the command with this interpreter, in the project's folder."""
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "scorecard", *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
