"""`scorecard promise state`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

STATES = ("in-the-works", "stalled", "compromise", "not-yet-rated")


@click.command("state")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--state", type=click.Choice(STATES), help="Where it stands.")
@click.option("--text", metavar="TEXT", help="What has happened since; - reads it from stdin.")
@click.option("--proof", metavar="URL", help="Where anybody can see it.")
@click.option("--at", metavar="DAY", help="On which day; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Say where a promise stands that is neither kept nor broken yet."""
    name = asking.name("id_", "promises", "Which promise")
    state = asking.need("state", "Where does it stand", choices=STATES)
    asking.may("text", "What has happened since")
    if asking.given.get("at"):
        asking.may("at", "", "day")
    if asking.given.get("proof"):
        asking.may("proof", "", "link")
    asking.done()
    return asking.desk.promise_state(name, state, asking.given)
