"""`scorecard promise`: one module of this folder is one command."""

from __future__ import annotations

import click

from scorecard.cli.commands import Commands


class Verbs(Commands):
    """What becomes of a promise."""

    package = __name__


@click.group("promise", cls=Verbs)
def command() -> None:
    """Make a promise in public, and say what became of it."""
