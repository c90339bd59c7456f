"""Records that leave no text out: the example company, with what it never says taken from the packaged examples.

Those use every key (tests/present/test_schemas.py). A record of theirs stands beside the example's own, and in place of
one with the same id; where there can be one only, it fills what the example's leaves out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from scorecard import pipeline
from scorecard.model.records import Entry, Records
from scorecard.model.records.vintage import Vintage
from scorecard.read.examples import EXAMPLES
from scorecard.read.kinds import FOLDERS, SINGLE, Kind
from scorecard.read.packaged import default_method
from scorecard.read.records import parse, record

AS_OF = "2026-11-24"
#: Fields whose text is on no page letter for letter, and why. `*` stands for any key.
UNSEEN = {
    "Correction.field": "the name of a key: its underscores are shown as blanks",
    "Dialogue.lang": "the code of a language: it becomes an attribute, where it is one",
    "Wave.questions.lang": "the code of a language, as above",
    "Vintage.method": "the number of the method's version: compared, not shown",
    "Vintage.restatement.correction": "an id: the correction it names is shown",
    "Vintage.trust.*.dimensions.id": "an id: the name beside it is shown",
    "Vintage.transparency.why": "a version that had points shows the points, one without says so in our own words",
}
#: What the packaged examples cannot say as well: a reason in place of each thing.
REASONS = b"""\
title: The lift stood still
kind: service
severity: minor
fault: supplier
known: 2026-08-04T09:00
notified: 2026-08-04T09:30
resolved: 2026-08-04T12:00
affected: {not-applicable: Nobody was in the house.}
acknowledged: {not-applicable: It was the firm's fault.}
what_to_do: {not-applicable: There was nothing to do.}
postmortem: {not-applicable: The firm wrote one.}
remediation: {not-applicable: The lift was taken out.}
"""


def records(repository: Path) -> Records:
    """The records of both, as if they had been read as one project."""
    own = pipeline.score(repository, pipeline.moment(AS_OF)).records
    zone = ZoneInfo(own.organisation.record.timezone)
    new: dict[str, Any] = {"vintages": tuple(_published(repository / "tests" / "published"))}
    for kind in SINGLE:
        first: Entry[Any] = getattr(own, kind.group)
        new[kind.group] = replace(first, record=_filled(first.record, _packaged(kind, zone).record))
    for kind in FOLDERS:
        more = [_packaged(kind, zone)]
        if kind.group == "incidents":
            more.append(_read(kind, "2026-08-04-lift", REASONS, zone))
        names = {entry.id for entry in more}
        kept = [entry for entry in getattr(own, kind.group) if entry.id not in names]
        new[kind.group] = tuple(sorted((*kept, *more), key=lambda entry: entry.id))
    return replace(own, **new)


def _packaged(kind: Kind, zone: ZoneInfo) -> Entry[Any]:
    data = (EXAMPLES / f"{kind.name}.yml").read_bytes()
    id = data.decode().partition(".yml\n")[0].rpartition("/")[2]
    return _read(kind, id, data, zone)


def _read(kind: Kind, id: str, data: bytes, zone: ZoneInfo) -> Entry[Any]:
    entry, problems = record(
        parse(f"{id}.yml", data), kind.record, id, zone, default_method()[1] if kind.merged else None
    )
    assert entry is not None, problems
    orphan = {"parent": None} if kind.group == "incidents" else {}  # the storm it is part of is in no file
    return replace(entry, record=entry.record.model_copy(update=orphan), origin=None)


def _published(folder: Path) -> Iterator[Entry[Vintage]]:
    for file in sorted(folder.glob("*/v*.json")):
        id = f"{file.parent.name}/{file.stem}"
        yield Entry(id, Vintage.model_validate(json.loads(file.read_bytes())), f"data/published/{id}.json")


def _filled(own: BaseModel, other: BaseModel) -> BaseModel:
    """A record with what it leaves out taken from another of the same kind."""
    new: dict[str, Any] = {}
    for name in type(own).model_fields:
        mine, theirs = getattr(own, name), getattr(other, name)
        if mine in (None, (), {}):
            new[name] = theirs
        elif isinstance(mine, BaseModel) and type(mine) is type(theirs):
            new[name] = _filled(mine, theirs)
        elif isinstance(mine, dict):
            new[name] = {**theirs, **mine}
    return own.model_copy(update=new)
