"""Companies in every state a page has to stand: from nothing published to thousands of incidents."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.bench import company

REPOSITORY = Path(__file__).resolve().parents[2]
LEAST = """\
quarter: 2026-Q3
audience: customers
sample: random
invited: 900
questions:
  - {id: trust, counts: [4, 3, 7, 9, 14, 20, 41, 55, 30, 17]}
"""


def _organisation(project: Path) -> None:
    (project / "data" / "surveys").mkdir(parents=True)
    (project / "data" / "organisation.yml").write_text(
        "name: A small company\nurl: https://trust.example.org\ncontact: trust@example.org\ntimezone: Europe/Rome\n",
        encoding="utf-8",
    )


def nothing(project: Path) -> None:
    """Not one survey, not one incident."""
    _organisation(project)


def least(project: Path) -> None:
    """The ten lines of the README."""
    _organisation(project)
    (project / "data" / "surveys" / "2026-q3.yml").write_text(LEAST, encoding="utf-8")


def _example(project: Path, *, until: str = "9999") -> None:
    """The example, without what begins after `until` (2025-03)."""
    shutil.copytree(REPOSITORY / "data", project / "data")
    quarter = f"{until[:4]}-q{(int(until[5:7] or 1) + 2) // 3}"
    for file in (project / "data").rglob("*.yml"):
        name = file.name
        late = name[:7] > quarter if name[5:6] == "q" else name[:4].isdigit() and name[:7] > until
        if late:
            file.unlink()


def one_quarter(project: Path) -> None:
    """The example as if its newest survey were its first; nothing to compare with."""
    _example(project)
    for file in (project / "data" / "surveys").glob("*.yml"):
        if file.name != "2026-q3.yml":
            file.unlink()


def broken(project: Path) -> None:
    """The example in the quarter after trust broke."""
    _example(project, until="2025-03")


def corrected(project: Path) -> None:
    """The example with a figure that was published twice before."""
    _example(project)
    shutil.copytree(REPOSITORY / "tests" / "published", project / "data" / "published")


def large(project: Path) -> None:
    """Ten years and 5,000 incidents."""
    company.write(project, 5000)


#: The state, how it is made, when it is looked at and which of its pages are.
STATES: dict[str, tuple[Callable[[Path], None], str, tuple[str, ...]]] = {
    "nothing": (nothing, "2026-11-24", ("", "incidents/", "sums/", "promises/")),
    "least": (least, "2026-11-24", ("", "quarters/2026-q3/", "sums/")),
    "one-quarter": (one_quarter, "2026-11-24", ("", "quarters/2026-q3/")),
    "broken": (broken, "2025-05-10", ("", "quarters/2025-q1/")),
    "late": (broken, "2025-04-25", ("", "quarters/2025-q1/")),  # the day announced for its figures has passed
    "corrected": (corrected, "2026-11-24", ("", "quarters/2026-q3/", "quarters/2026-q3/v1/")),
    "large": (large, "2026-04-15", ("", "incidents/", "quarters/2025-q4/")),
}
