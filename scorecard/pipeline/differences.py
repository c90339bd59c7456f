"""The way of a comparison: an earlier state and this one, scored alike."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.pipeline import Stopped, count, score

if TYPE_CHECKING:
    from scorecard.present.comparison import Change as Change


def differences(
    project: Path, past: Path, against: str, as_of: datetime, *, preview: bool = False
) -> tuple[Change, ...]:
    """What readers see differently between an earlier state in the folder `past` and now. Raises Stopped."""
    from scorecard.present import comparison

    try:
        before = score(past, as_of, preview=preview)
    except Stopped as problem:
        raise Stopped(f"data/ had errors at {against}: {count(problem.problems)}", problem.problems) from problem
    after = score(project, as_of, preview=preview)
    return comparison.compare((before.scorecard, before.records), (after.scorecard, after.records), as_of)


def tell_differences(changes: tuple[Change, ...], format: str, against: str) -> str:
    """Differences in a form (text, json, markdown), ready to print."""
    from scorecard.present import comparison

    return comparison.FORMS[format](changes, against)
