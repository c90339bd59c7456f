"""Options that several commands share, and the one look at the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from scorecard.cli.console import complain, say


def _folder(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    return value.resolve()


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime:
    from scorecard import pipeline

    given, name = (
        (value, "--as-of") if value is not None else (os.environ.get("SOURCE_DATE_EPOCH"), "SOURCE_DATE_EPOCH")
    )
    try:
        return datetime.now(UTC) if given is None else pipeline.moment(given)
    except ValueError as error:
        raise click.UsageError(f"{name}: {error}.", ctx) from error


project = click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    callback=_folder,
    metavar="DIR",
    help="Folder that holds data/ (here when left out).",
)
as_of = click.option(
    "--as-of",
    callback=_moment,
    metavar="MOMENT",
    help="Work as if it were then: 2026-10-20 (its first moment, UTC) or 2026-10-20T10:00+02:00. "
    "Left out: SOURCE_DATE_EPOCH, or now.",
)


def stopped(problem: Exception) -> int:
    """Tell why the work stopped: problems in data/ whole, anything else in one line. Gives the exit code."""
    from scorecard import pipeline

    if isinstance(problem, pipeline.Stopped):
        complain(problem.problems)
    say(str(problem), "error")
    return 2 if getattr(problem, "usage", False) else 1
