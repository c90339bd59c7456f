"""A published figure, time or judging word was changed, and no correction says so.

Why
    Readers rely on what was published. A figure that changes in silence costs more trust than the mistake it mends.
    Texts may be improved at any time; figures, times, severity and fault may not.

How to fix
    Write a file in data/corrections that names the record and the field, with what was wrong and why.
    If the change was a slip, put the old value back.

Wrong
    # data/promises/faster-letters.yml
    title: Answer letters within a week
    made: 2026-01-10
    due: 2026-05-31  # was 2026-03-31
    measure: Letters answered within seven days
    history:
      - {at: 2026-06-01, state: kept}

Right
    # data/promises/faster-letters.yml
    title: Answer letters within a week
    made: 2026-01-10
    due: 2026-05-31  # was 2026-03-31
    measure: Letters answered within seven days
    history:
      - {at: 2026-06-01, state: kept}
    # data/corrections/2026-06-02-letters-due.yml
    concerns: promise:faster-letters
    field: due
    was: 2026-03-31
    is: 2026-05-31
    label: C
    found: 2026-06-01
    published: 2026-06-02
    reason: The file named the first day of the trial. The printed promise says the end of May.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.nodes import Loc, Mapping, Node, Scalar, Sequence
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.validate.history.settled import History, changes
from scorecard.validate.rule import Rule, excerpt

CODE = "SC651"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(history: History) -> Iterator[Problem]:
    """Settled values that differ, one problem each."""
    for pair in history.pairs:
        for loc, old, new in changes(pair):
            if pair.after is None or history.is_corrected(pair, loc):
                continue
            was, now = _said(pair.before, loc, old), _said(pair.after, loc, new)
            name = ".".join(str(step + 1 if isinstance(step, int) else step) for step in loc)
            became = f"is {now} now" if now else "is gone now"
            yield RULE.at(
                pair.after,
                _steps(pair.after, loc),
                f"{excerpt(name)} was {was} at {excerpt(history.since)} and {became}",
                label=f"was {was}"[:60],
                help=f"write a correction of {pair.kind}:{pair.before.id}, field {loc[-1]}; or put the old value back",
            )


def _said(entry: Entry[Any], loc: Loc, value: object) -> str:
    """As it was written, or else the value."""
    node: Node | None = entry.root
    for step in _steps(entry, loc):
        node = node.get(step) if isinstance(node, Mapping) and isinstance(step, str) else _item(node, step)
    if isinstance(node, Scalar):
        return excerpt(node.text)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%MZ}"
    if isinstance(value, (list, tuple)):
        return excerpt(f"[{', '.join(map(str, value))}]")
    return excerpt(str(value))


def _item(node: Node | None, step: str | int) -> Node | None:
    return node.items[step] if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items) else None


def _steps(entry: Entry[Any], loc: Loc) -> Loc:
    """The location with positions in place of ids of list items."""
    node, steps = entry.root, []
    for step in loc:
        found: str | int = step
        if isinstance(node, Sequence) and isinstance(step, str):
            found = next((i for i, one in enumerate(node.items) if _has_id(one, step)), 0)
        steps.append(found)
        node = node.get(found) if isinstance(node, Mapping) and isinstance(found, str) else _item(node, found)
    return tuple(steps)


def _has_id(node: Node, id: str) -> bool:
    own = node.get("id") if isinstance(node, Mapping) else None
    return isinstance(own, Scalar) and own.text == id
