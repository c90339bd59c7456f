"""A record that was published is gone, or has another name.

Why
    Its page and its figures were public, and others link to them. A file name is the address of a page.

How to fix
    Bring the file back under its old name: `git checkout REF -- FILE`.
    What was wrong in it is mended with a correction; a duplicate names the other as its `parent`.

Wrong
    # data/promises/letters-in-a-week.yml
    title: Answer letters within a week  # was in faster-letters.yml
    made: 2026-01-10
    due: 2026-05-31
    measure: Letters answered within seven days
    history:
      - {at: 2026-06-01, state: kept}

Right
    # data/promises/faster-letters.yml
    title: Answer letters within a week
    made: 2026-01-10
    due: 2026-05-31
    measure: Letters answered within seven days
    history:
      - {at: 2026-06-01, state: kept}
"""

from collections.abc import Iterator

from scorecard.model.problems import Problem, Severity
from scorecard.validate.history.settled import History
from scorecard.validate.rule import Rule, excerpt

CODE = "SC652"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(history: History) -> Iterator[Problem]:
    """Records without a file; one whose file cannot be read is told elsewhere."""
    for pair in history.pairs:
        file = pair.before.file
        if pair.after is None and file not in history.unread:
            yield RULE.at(
                pair.before,
                (),
                f"{pair.kind} {excerpt(pair.before.id)} was published at {excerpt(history.since)} and is gone",
                label="deleted or renamed",
                help=f"bring it back under this name: git checkout {history.since} -- {file}",
                source="",
            )
