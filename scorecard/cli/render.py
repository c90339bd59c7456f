"""`scorecard render`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from scorecard.cli import options
from scorecard.cli.build import pages
from scorecard.cli.console import complain, say


@click.command("render")
@options.project
@options.as_of
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="A new folder, or one that `render` made before.",
)
def command(project: Path, as_of: datetime, out: Path) -> int:
    """Write a whole project folder that any engine reading mkdocs.yml builds without this program."""
    from scorecard import pipeline
    from scorecard.mkdocs_plugin import library

    try:
        built = pipeline.build(project, as_of)
        complain(built.problems)
        written = list(_written(project / "content"))
        style = pipeline.style(project, built.bundle)
        settings = library.neutral_configuration(built, (uri for uri, _ in written), style)
        with pipeline.replacing(out.resolve(), project, mark="mkdocs.yml") as fresh:
            pipeline.write(fresh, pipeline.project_files(built, project, written))
            pipeline.write(fresh, [("mkdocs.yml", f"{json.dumps(settings, indent=2)}\n".encode())])
    except (pipeline.Stopped, library.SiteProblem) as problem:
        return options.stopped(problem)
    say(f"wrote {pages(built.bundle)}: {out}")
    return 0


def _written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Hand-written pages and pictures: (address, bytes), without hidden files and links to elsewhere."""
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        seen = file.relative_to(folder)
        if file.is_file() and not file.is_symlink() and not any(part.startswith(".") for part in seen.parts):
            yield seen.as_posix(), file.read_bytes()
