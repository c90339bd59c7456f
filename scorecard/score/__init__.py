"""Scoring: from records to every figure, with the standard library only. Pure: the same records, the same figures."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from scorecard.model.memo import Memo
from scorecard.model.memory import no_collecting
from scorecard.model.quarters import Quarter
from scorecard.model.records import Records
from scorecard.model.scorecards import Scorecard
from scorecard.score import incidents, outcomes, registers, series, transparency
from scorecard.score.archive import Archive
from scorecard.score.indicators import notes
from scorecard.score.shelf import Shelf

__all__ = ["score"]


def score(records: Records, as_of: datetime, memo: Memo | None = None) -> Scorecard:
    """Every figure that these records give at that moment; what is held back must be gone from the records already.

    With a memo that was handed in before, only what looks at something new is worked out again.
    """
    with no_collecting():
        return _score(records, as_of, memo or Memo())


def _score(records: Records, as_of: datetime, memo: Memo) -> Scorecard:
    archive = Archive.of(records, memo)
    shelf = Shelf(archive, as_of, memo)
    trust = series.series(records, as_of, memo, archive)
    asked = {quarter.quarter for one in trust for quarter in one.quarters}
    held = series.waiting(records, as_of)
    happened = {
        item.quarter
        for item in archive.items.values()
        if item.quarter is not None and item.known_at is not None and item.known_at <= as_of
    }
    told = _between(asked | (happened - held))
    read = shelf.readings()
    lead = trust[0].latest.quarter if trust else (told[-1] if told else None)
    return Scorecard(
        as_of=as_of,
        quarter=lead,
        series=trust,
        after_contact=series.after_contact(records, memo),
        transparency=transparency.quarters(records, as_of, told, memo, shelf),
        incidents=read,
        promises=registers.promises(records, as_of),
        risks=registers.risks(records, as_of, read),
        decisions=registers.decisions(records, as_of),
        dialogue=registers.dialogue(records, as_of),
        outcomes=outcomes.outcomes(records, as_of),
        anticipation=incidents.anticipation(read),
        notes=memo.of("notes", (), notes),
    )


def _between(quarters: Collection[Quarter]) -> tuple[Quarter, ...]:
    """Every quarter from the first to the last, without gaps."""
    if not quarters:
        return ()
    first, last = min(quarters), max(quarters)
    return tuple(first.plus(i) for i in range(last.index - first.index + 1))
