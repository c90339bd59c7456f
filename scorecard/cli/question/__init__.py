"""`scorecard question`: one module of this folder is one command."""

from __future__ import annotations

import click

from scorecard.cli.commands import Commands


class Verbs(Commands):
    """What happens to a question."""

    package = __name__


@click.group("question", cls=Verbs)
def command() -> None:
    """Write down a question from outside, and answer it."""
