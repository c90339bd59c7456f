"""`scorecard quarter new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

AUDIENCES = ("customers", "community", "staff", "agencies")
SAMPLES = ("random", "census", "opt-in")


@click.command("new")
@click.argument("quarter", required=False)
@click.option("--audience", type=click.Choice(AUDIENCES), help="customers when left out.")
@click.option("--sample", type=click.Choice(SAMPLES), help="Who is asked: by chance, everybody, whoever wants to.")
@click.option("--publish-at", metavar="TIME", help="Shown from then on; the day in organisation.yml when left out.")
@click.option("--population", metavar="NUMBER", help="How many people could be asked.")
@click.option("--invited", metavar="NUMBER", help="How many are asked.")
@click.option("--fieldwork-from", metavar="DAY", help="First day of asking.")
@click.option("--fieldwork-to", metavar="DAY", help="Last day of asking.")
@click.option("--mode", multiple=True, metavar="WORD", help="How they are asked (web, phone, mail); may be repeated.")
@click.option("--agency", metavar="NAME", help="Who asks.")
@writes
def command(asking: Asking) -> Draft:
    """Begin a quarter: a survey file with the questions of the last one and no figures yet.

    QUARTER is the one after the last when left out, such as 2026-Q4. Nothing of the file is shown before its day.
    """
    given = asking.given
    audience = given.get("audience") or "customers"
    asking.need("quarter", "Which quarter", "quarter", asking.desk.quarter_upcoming(audience))
    last = asking.desk.quarter_sample(audience)
    asking.need("sample", "Who is asked", default=last if last in SAMPLES else "", choices=SAMPLES)
    if not given.get("publish_at"):
        given["publish_at"] = asking.desk.quarter_release(given["quarter"])
    asking.need("publish_at", "When are the figures published (2026-10-20T10:00)", "moment")
    asking.may("population", "How many people could be asked", "count")
    asking.may("invited", "How many are asked", "count")
    for key in ("fieldwork_from", "fieldwork_to"):
        if given.get(key):
            asking.may(key, "", "day")
    asking.done()
    return asking.desk.quarter_new(given)
