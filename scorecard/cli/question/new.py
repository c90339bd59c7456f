"""`scorecard question new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

WITH = ("customers", "community", "staff", "operations", "agencies")


@click.command("new")
@click.option("--question", metavar="TEXT", help="The question or proposal, without names of people; - reads stdin.")
@click.option("--with", "with_", type=click.Choice(WITH), help="Whom we talk with.")
@click.option("--started-by", metavar="TEXT", help="Who began: us, a customer, the town council ...")
@click.option("--channel", metavar="TEXT", help="How it came: mail, phone, a meeting ...")
@click.option("--asked", metavar="DAY", help="When; today when left out.")
@click.option("--id", metavar="ID", help="File name without .yml; made of month and question when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Write down a question or proposal from outside; it stays open until it is answered."""
    asking.need("question", "The question, without names of people")
    asking.need("with_", "Whom do you talk with", choices=WITH)
    asking.need("started_by", "Who began (us, a customer, the town council)", "line")
    asking.may("channel", "How did it come (mail, phone, a meeting)", "line")
    if asking.given.get("asked"):
        asking.may("asked", "", "day")
    asking.done()
    return asking.desk.question_new(asking.given)
