"""A key, token or password in the data.

Why
    Whoever reads the public page can use it. It is also in the history of the repository now.

How to fix
    Take it out, and make a new one at once: the old one must be seen as known to others.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    description: Somebody used the key AKIAIOSFODNN7EXAMPLE.

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    description: Somebody used a key of ours. It is blocked.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.keys import secrets, suspicious
from scorecard.validate.rule import Rule, listed

CODE = "SC706"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """One problem for each text; the secret is not repeated, not even in the line shown."""
    for texts in records.texts_like(suspicious):
        told: dict[Loc, list[tuple[int, str, str]]] = {}
        for start, found, kind in secrets(texts.joined):
            told.setdefault(texts.at(start)[0], []).append((start, found, kind))
        for finds in told.values():
            place = texts.place(finds[0][0], finds[0][1])
            line = texts.entry.line(place)
            for _, found, _ in finds:
                line = line.replace(found, found[:4] + "*" * (len(found) - 4))
            yield RULE.at(
                texts.entry,
                place,
                f"this text holds {listed(dict.fromkeys(kind for _, _, kind in finds))}",
                label="secret",
                help="take it out and make a new one at once: this one must be seen as known to others",
                source=line,
            )
