"""`scorecard incident`: one module of this folder is one command."""

from __future__ import annotations

import click

from scorecard.cli.commands import Commands


class Verbs(Commands):
    """What happens to an incident."""

    package = __name__


@click.group("incident", cls=Verbs)
def command() -> None:
    """Write down an incident, tell the public more, tell them that it is over."""
