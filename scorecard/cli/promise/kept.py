"""`scorecard promise kept`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("kept")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--text", metavar="TEXT", help="What was done; - reads it from stdin.")
@click.option("--proof", metavar="URL", help="Where anybody can see it.")
@click.option("--at", metavar="DAY", help="On which day; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Say that a promise was kept."""
    name = asking.name("id_", "promises", "Which promise")
    asking.need("text", "What was done")
    asking.may("proof", "Where can anybody see it (an address)", "link")
    if asking.given.get("at"):
        asking.may("at", "", "day")
    asking.done()
    return asking.desk.promise_state(name, "kept", asking.given)
