"""`scorecard promise later`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("later")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--due", metavar="DAY", help="The new date: 2027-03-31, or +90 for days from today.")
@click.option("--why", metavar="TEXT", help="The reason, for the public; - reads it from stdin.")
@click.option("--at", metavar="DAY", help="When it was published; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Move a promise to a later date, with its reason. The first date stays in the file and is what is scored."""
    name = asking.name("id_", "promises", "Which promise")
    asking.need("due", "The new date (2027-03-31, +90)", "day")
    asking.need("why", "Why")
    if asking.given.get("at"):
        asking.may("at", "", "day")
    asking.done()
    return asking.desk.promise_later(name, asking.given)
