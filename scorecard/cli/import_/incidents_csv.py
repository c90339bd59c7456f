"""`scorecard import incidents-csv`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from scorecard.cli import options
from scorecard.cli.console import say
from scorecard.cli.import_ import incidents_of

#: The mapping of a company with one table; its ids stand in the marks as they are.
_FIRST = "incidents"


def _name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?", value):
        raise click.UsageError(f"--name: {value!r} is no file name of data/imports: use a-z, 0-9 and dashes inside.")
    return value


@click.command("incidents-csv")
@incidents_of.files
@options.project
@click.option(
    "--name",
    callback=_name,
    default=_FIRST,
    show_default=True,
    help="Name of the mapping; a second table, with ids of its own, has another.",
)
@click.option("--dates", type=click.Choice(("iso", "day-first", "month-first")), help="How 03/04/2026 is read.")
@incidents_of.zone
@click.option("--yes", is_flag=True, help="Take the proposed mapping without a question.")
@incidents_of.dry_run
@incidents_of.format
def command(
    files: tuple[Path, ...],
    project: Path,
    name: str,
    dates: str | None,
    zone: str | None,
    yes: bool,
    dry_run: bool,
    format: str,
) -> int:
    """Incidents from a table (CSV): a row for each, its columns mapped once.

    The first time, a mapping of the columns is proposed; once confirmed it is saved as data/imports/NAME.yml, and the
    next import needs no questions. A column mapped to `parent` holds the id of the larger incident a row belongs to.
    Columns that are not mapped are not taken over. Zones are never guessed: --zone says which one the times follow.

    Export the table of your ticket system as CSV (UTF-8), with an id column. Only files on this computer are read.
    """
    from scorecard.pipeline import Stopped, imports

    try:
        file, text, saved = imports.incident_mapping(project, name, files, dates, zone)
    except Stopped as problem:
        return options.stopped(problem)
    if not saved:
        say(f"{file} would be:\n{text}")
        if not yes and not dry_run:
            if not sys.stdin.isatty():
                say("nobody was asked: run it again with --yes to take this mapping", "error")
                return 1
            if not click.confirm("Take this mapping?", err=True):
                say(f"nothing was written; put your own mapping into {file} and run it again")
                return 1
    elif dates:
        say(f"--dates is left aside: {file} is saved and says how dates are read", "note")
    also = [] if saved else [(file, text.encode())]
    table = name if name != _FIRST else None
    return incidents_of.run(
        "incidents-csv", files, (".csv",), project, zone, text, dry_run, format, also=lambda: also, table=table
    )
