"""The last step of a survey import: a new wave, or a comparison with the one that is there.

Nothing that a person wrote is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import say, show

if TYPE_CHECKING:
    from scorecard.cli.survey import Order
    from scorecard.model.records import Records
    from scorecard.pipeline.surveys import Result


def write(
    order: Order, records: Records, audience: str, results: Sequence[Result], respondents: int, talk: object = None
) -> int:
    """Write the wave, or say how it differs from the one that is there; gives the exit code."""
    from scorecard.cli.survey import refuse
    from scorecard.pipeline import surveys

    for id in surveys.reworded(records, audience, order.wave, results):
        say(
            f"{id}: other words or another scale than last time. If it cannot be compared, write comparable: false",
            "look",
        )
    entry = surveys.standing(records, order.wave, audience)
    file = surveys.wave_file(order.wave, audience)
    if entry is not None:
        differences = surveys.differs(entry.record, results, respondents)
        if not differences:
            say(f"{entry.file} says the same already; nothing was changed")
            return 0
        show(f"respondents: {respondents}\nquestions:\n{surveys.block(results)}")
        for line in differences:
            say(f"  {line}")
        return refuse(
            f"{entry.file} is there and says something else; it was not changed",
            "paste what you want from the lines above into it; a published figure also needs a correction",
        )
    if (order.project / file).exists():
        return refuse(f"{file} is there, but cannot be read as a wave", "run scorecard check, and correct it")
    text = surveys.wave_text(order.wave, _head(order, audience), results, respondents, order.source)
    if order.dry_run:
        show(text)
        say(f"{file} would be new; nothing was written")
        return 0
    surveys.write_new(order.project, file, text)
    say(f"wrote {file}: {len(results)} question{'' if len(results) == 1 else 's'}, {respondents:,} respondents")
    say("next: fill in what an export cannot say (fieldwork, sample, invited), then scorecard check")
    return 0


def _head(order: Order, audience: str) -> dict[str, object]:
    """What stands above the questions."""
    sample, invited = order.sample, order.invited
    if order.asks and sample is None:
        sample = click.prompt(
            "how were people chosen?", default="not-stated", err=True,
            type=click.Choice(("random", "census", "opt-in", "not-stated")),
        )  # fmt: skip
    if order.asks and invited is None:
        given = click.prompt("how many were asked? (empty: not known)", default="", show_default=False, err=True)
        invited = int(given) if given.strip().isdecimal() else None
    return {
        "audience": audience,
        "sample": sample or "not-stated",
        "population": order.population,
        "invited": invited,
    }
