"""The corpus beside the repository: its manifest and its files, as they are."""

import csv
from dataclasses import dataclass
from pathlib import Path

#: The words of the manifest.
EXPECTATIONS = ("REJECT", "ACCEPT", "ESCAPE", "WARN", "HOLD", "SUPPRESS")


@dataclass(frozen=True)
class Case:
    """One file of the corpus: `name` without ending, `kind` the folder it lies in, and what should happen."""

    name: str
    kind: str
    what: str
    expect: str
    layer: str
    content: bytes


def corpus(folder: Path) -> list[Case]:
    """Every line of the manifest. Raises ValueError for a line that cannot be understood, or lies about its file."""
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    cases = [_case(folder, row) for row in rows]
    listed = {row["file"] for row in rows}
    lost = sorted(
        name
        for path in folder.rglob("*")
        if path.is_file() and path.parent != folder and (name := path.relative_to(folder).as_posix()) not in listed
    )
    if lost:
        raise ValueError(f"not in the manifest: {', '.join(lost)}")
    return cases


def _case(folder: Path, row: dict[str, str]) -> Case:
    kind, _, file = row["file"].partition("/")
    if row["expect"] not in EXPECTATIONS:
        raise ValueError(f"{row['file']}: {row['expect']!r} is none of {', '.join(EXPECTATIONS)}")
    return Case(Path(file).stem, kind, row["what"], row["expect"], row["layer"], (folder / row["file"]).read_bytes())
