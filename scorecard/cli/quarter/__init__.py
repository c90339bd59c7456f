"""`scorecard quarter`: one module of this folder is one command."""

from __future__ import annotations

import click

from scorecard.cli.commands import Commands


class Verbs(Commands):
    """What happens to a quarter."""

    package = __name__


@click.group("quarter", cls=Verbs)
def command() -> None:
    """Begin the next quarter of the survey."""
