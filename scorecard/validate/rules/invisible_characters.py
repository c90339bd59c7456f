"""Characters that nobody can see.

Why
    They come along when text is copied from a page or a word processor. Search does not find the word, and a reader can
    be shown something else than what stands there.

How to fix
    Delete the word and type it again.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: "Pages were sl\\u200bow"
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, count, listed
from scorecard.validate.unseen import invisible, name_of

CODE = "SC708"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """One problem for each text, with the code points; joiners that a script or an emoji needs are fine."""
    for texts in records.texts_like(_any):
        told: dict[Loc, list[tuple[int, str]]] = {}
        for start, char in invisible(texts.joined):
            told.setdefault(texts.at(start)[0], []).append((start, char))
        for finds in told.values():
            names = listed(dict.fromkeys(name_of(char) for _, char in finds), 4)
            yield RULE.at(
                texts.entry,
                texts.place(*finds[0]),
                f"this text holds {count(len(finds), 'character')} that nobody can see: {names}",
                label="here" if len(finds) == 1 else "the first one",
                help="delete the word and type it again",
            )


def _any(text: str) -> bool:
    return not text.isascii() and any(True for _ in invisible(text))
