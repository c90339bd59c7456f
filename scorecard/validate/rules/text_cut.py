"""A text that may have been cut at a #.

Why
    In YAML a # after a blank begins a comment. "We closed ticket #4711 today" without quotes is read as "We closed
    ticket", and the rest is lost in silence.

How to fix
    Put the text in quotes. If it is a comment, leave a blank after the #, or put it on a line of its own.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow, ticket #4711 and others
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: "Pages were slow, ticket #4711 and others"
    kind: service   # see the list in the manual
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
"""

import re
from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, excerpt

CODE = "SC701"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


#: One blank, and no blank after the #: people write comments with room around them.
_CUT = re.compile(r" (#(?:[^\s#]|\s?\d)[^\n]*)")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Unquoted texts with something that looks like more text behind a #."""
    for texts in records.texts_written(lambda text: _CUT.search(text) is not None):
        lines = texts.entry.lines
        for _, scalar in texts.scalars:
            if not scalar.plain or not 0 < scalar.end_line <= len(lines):
                continue
            line = lines[scalar.end_line - 1]
            cut = _CUT.match(line, scalar.end_column - 1)
            if cut is not None:
                place = Place(texts.entry.file, scalar.end_line, cut.start(1) + 1, len(cut[1]))
                yield RULE.at(
                    texts.entry,
                    place,
                    f"this text ends at '{excerpt(scalar.text[-30:])}': the rest of the line is a comment",
                    label="not read",
                    help="put the text in quotes; if it is a comment, leave a blank after the #",
                )
