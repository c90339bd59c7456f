"""An invented company to import into, and the commands as people run them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import cli, pipeline

EXPORTS = Path(__file__).parent / "exports"
ORGANISATION = """\
name: Invented Ferries
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
data_source: invented
systems: {ticket-shop: Ticket shop, line-2: Line 2}
"""
AS_OF = datetime(2026, 4, 3, tzinfo=UTC)
#: How each export is imported.
CASES = {
    "statuspage": ["statuspage", "statuspage-incidents.json", "statuspage-scheduled-maintenances.json"],
    "cstate": ["cstate", "cstate", "--zone", "Europe/Rome"],
    "upptime": ["upptime", "upptime-issues.json", "upptime-comments.json"],
    "google-cloud": ["google-cloud", "google-cloud.json"],
    "atom": ["atom", "history.atom"],
    "rss": ["atom", "history.rss"],
    "incidents-csv": ["incidents-csv", "tickets.csv", "--zone", "Europe/Rome", "--yes"],
}


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Harbour:
    """A project in a folder, and the standing place of the person."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *args: str) -> Ran:
        """Run `scorecard import` from the folder of the exports' copies."""
        self.capsys.readouterr()
        code = cli.run(["import", *args, "-C", str(self.folder)])
        out, err = self.capsys.readouterr()
        return Ran(code, out, err)

    def files(self) -> dict[str, str]:
        """Every file that an import wrote, by its path; text as its bytes are."""
        listed = sorted((self.folder / "data").rglob("*.yml"))
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes().decode("utf-8", "surrogateescape")
            for file in listed
            if file.name != "organisation.yml"
        }

    def edit(self, path: str, changes: Mapping[str, str]) -> str:
        """Exchange pieces of a file's text, each of which must be there; gives the new text."""
        file = self.folder / path
        text = file.read_bytes().decode()
        for old, new in changes.items():
            assert old in text, old
            text = text.replace(old, new)
        file.write_bytes(text.encode())
        return text

    def problems(self) -> list[tuple[str, str]]:
        """(rule, file) of everything that `scorecard check` finds."""
        return [(one.rule, one.place.file) for one in pipeline.check(self.folder, AS_OF).problems]
