"""`scorecard risk`: one module of this folder is one command."""

from __future__ import annotations

import click

from scorecard.cli.commands import Commands


class Verbs(Commands):
    """What happens to a risk."""

    package = __name__


@click.group("risk", cls=Verbs)
def command() -> None:
    """Write down what could go wrong for customers, and look at it again."""
