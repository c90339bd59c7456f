"""Words and silences of one incident: how long customers heard nothing, and whether promised words came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from scorecard.model.records.incident import Incident
from scorecard.model.transparency import Silence
from scorecard.score.clocks import MINUTE, Cutoff, minutes_between


class Word(NamedTuple):
    """A public word, and the moment by which it promised the next one."""

    at: datetime
    next_update: datetime | None = None


def words(incident: Incident, cutoff: Cutoff) -> tuple[Word, ...]:
    """Every public word seen at the cut-off, in order; words of the same minute are one with the shorter promise."""
    promised: dict[datetime, datetime | None] = {}
    if isinstance(incident.notified, datetime) and cutoff.seen(incident.notified):
        promised[incident.notified] = None
    for update in incident.updates:
        if cutoff.seen(update.at):
            before = promised.get(update.at)
            after = update.next_update if update.next_update and update.next_update > update.at else None
            promised[update.at] = min(before, after) if before and after else before or after
    return tuple(Word(at, promised[at]) for at in sorted(promised))


def silences(
    said: Sequence[Word], start: datetime, end: datetime, interval: timedelta, ongoing: bool
) -> tuple[Silence, ...]:
    """The stretches without a word between start and end; `ongoing`: the incident is open, so the last one is too.

    What was promised is the organisation's interval, or the moment the last word named where that comes sooner.
    """
    inside = [word for word in said if start < word.at < end]
    opening = next((word for word in said if word.at == start), Word(start))
    marks = [opening, *inside]
    found = []
    for word, until in zip(marks, [*(word.at for word in inside), end], strict=True):
        own = interval if word.next_update is None else min(interval, word.next_update - word.at)
        is_last = ongoing and until == end
        found.append(Silence(word.at, until, own / MINUTE, until - word.at > own, is_last))
    return tuple(found)


def longest(found: Sequence[Silence]) -> tuple[Silence, float] | None:
    """The silence that was longest against its promise, and how many times the promise it was."""
    if not found:
        return None
    ratios = [minutes_between(one.start, one.end) / one.promised_minutes for one in found]
    most = max(range(len(found)), key=ratios.__getitem__)
    return found[most], ratios[most]


def next_updates(said: Sequence[Word], cutoff: Cutoff) -> tuple[int, int]:
    """How many words promised for a moment came by then, and how many can be judged at the cut-off."""
    kept = judged = 0
    for place, word in enumerate(said):
        if word.next_update is None:
            continue
        follows = said[place + 1].at if place + 1 < len(said) else None
        if follows is not None and follows <= word.next_update:
            kept, judged = kept + 1, judged + 1
        elif word.next_update < cutoff.at:
            judged += 1
    return kept, judged
