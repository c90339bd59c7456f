"""What all front doors of survey imports share: look, propose, confirm, count, tell, write."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scorecard.cli import options
from scorecard.cli.console import complain, say
from scorecard.cli.progress import bar

if TYPE_CHECKING:
    from scorecard.cli.survey_talk import Talk
    from scorecard.model.quarters import Quarter
    from scorecard.model.records import Records
    from scorecard.model.records.mapping import SurveyMapping
    from scorecard.model.tallies import Look
    from scorecard.pipeline.surveys import Engine

AUDIENCES = ("customers", "community", "staff", "agencies")
SAMPLES = ("random", "census", "opt-in", "not-stated")


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    tool: str
    file: Path | None
    wave: Quarter
    audience: str | None
    mapping: str | None
    sample: str | None
    invited: int | None
    population: int | None
    yes: bool
    no_input: bool
    dry_run: bool
    engine: Engine
    progress: bool | None
    project: Path
    as_of: datetime
    service: str = ""
    warehouse: str | None = None
    table: str | None = None

    @property
    def asks(self) -> bool:
        """Whether there is somebody to ask."""
        return not self.yes and not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def source(self) -> str:
        """What the answers come from, for the file; no path of anybody's machine."""
        return self.tool if self.file is None else self.file.name


def _wave(ctx: click.Context, param: click.Parameter, value: str) -> Quarter:
    from scorecard.model.quarters import Quarter

    try:
        return Quarter.parse(value.strip().upper())
    except ValueError as error:
        raise click.UsageError(f"{value!r} is no quarter: write --wave 2026-Q4.", ctx) from error


def _name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from scorecard.model.lexical import parse_id

    try:
        return None if value is None else parse_id(value)
    except ValueError as error:
        raise click.UsageError(f"{value!r} cannot be a file name: use a-z, 0-9 and dashes.", ctx) from error


_SHARED = (
    click.option("--wave", required=True, callback=_wave, metavar="QUARTER", help="The quarter, such as 2026-Q4."),
    click.option("--audience", type=click.Choice(AUDIENCES), help="Who was asked (customers when nothing says other)."),
    click.option(
        "--mapping",
        callback=_name,
        metavar="NAME",
        help="The saved mapping data/imports/NAME.yml (the tool's name when left out, with the audience).",
    ),
    click.option("--sample", type=click.Choice(SAMPLES), help="How people were chosen; for a new wave."),
    click.option("--invited", type=click.IntRange(0), metavar="N", help="How many were asked; for a new wave."),
    click.option("--population", type=click.IntRange(0), metavar="N", help="How many there are; for a new wave."),
    click.option("--yes", is_flag=True, help="Take the proposed mapping as it is."),
    click.option("--no-input", is_flag=True, help="Never ask: write the proposal, and stop."),
    click.option("--dry-run", is_flag=True, help="Tell everything, write nothing."),
    click.option(
        "--engine",
        type=click.Choice(("auto", "duckdb", "plain")),
        default="auto",
        show_default=True,
        help="What counts: DuckDB where it is installed, else row by row.",
    ),
    click.option("--progress/--no-progress", default=None, help="A bar for long work (left out: in a terminal)."),
    options.project,
    options.as_of,
)


def importer(tool: str, summary: str) -> click.Command:
    """The command that imports the exports of one tool."""

    def run(**given: Any) -> int:
        return work(Order(tool, **given))

    run.__doc__ = f"""{summary}

    Only counts are written, never rows. Columns are matched with your questions once, confirmed by you, and saved in
    data/imports/ for the next quarter.
    """
    wrapped: Any = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=tool != "csv")(run)
    if tool == "csv":
        for option in (
            click.option("--warehouse", metavar="ADDRESS", help="Count in your own engine, through Ibis: trino://…"),
            click.option("--table", metavar="NAME", help="The table of answers there."),
        ):
            wrapped = option(wrapped)
    if tool == "touchpoints":
        wrapped = click.option("--service", default="", metavar="TEXT", help="Part of the service's name.")(wrapped)
    for option in reversed(_SHARED):
        wrapped = option(wrapped)
    return click.command(tool)(wrapped)


