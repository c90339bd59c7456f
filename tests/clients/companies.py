"""Three sites to read: the example, a company that has published nothing, and one with very many incidents."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench import company

REPOSITORY = Path(__file__).resolve().parent.parent.parent
AS_OF = {"example": "2026-11-24", "empty": "2026-11-24", "many": "2026-01-10"}
EMPTY = "name: Example Water\nurl: https://trust.example.org\ncontact: trust@example.org\ntimezone: Europe/Rome\n"


def project(name: str, folder: Path, incidents: int) -> Path:
    """The project of that name; the invented ones are written below the folder."""
    if name == "example":
        return REPOSITORY
    root = folder / "projects" / name
    if name == "many":
        return company.write(root, incidents)
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "data" / "organisation.yml").write_text(EMPTY, encoding="utf-8")
    return root


def build(name: str, folder: Path, incidents: int) -> Path:
    """The built site of that name."""
    target = folder / name
    root = project(name, folder, incidents)
    command = [sys.executable, "-m", "scorecard", "build", "--as-of", AS_OF[name], "--site-dir", str(target)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{name} could not be built:\n{done.stdout}{done.stderr}")
    return target
