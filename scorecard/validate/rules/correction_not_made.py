"""The record still says something else than its correction.

Why
    A correction tells readers what the figure is now. The site shows what stands in the record. Both must agree.

How to fix
    Correct the record as well, or the `is` of the correction.

Wrong
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2026-Q1
    field: invited
    was: 6000
    is: 4500
    label: C
    found: 2026-04-21
    published: 2026-04-22
    reason: The agency's first report was used.

Right
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2026-Q1
    field: invited
    was: 6000
    is: 5400
    label: C
    found: 2026-04-21
    published: 2026-04-22
    reason: The agency's first report was used.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.nodes import Mapping, Scalar
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Correction, Entry
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, excerpt
from scorecard.validate.targets import target_of

CODE = "SC612"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The last correction of a field that stands at the top of its record as one value."""
    last: dict[tuple[str, str, str], Entry[Correction]] = {}
    for entry in sorted(records.corrections, key=lambda one: (one.record.published, one.file)):
        target = target_of(entry.record)
        if target is not None:
            last[(target.kind, f"{target.quarter or target.name}/{target.audience}", entry.record.field.strip())] = (
                entry
            )
    for (_, _, field), entry in last.items():
        for subject in _subjects(records, entry.record):
            now = subject.root.get(field) if isinstance(subject.root, Mapping) else None
            if isinstance(now, Scalar) and now.text.split() != entry.record.is_.split():
                yield RULE.at(
                    entry,
                    ("is",),
                    f"the correction says {field} is {excerpt(entry.record.is_)}, "
                    f"but {subject.file} says {excerpt(now.text)}",
                    label="not what the record says",
                    help="correct the record as well, or the correction",
                    also=[(subject.place(field), "the record")],
                )


def _subjects(records: Checked, correction: Correction) -> list[Entry[Any]]:
    """The one record a correction concerns; none when it is not clear which."""
    target = target_of(correction)
    groups: dict[str, tuple[Entry[Any], ...]] = {
        "incident": records.incidents,
        "promise": records.promises,
        "dialogue": records.dialogue,
        "risk": records.risks,
        "decision": records.decisions,
    }
    if target is None:
        return []
    if target.kind == "survey":
        waves = [w for w in records.series.get(target.audience, ()) if w.record.quarter == target.quarter]
        return [*waves] if len(waves) == 1 else []
    if target.kind == "enquiries" and target.quarter is not None:
        return [entry for entry in records.enquiries if entry.id == target.quarter.slug]
    return [entry for entry in groups.get(target.kind, ()) if entry.id == target.name]
