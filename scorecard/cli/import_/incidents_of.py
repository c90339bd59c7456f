"""What all imports of incidents share: their options, what they write, and how they tell it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from scorecard.cli import options
from scorecard.cli.console import say, show
from scorecard.model.characters import ascii_json

_HEAD = """Only files on this computer are read. Files of earlier imports are brought up to date: keys that somebody
edited stay as they are, and nothing is imported twice. What the source does not say stays unknown and is listed.
What data/imports/{tool}.yml lists under skip, by the tool's id, is never imported; zone there stands for --zone."""

#: More notes help nobody on a terminal.
MOST_NOTES = 100


def _zone(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from scorecard.model.lexical import parse_zone

    try:
        return parse_zone(value) if value is not None else None
    except ValueError:
        raise click.UsageError(
            f"--zone: {value!r} is not a time zone: write an IANA name, such as Europe/Rome."
        ) from None


zone = click.option(
    "--zone", callback=_zone, metavar="ZONE", help="Zone of times that have none, such as Europe/Rome. Never guessed."
)
dry_run = click.option("--dry-run", is_flag=True, help="Tell what would be written, and write nothing.")
format = click.option(
    "--format", type=click.Choice(("text", "json")), default="text", show_default=True, help="json is versioned."
)
files = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="FILE..."
)


def make(tool: str, summary: str, download: str, endings: Sequence[str]) -> click.Command:
    """The command of a tool whose export needs no questions. `download` says how to get the file."""

    @click.command(tool, help=f"{summary}\n\n{_HEAD.format(tool=tool)}\n\n{download}", short_help=summary)
    @files
    @options.project
    @zone
    @dry_run
    @format
    def command(files: tuple[Path, ...], project: Path, zone: str | None, dry_run: bool, format: str) -> int:
        return run(tool, files, endings, project, zone, None, dry_run, format)

    return command


def run(
    tool: str,
    files: Sequence[Path],
    endings: Sequence[str],
    project: Path,
    zone: str | None,
    mapping: str | None,
    dry_run: bool,
    format: str,
    also: Callable[[], list[tuple[str, bytes]]] = list,
    table: str | None = None,
) -> int:
    """Plan, write (with what `also` gives) and tell; `table`: see imports. Gives the exit code."""
    from scorecard.pipeline import Stopped, imports

    try:
        plan = imports.incident_plan(project, tool, files, endings, zone, mapping, table)
        written = [
            (one.path, one.text.encode("utf-8", "surrogateescape")) for one in plan.files if one.text is not None
        ]
        if not dry_run:
            imports.save(project, [*also(), *written])
    except Stopped as problem:
        return options.stopped(problem)
    rows = [(one.path, one.action, one.differs, one.open) for one in plan.files]
    if format == "json":
        show(_json(tool, rows, plan.remarks, dry_run))
    else:
        show("".join(f"{action} {path}\n" for path, action, _, _ in rows if action != "unchanged"))
    for remark in plan.remarks[:MOST_NOTES]:
        say(remark, "note")
    if len(plan.remarks) > MOST_NOTES:
        say(f"and {len(plan.remarks) - MOST_NOTES:,} more; --format json lists them all", "note")
    _tell(rows)
    counted = ", ".join(
        f"{sum(row[1] == word for row in rows)} {word}" for word in ("added", "updated", "unchanged", "kept")
    )
    say(f"{counted}{' (nothing was written: --dry-run)' if dry_run else ''}")
    if written and not dry_run:
        say("read what is new, then: scorecard check")
    return int(any(row[1] == "kept" for row in rows))


def _tell(rows: Sequence[tuple[str, str, tuple[str, ...], tuple[str, ...]]]) -> None:
    for path, _, differs, _ in rows:
        if differs:
            say(
                f"{path}: somebody edited {', '.join(differs)}, and the source says something else now; yours stays",
                "note",
            )
    fill = [(path, keys) for path, _, _, keys in rows if keys]
    if fill:
        say("to fill in, because the source does not say it:")
        for path, keys in fill:
            say(f"  {path}: {', '.join(keys)}")
        if any(set(keys) & {"what_to_do", "postmortem", "remediation"} for _, keys in fill):
            say(
                "critical and major incidents need an account, or scorecard check stops; for history before you began "
                "to score, set scored_from in data/organisation.yml and import again"
            )


def _json(tool: str, rows: Sequence[Any], remarks: Sequence[str], dry_run: bool) -> str:
    listed = [
        {"file": path, "action": action, "differs": [*differs], "fill_in": [*keys]}
        for path, action, differs, keys in rows
    ]
    value = {"schema_version": 1, "tool": tool, "dry_run": dry_run, "files": listed, "notes": [*remarks]}
    return ascii_json(value)
