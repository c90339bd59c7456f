"""Putting right after trust broke: what incidents say about repairs and about causes that come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from scorecard.model.quarters import Quarter
from scorecard.model.records.incident import Action
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import Cutoff


@dataclass(frozen=True, slots=True)
class Amends:
    """Answers what the state machine asks about repairs (states.Repairs), each time as seen at a quarter's cut-off.

    The incidents behind a break are those of our own fault in the break quarter or the one before. Where these name no
    action, every action of an incident from the break quarter on counts. A later date that was agreed and published
    takes the place of the first one.
    """

    archive: Archive
    as_of: datetime

    def published(self, broke: Quarter, at: Quarter) -> int:
        """Repair actions of the incidents behind the break."""
        return len(self._actions(broke, at))

    def overdue(self, broke: Quarter, at: Quarter) -> int:
        """Those of them past their due date and not done."""
        day = self._cutoff(at).day
        return sum(_overdue(action, day) for action in self._actions(broke, at))

    def repeat(self, broke: Quarter, at: Quarter) -> tuple[str, str] | None:
        """A critical or major incident of our own fault in this quarter with a cause that was said to be mended.

        The cause is one of an incident behind the break, or named with the break in organisation.yml; its repair was
        done by then, or was overdue.
        """
        behind = self._behind(broke, at)
        declared = self._declared(broke)
        causes = {item.incident.cause for item in behind if item.incident.cause} | declared
        for item in self._known(at):
            incident = item.incident
            if item.quarter != at or item in behind or item.root is not None or item.known_at is None:
                continue
            if incident.fault != "ours" or incident.severity == "minor" or incident.cause not in causes:
                continue
            repairs = [
                action for one in behind if one.incident.cause == incident.cause for action in one.incident.actions
            ]
            if not repairs and incident.cause in declared:
                repairs = list(self._actions(broke, at))
            day = self.archive.almanac.day(item.known_at)
            if any(_done(action, day) or _overdue(action, day) for action in repairs):
                return item.id, incident.cause or ""
        return None

    def _declared(self, broke: Quarter) -> set[str]:
        named = self.archive.organisation.break_
        return set(named.causes) if named is not None and named.quarter in (broke, broke.plus(-1)) else set()

    def _actions(self, broke: Quarter, at: Quarter) -> tuple[Action, ...]:
        own = tuple(action for item in self._behind(broke, at) for action in item.incident.actions)
        later = (item for item in self._known(at) if item.quarter is not None and broke <= item.quarter)
        return own or tuple(action for item in later for action in item.incident.actions)

    def _behind(self, broke: Quarter, at: Quarter) -> list[Item]:
        quarters = (broke.plus(-1), broke)
        return [item for item in self._known(at) if item.incident.fault == "ours" and item.quarter in quarters]

    def _known(self, at: Quarter) -> Iterator[Item]:
        cutoff = self._cutoff(at)
        for item in self.archive.items.values():
            if not item.incident.is_maintenance and item.known_at is not None and cutoff.seen(item.known_at):
                yield item

    def _cutoff(self, at: Quarter) -> Cutoff:
        return self.archive.almanac.cutoff(at, self.as_of)


def _done(action: Action, day: date) -> bool:
    return action.done is not None and action.done <= day


def _overdue(action: Action, day: date) -> bool:
    return (action.renegotiated or action.due) < day and not _done(action, day)
