"""Foreign files to projects on disk: the YAML of both sides, and the caveats that SOURCES.md adds."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.representer import SafeRepresenter

from scorecard.importers import Conversion, convert

PATTERNS = ("survey-*.yaml", "incidents-*.yaml")
SOURCES = "SOURCES.md"


class _NoAlias(SafeRepresenter):
    """The reading room refuses anchors: what stands twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value in full."""
        return True


def foreign_files(folder: Path) -> list[Path]:
    """Every file of a known kind, sorted."""
    return sorted(file for pattern in PATTERNS for file in folder.glob(pattern))


def caveats(folder: Path, name: str) -> list[str]:
    """What SOURCES.md says one must mind about a file: the parts of the bullet that names it."""
    notes = folder / SOURCES
    text = notes.read_text(encoding="utf-8") if notes.is_file() else ""
    bullet = next((line for line in text.splitlines() if line.startswith(f"- `{name}`:")), "")
    parts = re.split(r";\s+|\.\s+", bullet.partition(":")[2].strip().rstrip("."))
    return [f"{part[0].upper()}{part[1:]}." for part in parts if part]


def read_foreign(file: Path) -> Any:
    """The parsed file."""
    return YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


def import_file(file: Path) -> Conversion:
    """A foreign file as a project, with the caveats that stand beside it."""
    return convert(read_foreign(file), caveats(file.parent, file.name))


def write_project(made: Conversion, folder: Path) -> None:
    """The project's files, in place of whatever lay there."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in made.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written(content), encoding="utf-8")


def written(content: Any) -> str:
    """The content as YAML that our reading room reads back with every letter the same."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Representer = _NoAlias
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # keys stay in our order
    yaml.width = 100
    out = io.StringIO()
    yaml.dump(content, out)
    return out.getvalue()
