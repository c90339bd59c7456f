"""`scorecard incident resolve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes
from scorecard.cli.console import say
from scorecard.cli.incident.new import TIME

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("resolve")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--at", metavar="TIME", help=f"When it was put right (now when left out): {TIME}.")
@click.option("--text", metavar="TEXT", help="What the public is told at the end; - reads it from stdin.")
@click.option("--told", metavar="TIME", help="When the public was told so (now when left out).")
@click.option("--acknowledged", metavar="TEXT", help="What we did wrong, where it was our fault.")
@click.option("--acknowledged-by", metavar="NAME", help="Who says so.")
@click.option("--what-to-do", metavar="TEXT", help="What customers should do; or 'not-applicable: reason'.")
@click.option(
    "--explanation",
    "postmortem",
    metavar="DAY|URL",
    help="When the public explanation is due (2026-04-01, +14), or where it stands; or 'not-applicable: reason'.",
)
@click.option("--action", metavar="TEXT", help="What is changed so that it stays away; or 'not-applicable: reason'.")
@click.option("--action-owner", metavar="NAME", help="Who does it.")
@click.option("--action-due", metavar="DAY", help="By when: 2026-04-30, or +30 for days from today.")
@writes
def command(asking: Asking) -> Draft:
    """Tell the public that an incident is over.

    ID is the file name without .yml; it may be left out while only one incident is open. The account of a critical or
    major incident needs more: what is missing is asked for.
    """
    name = asking.incident("id_")
    title, _ = asking.desk.incident_line(name)
    if asking.desk.incident_is_over(name):
        return asking.desk.incident_resolve(name, asking.given)
    if asking.on:
        say(f"{name}: {title}")
    asking.need("at", "When was it put right", "past", "now")
    asking.need("text", "What do you tell the public")
    lacking = asking.desk.incident_lacks(name)
    if "acknowledged" in lacking:
        asking.need("acknowledged", "What did we do wrong, in our own words", "reasoned")
    if "what_to_do" in lacking:
        asking.need("what_to_do", "What should customers do", "reasoned")
    if "postmortem" in lacking:
        asking.need("postmortem", "By when will you explain in public what happened (a day, +14)", "explanation")
    if "remediation" in lacking:
        words = asking.need("action", "What is changed so that it stays away", "reasoned")
        if words and not words.lower().startswith("not"):
            asking.need("action_due", "By when (a day, +30)", "day")
            asking.may("action_owner", "Who does it", "line")
    asking.done()
    return asking.desk.incident_resolve(name, asking.given)
