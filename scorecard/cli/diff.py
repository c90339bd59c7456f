"""`scorecard diff`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from scorecard.cli import options
from scorecard.cli.console import say, show
from scorecard.model.memory import no_collecting


@click.command("diff")
@click.option(
    "--against",
    required=True,
    metavar="REF",
    help="The earlier state: a commit, tag or branch of git, such as origin/main or HEAD~1.",
)
@click.option(
    "--format",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="json is versioned; markdown is for a comment under a pull request.",
)
@click.option("--preview", is_flag=True, help="Count what is held back as published. Never in CI.")
@options.project
@options.as_of
def command(against: str, format: str, preview: bool, project: Path, as_of: datetime) -> int:
    """Show what readers would see differently: scores, states, verdicts, wording, hidden groups, promises, headline.

    Both states are computed for the same moment, so that only your edits make a difference. Exit 1 when the data of
    either state has errors.
    """
    from scorecard.cli import past
    from scorecard.pipeline import Stopped, differences

    try:
        with no_collecting(), past.state(project, against) as folder:
            changes = differences.differences(project, folder, against, as_of, preview=preview)
    except past.NoPast as problem:
        raise click.UsageError(f"--against: {problem}.") from problem
    except Stopped as problem:
        return options.stopped(problem)
    show(differences.tell_differences(changes, format, against))
    number = len(changes)
    say(f"{number or 'no'} difference{'' if number == 1 else 's'} against {against}")
    return 0
