"""The way of a new site: what it starts with, and what it holds back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.pipeline import Stopped, schemas

if TYPE_CHECKING:
    from scorecard.model.starts import Start


def held_back(project: Path, as_of: datetime) -> tuple[datetime, ...]:
    """When each entry and quarter comes out that is held back now."""
    from scorecard import read

    records = read.read(project).records
    if records is None:
        return ()
    groups = (records.waves, records.incidents, records.promises, records.dialogue, records.risks, records.decisions)
    moments = [entry.record.publish_at for group in groups for entry in group]
    moments += [release.at for release in records.organisation.record.releases]
    return tuple(moment for moment in moments if moment is not None and moment > as_of)


def look(folder: Path) -> None:
    """Raises Stopped where the folder is not empty."""
    from scorecard.publish import PublishProblem, starting

    try:
        starting.look(folder)
    except PublishProblem as problem:
        raise Stopped(str(problem)) from problem


def begin(folder: Path, start: Start, today: date) -> int:
    """Write a new site folder; give the number of its files. Raises Stopped where the folder is not empty."""
    import json

    from scorecard.publish import PublishProblem, starting

    texts = {kind: json.dumps(one, ensure_ascii=False, indent=2) + "\n" for kind, one in schemas().items()}
    try:
        return starting.write(folder, starting.files(start, today, texts))
    except PublishProblem as problem:
        raise Stopped(str(problem)) from problem
