"""`scorecard build`."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli import options
from scorecard.cli.console import complain, say
from scorecard.model.memory import no_collecting

if TYPE_CHECKING:
    from scorecard.model.pages import Bundle


@click.command("build")
@options.project
@options.as_of
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False, readable=False),
    metavar="DIR",
    help="Where the site goes (site/ in the project when left out). The old site stays whole until the new one is.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Warnings stop the build too, but for those that mkdocs.yml acknowledges by name.",
)
def command(project: Path, as_of: datetime, site_dir: Path | None, strict: bool) -> int:
    """Check the data and build the whole site."""
    with no_collecting():
        return _build(project, as_of, site_dir, strict=strict)


def _build(project: Path, as_of: datetime, site_dir: Path | None, *, strict: bool) -> int:
    from scorecard import pipeline

    start = time.perf_counter()
    try:
        built = pipeline.build(project, as_of, later=True)
    except pipeline.Stopped as problem:
        return options.stopped(problem)
    complain(built.problems)
    from scorecard.mkdocs_plugin import library

    def told(level: str, text: str) -> None:
        say(text, level)

    target = site_dir.resolve() if site_dir is not None else project / "site"
    try:
        known = library.settings(project, told).acknowledge if strict else ()
        if strict and (new := [problem for problem in built.problems if problem.rule not in known]):
            raise pipeline.Stopped(f"--strict: data/ has {pipeline.count(new)} not acknowledged; nothing was written")
        with pipeline.replacing(target, project) as fresh:
            library.build_site(built, project, fresh, strict=strict, say=told)
    except (library.SiteProblem, pipeline.Stopped) as problem:
        return options.stopped(problem)
    say(f"built {pages(built.bundle)} in {time.perf_counter() - start:.1f} s: {target}")
    return 0


def pages(bundle: Bundle) -> str:
    """How many pages, in words."""
    number = len(bundle.documents)
    return f"{number:,} page{'' if number == 1 else 's'}"
