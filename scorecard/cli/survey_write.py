"""The last step of a survey import: a new wave, or what is missing in the one that is there.

Nothing that a person wrote is changed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import complain, say, show

if TYPE_CHECKING:
    from scorecard.cli.survey import Order
    from scorecard.model.records import Entry, Records, Wave
    from scorecard.model.tallies import Brought


def write(order: Order, records: Records, audience: str, brought: Brought) -> int:
    """Write the wave, or fill in the one that is there, or say how it differs; gives the exit code."""
    from scorecard.cli.survey import refuse
    from scorecard.pipeline import surveys

    brought = replace(brought, sample=order.sample, population=order.population, invited=order.invited)
    for id in surveys.reworded(records, audience, order.wave, brought.results):
        say(
            f"{id}: other words or another scale than last time. If it cannot be compared, write comparable: false",
            "look",
        )
    entry = surveys.standing(records, order.wave, audience)
    if entry is not None:
        return _into(order, entry, brought)
    file = surveys.wave_file(order.wave, audience)
    if (order.project / file).exists():
        return refuse(f"{file} is there, but cannot be read as a wave", "run scorecard check, and correct it")
    brought = _asked(order, brought)
    text = surveys.wave_text(order.wave, audience, brought, order.source)
    if order.dry_run:
        show(text)
        say(f"{file} would be new; nothing was written")
        return 0
    surveys.write_new(order.project, file, text)
    say(f"wrote {file}: {_questions(len(brought.results))}, {brought.respondents:,} respondents")
    unsaid = ["fieldwork"]
    unsaid += ["sample"] if brought.sample == "not-stated" else []
    unsaid += ["invited"] if brought.invited is None else []
    say(f"next: fill in what an export cannot say ({', '.join(unsaid)}), then scorecard check")
    return 0


def _into(order: Order, entry: Entry[Wave], brought: Brought) -> int:
    """Fill in what the wave lacks; with one difference nothing is written."""
    from scorecard import pipeline
    from scorecard.cli.options import stopped
    from scorecard.cli.survey import refuse
    from scorecard.pipeline import surveys

    paste = f"respondents: {brought.respondents}\nquestions:\n{surveys.block(brought.results)}"
    if differences := surveys.differences(entry.record, brought):
        show(paste)
        for line in differences:
            say(f"  {line}")
        return refuse(
            f"{entry.file} is there and says something else; it was not changed",
            "paste what you want from the lines above into it; a published figure also needs a correction",
        )
    for id in surveys.waiting(entry.record, brought):
        say(f"{id}: no answers in this export; in {entry.file} it still waits for them", "look")
    lacks = surveys.lacks(entry.record, brought)
    if not lacks:
        say(f"{entry.file} says the same already; nothing was changed")
        return 0
    for id, words in surveys.other_words(entry.record, brought):
        say(f"{id}: the export asks {words!r}; your words in the file stay", "look")
    try:
        with pipeline.desk(order.project, order.as_of) as desk:
            draft = desk.wave_fill(entry.id, brought)
            if not order.dry_run:
                desk.save(draft)
    except pipeline.Stopped as problem:
        show(paste)
        return stopped(problem)
    complain(draft.problems)
    if order.dry_run:
        show(draft.diff)
        say(f"{entry.file} would be filled in; nothing was written")
        return 0
    ids = [one.id for one in brought.results if one.id in lacks]
    new = [id for id in ids if id not in {one.id for one in entry.record.questions}]
    told = [
        *([_questions(len(ids))] if ids else []),
        *(f"{key} {getattr(brought, key):,}" for key in lacks if key not in ids),
    ]
    say(f"filled in {entry.file}: {', '.join(told)}; all else stays as it was")
    if new:
        say(f"  new in it, at the end: {', '.join(new)}")
    say("next: read it (git diff), then scorecard check")
    return 0


def _asked(order: Order, brought: Brought) -> Brought:
    """With what a person at a terminal knows about a new wave."""
    sample, invited = brought.sample, brought.invited
    if order.asks and sample is None:
        sample = click.prompt(
            "how were people chosen?", default="not-stated", err=True,
            type=click.Choice(("random", "census", "opt-in", "not-stated")),
        )  # fmt: skip
    while order.asks and invited is None:
        given = click.prompt("how many were asked? (empty: not known)", default="", show_default=False, err=True)
        if not given.strip():
            break
        if re.fullmatch(r"\d{1,11}", given.strip(), re.ASCII):
            invited = int(given)
        else:
            say("  write a whole number in digits only, such as 5400")
    return replace(brought, sample=sample or "not-stated", invited=invited)


def _questions(number: int) -> str:
    return f"{number} question{'' if number == 1 else 's'}"
