"""`scorecard question answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

OUTCOMES = ("answered", "changed", "declined-because")


@click.command("answer")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--answer", metavar="TEXT", help="What was answered; - reads it from stdin.")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="What came of it; answered when left out.")
@click.option("--changed", metavar="TEXT", help="What changed, with --outcome changed.")
@click.option("--because", metavar="TEXT", help="Why not, with --outcome declined-because.")
@click.option("--answered", metavar="DAY", help="When; today when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Write down the answer to a question and what came of it."""
    name = asking.name("id_", "dialogue", "Which question")
    asking.need("answer", "The answer")
    outcome = asking.need("outcome", "What came of it", default="answered", choices=OUTCOMES)
    if outcome == "changed":
        asking.need("changed", "What changed")
    if outcome == "declined-because":
        asking.need("because", "Why not")
    if asking.given.get("answered"):
        asking.may("answered", "", "day")
    asking.done()
    return asking.desk.question_answer(name, asking.given)
