"""Import of a Touchpoints A-11 export: counts already, so there is nothing to map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scorecard.cli import survey_write
from scorecard.cli.console import say

if TYPE_CHECKING:
    from scorecard.cli.survey import Order
    from scorecard.model.records import Records


def work(order: Order, records: Records) -> int:
    """Read, tell, write; gives the exit code."""
    from scorecard.model.tallies import Brought
    from scorecard.pipeline import surveys

    assert order.file is not None  # noqa: S101 - the usage was checked
    seen = surveys.look(order.file, order.tool)
    found = surveys.official(seen, order.wave, order.service)
    say(f"{order.source}: {len(seen.columns)} columns; the row of {order.wave} has {len(found.results)} questions")
    for one in found.results:
        say(f"  {one.id}: {sum(one.counts['all']):,} answers")
    if found.dropped:
        say(f"  dropped, not used: {', '.join(found.dropped)}")
    for remark in found.remarks:
        say(remark, "look")
    starts = records.organisation.record.fiscal_year_starts
    if str(starts) not in ("10-01", "(10, 1)"):
        say(f"{order.wave} is taken as the government's fiscal quarter, which starts in October", "look")
    order = replace(
        order,
        invited=order.invited if order.invited is not None else found.invited,
        population=order.population if order.population is not None else found.population,
        no_input=True,
    )
    return survey_write.write(order, records, order.audience or "customers", Brought(found.results, found.respondents))
