"""`scorecard incident update`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes
from scorecard.cli.console import say
from scorecard.cli.incident.new import TIME

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

STATUSES = ("investigating", "identified", "monitoring", "postmortem", "planned", "in-progress", "update")


@click.command("update")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--text", metavar="TEXT", help="What the public is told; - reads it from stdin.")
@click.option("--status", type=click.Choice(STATUSES), help="Where things stand; as in the last update when left out.")
@click.option("--at", metavar="TIME", help=f"When it was told (now when left out): {TIME}.")
@click.option("--next-update", metavar="TIME", help="When the next word is promised.")
@writes
def command(asking: Asking) -> Draft:
    """Tell the public more about an incident.

    ID is the file name without .yml; it may be left out while only one incident is open. The first update is also the
    first notice: notified is filled in.
    """
    name = asking.incident("id_")
    title, status = asking.desk.incident_line(name)
    if asking.on:
        say(f"{name}: {title}")
    asking.need("text", "What do you tell the public")
    asking.may("status", f"Where do things stand (empty: {status})", choices=STATUSES)
    asking.may("next_update", "When will you tell more (10:30)", "future")
    if asking.given.get("at"):
        asking.may("at", "", "past")
    asking.done()
    return asking.desk.incident_update(name, asking.given)
