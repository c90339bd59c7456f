"""`scorecard incident new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

KINDS = ("service", "personal-data", "billing", "safety", "other")
SEVERITIES = ("critical", "major", "minor")
FAULTS = ("ours", "supplier", "nature", "unknown")
FOUND_BY = ("company", "customer", "partner", "press", "authority", "unknown")
STATUSES = ("investigating", "identified", "monitoring", "update")
TIME = "now, 09:41 (today), or 2026-03-14T09:41; local time unless an offset is written"


@click.command("new")
@click.option("--title", metavar="TEXT", help="What happened, as a customer would say it.")
@click.option("--started", metavar="TIME", help=f"Since when: {TIME}; or unknown.")
@click.option("--known", metavar="TIME", help="When anybody in the company first knew (now when left out); or unknown.")
@click.option("--customers", metavar="NUMBER", help="How many customers: 1200, 'about 1200', or unknown.")
@click.option("--fault", type=click.Choice(FAULTS), help="Whose fault; unknown while nobody knows.")
@click.option("--severity", type=click.Choice(SEVERITIES), help="By what happens to people (see organisation.yml).")
@click.option("--kind", type=click.Choice(KINDS), help="service when left out.")
@click.option("--system", "systems", multiple=True, metavar="ID", help="What failed, by its id; may be repeated.")
@click.option("--found-by", type=click.Choice(FOUND_BY), help="Who noticed first.")
@click.option("--text", metavar="TEXT", help="The first word to the public, told now; - reads it from stdin.")
@click.option("--at", metavar="TIME", help="When the public was told (now when left out).")
@click.option("--status", type=click.Choice(STATUSES), help="investigating when left out.")
@click.option("--next-update", metavar="TIME", help="When the next word is promised.")
@click.option("--acknowledged", metavar="TEXT", help="What we did wrong, where it was our fault.")
@click.option("--acknowledged-by", metavar="NAME", help="Who says so, such as Head of Operations.")
@click.option("--what-to-do", metavar="TEXT", help="What customers should do; or 'not-applicable: reason'.")
@click.option("--id", metavar="ID", help="File name without .yml; made of day and title when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Write down a new incident; it is valid from the first save.

    At a terminal the command asks what it needs. Nothing is overwritten.
    """
    asking.need("title", "What happened, in a few words", "line")
    asking.need("started", "Since when (09:12, 2026-03-14T09:12, unknown)", "clock")
    asking.may("known", "Since when does anybody in the company know (Enter: now)", "clock")
    asking.need("customers", "How many customers (1200, about 1200, unknown)", "people", "unknown")
    asking.need("fault", "Our fault? ours, or unknown while nobody knows", "words", choices=FAULTS)
    if asking.on and not asking.given.get("severity"):
        _explain(asking)
    severity = asking.need("severity", "How serious", "words", choices=SEVERITIES)
    if severity and severity != "minor":
        asking.need("what_to_do", "What should customers do", "reasoned")
        if asking.given.get("fault") == "ours":
            asking.need("acknowledged", "What did we do wrong, in our own words", "reasoned")
    asking.may("text", "First word to the public, told now; empty where nothing is told yet")
    if asking.given.get("text"):
        asking.may("next_update", "When will you tell more (10:30)", "future")
    asking.done()
    return asking.desk.incident_new(asking.given)


def _explain(asking: Asking) -> None:
    from scorecard.cli.console import say

    for one in SEVERITIES:
        if meaning := asking.desk.severity_meaning(one):
            say(f"  {one}: {meaning}")
