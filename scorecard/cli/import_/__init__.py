"""`scorecard import`: one module of this folder is one kind of source."""

from __future__ import annotations

import click

from scorecard.cli.commands import Commands


class Sources(Commands):
    """The kinds of sources that can be imported."""

    package = __name__


@click.group("import", cls=Sources)
def command() -> None:
    """Bring in what another tool exported, as YAML for a person to review."""
