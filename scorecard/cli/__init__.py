"""Front door for people and scripts: the only place that prints and exits. Data on stdout, words on stderr.

Exit codes: 0 clean, 1 problems, 2 wrong usage or a fault of ours, 130 interrupted.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import click

from scorecard import __version__
from scorecard.cli.commands import Commands
from scorecard.cli.console import say

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, message="scorecard %(version)s")
@click.option("--debug", is_flag=True, help="Show the whole trace when something inside this program fails.")
def scorecard(debug: bool) -> None:
    """From YAML files to a public trust scorecard.

    Write what customers answered and what went wrong as YAML in data/. Then: scorecard check, serve, build.
    """


def run(args: Sequence[str]) -> int:
    """Run a command line; give the exit code. Nothing is raised but what --debug asks for."""
    try:
        result = scorecard.main(args=list(args), prog_name="scorecard", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        words = io.StringIO()
        error.show(words)
        say(words.getvalue().rstrip("\n"))
        return 2
    except (click.Abort, KeyboardInterrupt):
        say("interrupted")
        return 130
    except Exception as error:
        if "--debug" in args:
            raise
        from scorecard.cli import fault

        say(fault.report(error), "error")
        return 2


def main() -> None:
    """The command `scorecard`."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a narrow terminal encoding is no reason to stop
    sys.exit(run(sys.argv[1:]))
