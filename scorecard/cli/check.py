"""`scorecard check`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from scorecard.cli import options
from scorecard.cli.console import colourful, say, show
from scorecard.model.characters import visible
from scorecard.model.memory import no_collecting, no_last_collecting


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILES]...")
@click.option(
    "--format",
    type=click.Choice(("text", "concise", "json", "github", "sarif")),
    default="text",
    show_default=True,
    help="How problems are shown. json is versioned; github makes annotations (nine, then how many more); sarif is "
    "for code scanning.",
)
@click.option(
    "--since",
    metavar="REF",
    help="Tell also what was changed or deleted since this commit, tag or branch (origin/main) without a correction: "
    "figures, times, severity, fault.",
)
@click.option("--strict", is_flag=True, help="Warnings count as problems: exit 1.")
@options.project
@options.as_of
def command(
    files: tuple[Path, ...], format: str, since: str | None, strict: bool, project: Path, as_of: datetime
) -> int:
    """Check data/ and show every problem at once.

    With FILES (or folders) only their problems are shown; everything is read all the same, because files refer to
    each other. Exit 1 when there is an error.
    """
    no_last_collecting()
    with no_collecting():
        return _check(files, format, since, project, as_of, strict=strict)


def _check(
    files: tuple[Path, ...], format: str, since: str | None, project: Path, as_of: datetime, *, strict: bool
) -> int:
    from scorecard import pipeline

    asked = [_inside(file, project) for file in files]
    problems = pipeline.check(project, as_of).problems
    if since is not None:
        from scorecard.cli import past

        try:
            with past.state(project, since) as folder:
                problems += pipeline.compare(project, folder, since, as_of)
        except (past.NoPast, pipeline.Stopped) as problem:
            raise click.UsageError(f"--since: {problem}.") from problem
    if asked:
        problems = tuple(one for one in problems if one.rule == "no-data-folder" or _meant(one.place.file, asked))
    show(pipeline.tell(problems, format, colour=colourful(sys.stdout)), styled=True)
    say(pipeline.count(problems))
    return int(any(one.severity.value == "error" or strict for one in problems))


def _meant(file: str, asked: list[Path]) -> bool:
    return any(Path(file).is_relative_to(one) for one in asked)


def _inside(file: Path, project: Path) -> Path:
    """A file as problems name it: seen from the project. Raises a usage error for one that nobody reads."""
    whole = file.absolute() if file.is_absolute() or file.exists() else project / file
    if not whole.exists() and not whole.is_symlink():
        raise click.UsageError(f"There is no file {visible(str(file))}.")
    seen = whole.parent.resolve() / whole.name if whole.name != ".." else whole.resolve()
    if not seen.resolve().is_relative_to(project) and not seen.is_relative_to(project):
        raise click.UsageError(f"{visible(str(file))} is not in the project {project}.")
    inside, data = seen.relative_to(project), Path("data")
    if (project / data).exists() and not inside.is_relative_to(data) and not data.is_relative_to(inside):
        raise click.UsageError(f"{visible(str(file))} is not in data/: nothing else is checked.")
    return inside
