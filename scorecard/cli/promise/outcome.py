"""What `scorecard promise kept` and `scorecard promise broken` share: the end of a promise, with words and a proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.changing import writes

if TYPE_CHECKING:
    from scorecard.cli.asking import Asking
    from scorecard.pipeline import Draft


def outcome(state: str, question: str) -> click.Command:
    """The command that says a promise ended in this state; `question` is what the public wants to know."""

    @writes
    def body(asking: Asking) -> Draft:
        name = asking.name("id_", "promises", "Which promise")
        asking.need("text", question)
        asking.may("proof", "Where can anybody see it (an address)", "link")
        if asking.given.get("at"):
            asking.may("at", "", "day")
        asking.done()
        return asking.desk.promise_state(name, state, asking.given)

    for mark in (
        click.option("--at", metavar="DAY", help="On which day; today when left out."),
        click.option("--proof", metavar="URL", help="Where anybody can see it."),
        click.option("--text", metavar="TEXT", help=f"{question.replace(',', '')}; - reads it from stdin."),
        click.argument("id_", metavar="[ID]", required=False),
    ):
        body = mark(body)
    return click.command(state, help=f"Say that a promise was {state}.")(body)
