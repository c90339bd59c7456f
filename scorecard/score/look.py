"""One look at one incident: what had been said, and what had ended, by the cut-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from scorecard.model.lexical import Gap
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import DurationRule
from scorecard.model.transparency import Silence
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import MINUTE, Cutoff, duration_score, minutes_between
from scorecard.score.silences import Word, silences, words


class Clock(NamedTuple):
    """A duration in minutes (None: unknown) with its score (None: left out). `open`: it still runs."""

    minutes: float | None = None
    score: float | None = None
    open: bool = False


@dataclass(slots=True)
class Look:
    """What can be seen of an incident at a cut-off. `told` and `ended` are None where that is not seen or not known."""

    item: Item
    archive: Archive
    cutoff: Cutoff
    incident: Incident = field(init=False)
    said: tuple[Word, ...] = field(init=False)
    told: datetime | None = field(init=False)
    ended: datetime | None = field(init=False)
    is_open: bool = field(init=False)
    children: tuple[Item, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.incident = self.item.incident
        self.said = words(self.incident, self.cutoff)
        self.told = self.seen(self.incident.notified)
        self.ended, self.is_open = self._end()
        children = (self.archive.items[id] for id in self.item.children)
        self.children = tuple(one for one in children if one.known_at is not None and self.cutoff.seen(one.known_at))

    def seen(self, clock: datetime | Gap | None) -> datetime | None:
        """The moment, where it counts."""
        return clock if isinstance(clock, datetime) and self.cutoff.seen(clock) else None

    def _end(self) -> tuple[datetime | None, bool]:
        """When it ended, and whether it is open. Where no time stands, a last word that says resolved is the end."""
        resolved = self.incident.resolved
        if isinstance(resolved, datetime):
            return (resolved, False) if self.cutoff.seen(resolved) else (None, True)
        said = [u for u in self.incident.updates if self.cutoff.seen(u.at) and u.status != "postmortem"]
        last = max(said, key=lambda update: update.at, default=None)
        if last is not None and last.status == "resolved":
            return last.at, False
        return None, resolved is Gap.NOT_YET

    @property
    def is_doubtful(self) -> bool:
        """True where the record says that its times cannot be trusted: no duration is judged."""
        return self.incident.times_doubtful is not None

    @property
    def unknown_notice(self) -> bool:
        """True where nobody wrote down when the first word came."""
        return self.incident.notified is Gap.UNKNOWN

    @property
    def was_told(self) -> bool:
        """True where a first word came, known when or not."""
        return self.told is not None or self.unknown_notice

    @property
    def told_after_end(self) -> bool:
        """True where the first word came only when it was over."""
        if self.told is None:
            return False
        return self.incident.retroactive or (self.ended is not None and self.ended <= self.told)

    def until_told(self, start: datetime | Gap, rule: DurationRule) -> Clock:
        """The clock from a moment to the first word. An unknown scores 0; a word after the end is never instant."""
        if self.is_doubtful:
            return Clock()
        if not isinstance(start, datetime) or self.unknown_notice:
            return Clock(score=0.0)
        end = self.told or self.cutoff.at
        minutes = minutes_between(start, end)
        if self.told_after_end and minutes == 0:
            started = self.incident.started
            minutes = minutes_between(started, end) if isinstance(started, datetime) else 0.0
            if minutes == 0:
                return Clock(score=0.0)
        score = duration_score(minutes, rule.target / MINUTE, rule.limit / MINUTE)
        return Clock(minutes, score, self.told is None)

    def silences(self) -> tuple[Silence, ...]:
        """Stretches without a word, from the first word to the end; from first known where none came before the end."""
        start = self.told
        if start is None or self.told_after_end:
            start = self.incident.known if isinstance(self.incident.known, datetime) else None
        end = self.cutoff.at if self.is_open else self.ended
        if end is None and self.said:
            end = self.said[-1].at
        if self.is_doubtful or self.unknown_notice or start is None or end is None or end <= start:
            return ()
        interval = self.archive.organisation.update_interval(self.incident.severity)
        return silences(self.said, start, end, interval, self.is_open)

    def minutes_to_resolve(self) -> float | None:
        """From the start to the end, so far while it is open; None where either is unknown."""
        started = self.incident.started
        if self.is_doubtful or not isinstance(started, datetime):
            return None
        if self.is_open:
            return self.cutoff.minutes_since(started)
        is_known = self.ended is not None and self.incident.resolved is not Gap.UNKNOWN
        return minutes_between(started, self.ended) if self.ended is not None and is_known else None
