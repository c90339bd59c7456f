"""A repair or a measure against a risk: what, who, by when, and whether it is late. Late ones say so in public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.model.records.incident import Action
from scorecard.present.desk import Desk


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action: its state with the day that matters, and who answers for it."""

    what: str
    state: str
    late: bool
    owner: str


def lines(desk: Desk, actions: Iterable[Action]) -> tuple[ActionLine, ...]:
    """Late ones first, then those to come by date, then the done ones, the newest first."""
    return tuple(_line(desk, action) for action in sorted(actions, key=lambda action: _order(desk, action)))


def _order(desk: Desk, action: Action) -> tuple[int, int]:
    due = action.renegotiated or action.due
    if action.done is not None and action.done <= desk.today:
        return 2, -action.done.toordinal()
    return (0 if due < desk.today else 1), due.toordinal()


def _line(desk: Desk, action: Action) -> ActionLine:
    words = desk.words
    due = action.renegotiated or action.due
    if action.done is not None and action.done <= desk.today:
        days = (action.done - due).days
        state = words.say("Done {day}", day=words.short_day(action.done))
        if days > 0:
            state = words.say("Done {day}, {days} late", day=words.short_day(action.done), days=words.days(days))
        late = False
    else:
        late = due < desk.today
        pattern = words.say("Overdue since {day}") if late else words.say("Due {day}")
        state = pattern.format(day=words.short_day(due))
    owner = words.say("Owner: {owner}.", owner=action.owner or words.say("not stated"))
    if action.renegotiated is not None:
        owner += " " + words.say("First date: {day}.", day=words.short_day(action.due))
    return ActionLine(action.what, state, late, owner)
