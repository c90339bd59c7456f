"""Front door for people and scripts: the only place that prints and exits. Data on stdout, words on stderr.

Exit codes: 0 clean, 1 problems, 2 wrong usage or a fault of ours, 130 interrupted.
"""

from __future__ import annotations

import difflib
import importlib
import io
import pkgutil
import sys
from collections.abc import Sequence

import click

from scorecard import __version__
from scorecard.cli import fault
from scorecard.cli.console import say

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """One module of this package is one command when it has a `command`; nothing is listed by hand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, sorted."""
        return sorted(name for name in self._modules() if self.get_command(ctx, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None when there is none."""
        if cmd_name not in self._modules():
            return None
        found = getattr(importlib.import_module(f"{__name__}.{cmd_name}"), "command", None)
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(self.list_commands(ctx))}."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    @staticmethod
    def _modules() -> list[str]:
        return [module.name for module in pkgutil.iter_modules(__path__)]


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
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        say("interrupted")
        return 130
    except Exception as error:
        if "--debug" in args:
            raise
        say(fault.report(error), "error")
        return 2


def main() -> None:
    """The command `scorecard`."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a narrow terminal encoding is no reason to stop
    sys.exit(run(sys.argv[1:]))
