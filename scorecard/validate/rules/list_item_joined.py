"""A list item that was read as part of the one above.

Why
    A dash needs a blank behind it and the same indent as its neighbours. Otherwise YAML joins the line to the text
    above, and two items become one.

How to fix
    Put a blank behind the dash, and all dashes of a list under each other.

Wrong
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    notes:
      - All figures are invented.
        - The region is not named.

Right
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    notes:
      - All figures are invented.
      - The region is not named.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC702"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


#: What a line that begins with a dash becomes in a text of several lines.
_JOINED = re.compile(r"\s-(?!-)")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Unquoted texts of several lines, one of which begins with a dash."""
    for texts in records.texts_like(lambda text: _JOINED.search(text) is not None):
        for _, scalar in texts.scalars:
            if not scalar.plain or scalar.end_line == scalar.line:
                continue
            for number in range(scalar.line + 1, scalar.end_line + 1):
                line = texts.entry.lines[number - 1] if number <= len(texts.entry.lines) else ""
                if re.match(r"\s*-(?!-)", line):
                    column = line.index("-") + 1
                    yield RULE.at(
                        texts.entry,
                        Place(texts.entry.file, number, column, 1),
                        "this line was read as part of the text above, not as an item of its own",
                        label="no item",
                        help="put a blank behind the dash, and all dashes of a list under each other",
                        also=[(Place(texts.entry.file, scalar.line, scalar.column), "the text begins here")],
                    )
                    break
