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

    for name, given in (("--as-of", value), ("SOURCE_DATE_EPOCH", os.environ.get("SOURCE_DATE_EPOCH"))):
        try:
            if given is not None:
                return pipeline.moment(given)
        except ValueError as error:
            raise click.UsageError(f"{name}: {error}.", ctx) from error
    return _standing_still(ctx, ctx.params["project"]) or datetime.now(UTC)


def _standing_still(ctx: click.Context, project: Path) -> datetime | None:
    """The moment that mkdocs.yml holds the project at."""
    file = project / "mkdocs.yml"
    from scorecard import pipeline

    try:
        written = file.read_bytes() if file.is_file() else b""
    except OSError as error:
        raise click.UsageError(f"{file.name} cannot be read: {pipeline.reason(error)}.", ctx) from error
    if b"as_of" not in written:
        return None
    given = pipeline.held(written) or _as_mkdocs_reads_it(ctx, project)
    if given is None:
        return None
    try:
        held = pipeline.moment(given)
    except ValueError as error:
        raise click.UsageError(f"as_of in mkdocs.yml: {error}.", ctx) from error
    say(f"as of {held:%Y-%m-%d %H:%M} UTC, where mkdocs.yml holds it")
    return held


def _as_mkdocs_reads_it(ctx: click.Context, project: Path) -> str | None:
    from scorecard.mkdocs_plugin import library

    try:
        given = library.settings(project, lambda level, text: say(text, level)).as_of
    except library.SiteProblem as problem:
        raise click.UsageError(f"{problem}.", ctx) from problem
    return None if given is None else str(given)


project = click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    callback=_folder,
    is_eager=True,
    metavar="DIR",
    help="Folder that holds data/ (here when left out).",
)
as_of = click.option(
    "--as-of",
    callback=_moment,
    metavar="MOMENT",
    help="Work as if it were then: 2026-10-20 (its first moment, UTC) or 2026-10-20T10:00+02:00. "
    "Left out: SOURCE_DATE_EPOCH, or as_of of mkdocs.yml, or now.",
)


def stopped(problem: Exception) -> int:
    """Tell why the work stopped: problems in data/ whole, anything else in one line. Gives the exit code."""
    from scorecard import pipeline

    if isinstance(problem, pipeline.Stopped):
        complain(problem.problems)
    say(str(problem), "error")
    return 2 if getattr(problem, "usage", False) else 1