def work(order: Order) -> int:
    """Import; gives the exit code."""
    from scorecard import pipeline
    from scorecard.model.tallies import Unreadable

    if (order.file is None) == (order.table is None) or (order.warehouse is None) != (order.table is None):
        raise click.UsageError("Give a FILE, or --warehouse and --table.")
    checked = pipeline.check(order.project, order.as_of)
    if checked.records is None:
        complain(checked.errors)
        say("data/ cannot be read, so your questions are not known", "error")
        return 1
    try:
        if order.tool == "touchpoints":
            from scorecard.cli import survey_official

            return survey_official.work(order, checked.records)
        return _answers(order, checked.records)
    except Unreadable as problem:
        return refuse(str(problem.args[0]), problem.help)


def refuse(message: str, help: str = "") -> int:
    """One fault, in words."""
    say(message, "error")
    if help:
        say(f"  = help: {help}")
    return 1


def _answers(order: Order, records: Records) -> int:
    from scorecard.cli.survey_talk import Talk
    from scorecard.pipeline import surveys

    connection = surveys.connect(order.warehouse) if order.warehouse else None
    if connection is not None and order.table:
        seen = surveys.look_table(connection, order.table)
    else:
        assert order.file is not None  # noqa: S101 - the usage was checked
        seen = surveys.look(order.file, order.tool)
    talk = Talk(order, records, seen)
    mapping = _mapping(order, talk, seen)
    if isinstance(mapping, int):
        return mapping
    with bar("counting", order.progress) as progress:
        counted = surveys.count(seen, mapping, records, engine=order.engine, connection=connection, progress=progress)
    talk.counted(mapping, counted)
    if counted.faults:
        for message, help in counted.faults:
            refuse(message, help)
        say("nothing was counted into data/", "error")
        return 1
    from scorecard.cli import survey_write
    from scorecard.model.tallies import Brought

    return survey_write.write(order, records, mapping.audience, Brought(counted.results, counted.tally.kept))


def _mapping(order: Order, talk: Talk, seen: Look) -> SurveyMapping | int:
    """The mapping to use, or an exit code."""
    from scorecard.pipeline import surveys

    name = order.mapping or order.tool + (f"-{order.audience}" if order.audience not in (None, "customers") else "")
    file = surveys.mapping_file(name)
    mapping, problems = surveys.saved(order.project, name)
    if problems:
        complain(problems)
        say(f"the saved mapping {file} cannot be used", "error")
        return 1
    if mapping is not None and order.audience and mapping.audience != order.audience:
        return refuse(
            f"{file} is for {mapping.audience}, not for {order.audience}",
            f"name another with --mapping, such as {order.tool}-{order.audience}",
        )
    if mapping is not None and mapping.confirmed:
        talk.columns(mapping, file)
        return mapping
    notes: tuple[str, ...] = ()
    if mapping is None:
        mapping, notes = talk.proposed(order.audience or "customers")
    talk.columns(mapping, "")
    talk.proposal(mapping, notes)
    confirmed = mapping.model_copy(update={"confirmed": True, "id": None})
    if mapping.questions and (order.yes or (order.asks and talk.agreed())):
        if not order.dry_run:
            surveys.write_new(order.project, file, surveys.mapping_text(confirmed), replacing=True)
            say(f"saved {file}")
        return confirmed
    if order.dry_run:
        return refuse("the mapping is not confirmed", "add --yes to see what it gives")
    if surveys.saved(order.project, name)[0] is None:
        unsure = mapping.model_copy(update={"id": None})
        surveys.write_new(order.project, file, surveys.mapping_text(unsure, notes))
        say(f"wrote the proposal to {file}")
    return refuse(
        "nothing was counted: a person has to confirm which column is which question",
        f"look at {file}, correct it, write `confirmed: true`, and run this again (or add --yes)"
        if mapping.questions
        else f"name the questions in {file} and write `confirmed: true`; for another export delete it; "
        "then run this again",
    )
