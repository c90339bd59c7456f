"""`scorecard promise broken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("broken")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--text", metavar="TEXT", help="What went wrong and what happens now; - reads it from stdin.")
@click.option("--proof", metavar="URL", help="Where anybody can see it.")
@click.option("--at", metavar="DAY", help="On which day; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Say that a promise was broken."""
    name = asking.name("id_", "promises", "Which promise")
    asking.need("text", "What went wrong, and what happens now")
    asking.may("proof", "Where can anybody see it (an address)", "link")
    if asking.given.get("at"):
        asking.may("at", "", "day")
    asking.done()
    return asking.desk.promise_state(name, "broken", asking.given)
