"""Four sites to read: the example, a company with nothing yet, one with the least, one with very many incidents."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench import company

REPOSITORY = Path(__file__).resolve().parent.parent.parent
AS_OF = {"example": "2026-11-24", "empty": "2026-11-24", "least": "2026-11-24", "many": "2026-01-10"}
EMPTY = "name: Example Water\nurl: https://trust.example.org\ncontact: trust@example.org\ntimezone: Europe/Rome\n"
WAVE = (
    "quarter: 2026-Q3\naudience: customers\nsample: random\ninvited: 2400\n"
    "questions:\n  - {id: trust, counts: [5, 5, 10, 20, 40, 70, 120, 150, 100, 60]}\n"
)


def project(name: str, folder: Path, incidents: int) -> Path:
    """The project of that name; the invented ones are written below the folder."""
    if name == "example":
        return REPOSITORY
    root = folder / "projects" / name
    if name == "many":
        return company.write(root, incidents)
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "data" / "organisation.yml").write_text(EMPTY, encoding="utf-8")
    if name == "least":
        (root / "data" / "surveys").mkdir(exist_ok=True)
        (root / "data" / "surveys" / "2026-q3.yml").write_text(WAVE, encoding="utf-8")
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
