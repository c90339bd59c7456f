"""`scorecard risk new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

DEGREES = ("1", "2", "3", "4", "5")


@click.command("new")
@click.option("--title", metavar="TEXT", help="What could go wrong for customers.")
@click.option("--owner", metavar="NAME", help="Who looks after it.")
@click.option("--likelihood", type=click.Choice(DEGREES), help="How likely, 1 to 5.")
@click.option("--impact", type=click.Choice(DEGREES), help="How bad for customers, 1 to 5.")
@click.option("--likelihood-after", type=click.Choice(DEGREES), help="Once the measures are in place.")
@click.option("--impact-after", type=click.Choice(DEGREES), help="Once the measures are in place.")
@click.option("--description", metavar="TEXT", help="What could happen to whom; - reads it from stdin.")
@click.option("--next-review", metavar="DAY", help="The next look; in half a year when left out.")
@click.option("--at", metavar="DAY", help="When it was rated; today when left out.")
@click.option("--note", metavar="TEXT", help="A word about the rating.")
@click.option("--id", metavar="ID", help="File name without .yml; made of the title when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Write down something that could go wrong for customers."""
    asking.need("title", "What could go wrong for customers", "line")
    asking.need("owner", "Who looks after it", "line")
    asking.need("likelihood", "How likely", choices=DEGREES)
    asking.need("impact", "How bad for customers", choices=DEGREES)
    asking.may("likelihood_after", "How likely once the measures are in place", choices=DEGREES)
    if asking.given.get("likelihood_after"):
        asking.need("impact_after", "How bad once the measures are in place", choices=DEGREES)
    asking.may("description", "What could happen to whom")
    asking.may("next_review", "When do you look again (a day, +182)", "day")
    asking.done()
    return asking.desk.risk_new(asking.given)
