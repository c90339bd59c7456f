"""Two files with one id.

Why
    The id is the address of the page. Two records with one id would be drawn over each other, also when they lie in
    folders of different years.

How to fix
    Rename one of the files.

Wrong
    # data/dialogue/2025/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2025-11-03
    question: Are there lead pipes in my street?
    # data/dialogue/2026/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Are there lead pipes in my street?

Right
    # data/dialogue/2025/lead-pipes.yml
    with: customers
    started_by: customers
    asked: 2025-11-03
    question: Are there lead pipes in my street?
    # data/dialogue/2026/lead-pipes-again.yml
    with: customers
    started_by: customers
    asked: 2026-05-10
    question: Are there lead pipes in my street?
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC602"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Within each kind of record, without regard to capital letters."""
    groups: list[tuple[Entry[Any], ...]] = [
        records.waves,
        records.incidents,
        records.promises,
        records.dialogue,
        records.risks,
        records.decisions,
        records.enquiries,
        records.corrections,
    ]
    for entries in groups:
        seen: dict[str, Entry[Any]] = {}
        for entry in entries:
            first = seen.setdefault(entry.id.casefold(), entry)
            if first is not entry:
                yield RULE.at(
                    entry,
                    Place(entry.file),
                    f"the id '{entry.id}' is taken by {first.file}",
                    label="second file with this id",
                    help="rename one of the two files",
                    also=[(Place(first.file), "the other file")],
                )
