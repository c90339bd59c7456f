"""`scorecard risk rate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes
from scorecard.cli.risk.new import DEGREES

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("rate")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--likelihood", type=click.Choice(DEGREES), help="How likely, 1 to 5.")
@click.option("--impact", type=click.Choice(DEGREES), help="How bad for customers, 1 to 5.")
@click.option("--likelihood-after", type=click.Choice(DEGREES), help="Once the measures are in place.")
@click.option("--impact-after", type=click.Choice(DEGREES), help="Once the measures are in place.")
@click.option("--note", metavar="TEXT", help="A word about the rating; - reads it from stdin.")
@click.option("--next-review", metavar="DAY", help="The next look; in half a year when left out.")
@click.option("--at", metavar="DAY", help="When it was rated; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Rate a risk anew; the older ratings stay."""
    name = asking.name("id_", "risks", "Which risk")
    asking.need("likelihood", "How likely", choices=DEGREES)
    asking.need("impact", "How bad for customers", choices=DEGREES)
    asking.may("likelihood_after", "How likely once the measures are in place", choices=DEGREES)
    if asking.given.get("likelihood_after"):
        asking.need("impact_after", "How bad once the measures are in place", choices=DEGREES)
    for key in ("next_review", "at"):
        if asking.given.get(key):
            asking.may(key, "", "day")
    asking.done()
    return asking.desk.risk_rate(name, asking.given)
