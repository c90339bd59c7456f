"""`scorecard promise new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.asking import Asking
from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.pipeline import Draft


@click.command("new")
@click.option("--title", metavar="TEXT", help="What is promised, in a few words.")
@click.option("--due", metavar="DAY", help="By when: 2026-12-31, or +90 for days from today.")
@click.option("--measure", metavar="TEXT", help="How anybody can tell whether it is kept.")
@click.option("--owner", metavar="NAME", help="Who answers for it.")
@click.option("--text", metavar="TEXT", help="More about it; - reads it from stdin.")
@click.option("--made", metavar="DAY", help="When it was made; today when left out.")
@click.option("--id", metavar="ID", help="File name without .yml; made of month and title when left out.")
@writes
def command(asking: Asking) -> Draft:
    """Make a promise in public, with a date and a measure."""
    asking.need("title", "What do you promise, in a few words", "line")
    asking.need("due", "By when (2026-12-31, +90)", "day" if asking.given.get("made") else "coming")
    asking.may("measure", "How can anybody tell whether it is kept")
    asking.may("owner", "Who answers for it", "line")
    if asking.given.get("made"):
        asking.may("made", "", "day")
    asking.done()
    return asking.desk.promise_new(asking.given)
