"""A word that is too long for any screen.

Why
    A word without a break cannot be wrapped where people expect it. Mostly something was pasted by accident.

How to fix
    Shorten the word, or put blanks into it. Addresses belong into `links`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: "Pages were sloooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo\\
      oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo\\
      oooooooooooooooooooooooooooooow"
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

import re
from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC710"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


_LONGEST = 200
_LONG = re.compile(rf"[^\s\x00]{{{_LONGEST + 1},}}")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Over 200 letters without a blank; links, and scripts that write without blanks, are fine."""
    for texts in records.texts_like(lambda text: _LONG.search(text) is not None):
        for match in _LONG.finditer(texts.joined):
            word = match[0]
            ascii_letters = sum(char.isascii() for char in word)
            if word.startswith(("https://", "http://", "mailto:")) or ascii_letters * 2 < len(word):
                continue
            yield RULE.at(
                texts.entry,
                texts.place(match.start(), word),
                f"a word of {len(word):,} letters",
                label=f"over {_LONGEST}",
                help="shorten it, or put blanks into it",
            )
