"""`scorecard risk review`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("review")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--next-review", metavar="DAY", help="The next look; in half a year when left out.")
@click.option("--at", metavar="DAY", help="When you looked; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Say that a risk was looked at and its rating still holds."""
    name = asking.name("id_", "risks", "Which risk")
    for key in ("next_review", "at"):
        if asking.given.get(key):
            asking.may(key, "", "day")
    asking.done()
    return asking.desk.risk_review(name, asking.given)
