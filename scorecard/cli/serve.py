"""`scorecard serve`."""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

import click

from scorecard.cli import fault, options
from scorecard.cli.build import pages
from scorecard.cli.console import complain, say


@click.command("serve")
@options.project
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--preview", is_flag=True, help="Show held-back figures too. Only here: `build` never does.")
@options.as_of
def command(project: Path, port: int, preview: bool, as_of: datetime) -> int:
    """Show the site on this machine only and build it again on every edit."""
    from scorecard import pipeline
    from scorecard.mkdocs_plugin import library
    from scorecard.model.memo import Keeping

    memo = Keeping()
    told: tuple[object, ...] = ()

    def make() -> pipeline.Built:
        nonlocal told
        try:
            built = pipeline.build(project, as_of, preview=preview, later=True, memo=memo)
        finally:
            memo.sweep()
        if built.problems != told:
            complain(built.problems)
        told = built.problems
        say(f"built {pages(built.bundle)} at {datetime.now(UTC):%H:%M:%S} UTC")
        return built

    def failed(error: Exception, *, filled: bool) -> str:
        nonlocal told
        if isinstance(error, pipeline.Stopped | library.SiteProblem):
            text = str(error)
            options.stopped(error)
        else:
            text = fault.report(error)
            say(text, "error")
        until = "until then the page shows the last good build" if filled else "then the page is shown"
        say(f"Mend the problem and save; {until}.")
        told = ()
        problems = error.problems if isinstance(error, pipeline.Stopped) else ()
        return f"{pipeline.tell(problems, 'text')}\n{text}".strip()

    if not (project / "data").exists():  # the wrong folder, most likely: no edit here would be heard of
        complain(pipeline.check(project, as_of).problems)
        return 1
    try:
        library.serve(
            make,
            project,
            port,
            say=lambda level, text: say(text, level),
            ready=lambda url: say(f"preview, not published: {url} (stop with Ctrl+C)"),
            failed=failed,
        )
    except (pipeline.Stopped, library.SiteProblem) as problem:
        return options.stopped(problem)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        why = "is taken" if error.errno == errno.EADDRINUSE else "may not be used by everybody"
        raise click.UsageError(f"Port {port} {why}. Choose another with --port.") from error
    return 0
