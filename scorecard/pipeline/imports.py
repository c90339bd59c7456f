"""The way of imports: files of other tools → what they say → what would be written → files of data/."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.pipeline import Stopped

if TYPE_CHECKING:
    from scorecard.importers.incidents import Plan as Plan


def incident_plan(
    project: Path,
    tool: str,
    files: Iterable[Path],
    endings: Iterable[str],
    zone: str | None,
    mapping: str | None = None,
    table: str | None = None,
) -> Plan:
    """What importing a tool's incidents would write; `mapping` is the text of a mapping of columns.

    `table` is the name of one of several mappings. Raises Stopped.
    """
    from zoneinfo import ZoneInfo

    from scorecard.importers import incidents
    from scorecard.importers.incidents import mapping as mappings
    from scorecard.read import foreign

    try:
        own = foreign.company(project)
        sources = [incidents.Source(name, text) for name, text in foreign.sources([*files], [*endings])]
        file = f"data/imports/{tool}.yml"
        if mapping is not None:
            used = mappings.read(foreign.yaml(mapping), "the mapping")
        else:
            used = mappings.settings(foreign.saved(project, file) or {"kind": "incidents"}, file)
        said = zone or used.zone
        desk = incidents.Desk(ZoneInfo(said) if said else None, foreign.yaml)
        found = incidents.table_find(sources, used, desk) if mapping else incidents.find(tool, sources, desk)
        company = incidents.Company(own.zone, own.scored_from, own.systems, own.texts, foreign.plain_or_none)
        return incidents.plan(tool, found, company, desk, used.skip, table)
    except ValueError as problem:
        raise Stopped(str(problem)) from problem


def incident_mapping(
    project: Path, name: str, files: Iterable[Path], dates: str | None, zone: str | None
) -> tuple[str, str, bool]:
    """(file, text, saved before) of the mapping of a table's columns; proposed where none is saved. Raises Stopped."""
    from scorecard.importers import incidents
    from scorecard.importers.incidents import incidents_csv, mapping
    from scorecard.read import foreign

    file = f"data/imports/{name}.yml"
    try:
        saved = foreign.saved_text(project, file)
        if saved is not None:
            mapping.read(foreign.saved(project, file), file)
            return file, saved, True
        tables = [incidents_csv.table(incidents.Source(*one)) for one in foreign.sources([*files], [".csv"])]
        return file, mapping.propose(tables[0].rows, tables[0].header, dates, zone).text(), False
    except ValueError as problem:
        raise Stopped(str(problem)) from problem


def save(project: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files of the project, each whole, also over old ones. Raises Stopped; files before are written then."""
    from scorecard.edit import Refused, disk

    try:
        for file, content in files:
            disk.put(project, file, content, replacing=True)
    except Refused as refused:
        raise Stopped(str(refused)) from refused
