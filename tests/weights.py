"""Pages stay as light as they were: `python -m tests.weights`, used by `make weights`.

The small project of the tests is built with a few incidents of the year before, so that the list on its home page is
full, and again with 5,000 older incidents more. What the home page, the last quarter's page and its incident have to
say is the same in both, but for counts and scores. Each of the three must weigh the same within 5 %, as HTML and as
gzip, and no page may list more than 100 incidents.
"""

import gzip
import random
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench import company

REPOSITORY = Path(__file__).resolve().parent.parent
AS_OF = "2026-05-15"
MANY = 5000
FIRST, LAST = datetime(2016, 1, 1, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC)
RECENT = (datetime(2025, 12, 2, tzinfo=UTC), datetime(2025, 12, 20, tzinfo=UTC), 6)
MOST_PER_PAGE = 100
WITHIN = 0.05
PAGES = (
    ("home", "index.html"),
    ("quarter", "quarters/2026-q1/index.html"),
    ("incident", "incidents/2026-03-14-payment-outage/index.html"),
)


def incidents(data: Path, first: datetime, last: datetime, number: int, *, major: bool = False) -> None:
    """Write so many incidents of a span of time, evenly spread."""
    chance = random.Random(1)
    for index in range(number):
        known = first + (last - first) * ((index + 0.5) / number)
        known += timedelta(minutes=chance.randrange(600))
        folder = data / "incidents" / str(known.year)
        folder.mkdir(parents=True, exist_ok=True)
        text = company.incident(chance, known, index)
        text = text.replace("[portal]", "[website]").replace("[meters]", "[payment-gateway]")
        if major:
            text = re.sub(r"(?m)^severity: .*$", "severity: major", text)
        (folder / f"{known:%Y-%m-%d}-case-{index}.yml").write_text(text, encoding="utf-8")


def built(folder: Path, number: int) -> Path:
    """The site of the small project with so many older incidents. Raises RuntimeError when it cannot be built."""
    project, site = folder / f"project-{number}", folder / f"site-{number}"
    shutil.copytree(REPOSITORY / "tests" / "base_project", project)
    incidents(project / "data", FIRST, LAST, number)
    incidents(project / "data", *RECENT, major=True)
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "scorecard",
        "build",
        "--as-of",
        AS_OF,
        "-C",
        project,
        "--site-dir",
        site,
    ]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return site


def listed(html: str) -> int:
    """How many different incidents a page links to."""
    return len(set(re.findall(r'href="[^"]*?(\d{4}-\d{2}-\d{2}-[a-z0-9-]+)/(?:#[^"]*)?"', html)))


def weighed(html: bytes) -> tuple[int, int]:
    """Bytes as they are, and as they travel."""
    return len(html), len(gzip.compress(html, 9, mtime=0))


def too_different(light: tuple[int, int], heavy: tuple[int, int]) -> bool:
    """Whether one of the two weights differs by more than is allowed."""
    return any(abs(b - a) > WITHIN * a for a, b in zip(light, heavy, strict=True))


def main() -> int:
    """Print both tables; exit 1 when a page weighs too much or lists too many."""
    folder, faults = Path(tempfile.mkdtemp(prefix="weights-")), 0
    try:
        few, many = built(folder, 0), built(folder, MANY)
        counts = [sum(1 for _ in site.rglob("index.html")) for site in (few, many)]
        print(f"{'page':10}{counts[0]:>8} pages (gzip){counts[1]:>12} pages (gzip)   change (gzip)")
        for name, uri in PAGES:
            light, heavy = (weighed((site / uri).read_bytes()) for site in (few, many))
            change = [f"{(b / a - 1) * 100:+.1f} %" for a, b in zip(light, heavy, strict=True)]
            bad = too_different(light, heavy)
            faults += bad
            print(
                f"{name:10}{light[0]:8,} ({light[1]:,}){heavy[0]:14,} ({heavy[1]:,})      {change[0]} ({change[1]})"
                f"{'  FAILED: more than 5 %' if bad else ''}"
            )
        most, where = max((listed(p.read_text("utf-8")), p.relative_to(many).as_posix()) for p in many.rglob("*.html"))
        linked = {name for page in many.rglob("*.html") for name in _names(page)}
        faults += (most > MOST_PER_PAGE) + (len(linked) < MANY)
        print(f"at most {most} incidents on one page: {where}{'  FAILED: more than 100' * (most > MOST_PER_PAGE)}")
        print(f"{len(linked):,} incidents are listed somewhere{'  FAILED: not all' * (len(linked) < MANY)}")
        heaviest = max(many.rglob("*.html"), key=lambda page: page.stat().st_size)
        print(f"the heaviest page: {heaviest.stat().st_size:,} bytes, {heaviest.relative_to(many).as_posix()}")
    finally:
        shutil.rmtree(folder)
    print(f"{faults} not as expected")
    return int(faults > 0)


def _names(page: Path) -> set[str]:
    return set(re.findall(r'href="[^"]*?(\d{4}-\d{2}-\d{2}-case-\d+)/', page.read_text("utf-8")))


if __name__ == "__main__":
    sys.exit(main())
