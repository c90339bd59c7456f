"""The head of an imported project: organisation.yml as far as a published source can say it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from scorecard.importers.conversion import Unreadable
from scorecard.importers.names import PLACEHOLDER, line, link, slug
from scorecard.model.lexical import LONGEST_LINE
from scorecard.model.quarters import Calendar

HEAD_KEYS = frozenset(
    {"organisation", "source", "source_url", "licence", "license", "timezone", "fiscal_year_starts", "notes"}
)


def organisation(foreign: Mapping[str, Any], remarks: list[str]) -> dict[str, Any]:
    """Name, source, licence, zone and fiscal year; appends to `remarks` what had to be assumed.

    Raises Unreadable without a name.
    """
    name = line(foreign.get("organisation"))
    if name is None:
        raise Unreadable("the source does not name the organisation: 'organisation' is missing")
    source = line(foreign.get("source"))
    given = foreign.get("source_url")
    address = link(given) if isinstance(given, str) else link(source) if source else None
    zone = line(foreign.get("timezone"))
    start = foreign.get("fiscal_year_starts")
    made: dict[str, Any] = {
        "name": name,
        "url": f"{PLACEHOLDER}{slug(name, fallback='project')}/",
        "contact": address or f"{PLACEHOLDER}nobody",
        "timezone": zone or "UTC",
        "languages": ["en"],
        "data_source": source or "not stated",
    }
    if address:
        made["source_url"] = address
    licence = line(foreign.get("licence")) or line(foreign.get("license"))
    if licence or source:
        made["licence"] = licence or f"As the source says: {source}"
    made["fiscal_year_starts"] = _month_day(start, remarks)
    remarks.append("The address of this site is a placeholder; the source is named as the contact.")
    if zone is None:
        remarks.append("The source does not state a time zone: all days and times are kept as UTC.")
    if source is None:
        remarks.append("The source is not named: write where the figures come from as data_source.")
    return made


def notes(foreign: Mapping[str, Any], own: Sequence[str], caveats: Sequence[str]) -> list[str]:
    """What readers of the figures must mind: the source's own notes, the importer's, and what others found out.

    Sentences of one origin stand together, for the notes stand on every page.
    """
    given = foreign.get("notes")
    theirs = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    return [*(said for note in theirs if (said := line(note))), *_paragraphs(own), *_paragraphs(caveats)]


def _paragraphs(sentences: Sequence[str]) -> list[str]:
    """The sentences joined, as many as a line may hold."""
    made: list[str] = []
    for said in filter(None, map(line, sentences)):
        if made and len(made[-1]) + len(said) < LONGEST_LINE:
            made[-1] += f" {said}"
        else:
            made.append(said)
    return made


def calendar(made: Mapping[str, Any]) -> Calendar:
    """Quarters of the fiscal year of `organisation`."""
    month, day = made["fiscal_year_starts"].split("-")
    return Calendar(int(month), int(day))


def midnight_after(day: date) -> datetime:
    """The first moment after a day, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)


def left_out(found: Mapping[str, Any], known: frozenset[str], what: str, remarks: list[str]) -> None:
    """Remark once on keys that this importer does not know."""
    names = sorted(str(key) for key in found if key not in known)
    remark = f"Not taken over from {what}: {', '.join(names)}."
    if names and remark not in remarks:
        remarks.append(remark)


def _month_day(value: object, remarks: list[str]) -> str:
    if isinstance(value, str) and re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", value.strip()):
        return value.strip()
    if value is not None:
        remarks.append(f"The start of the fiscal year, {value!r}, is not a month and day: 01-01 is assumed.")
    return "01-01"
