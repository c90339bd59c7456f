"""A correction concerns something that is not here.

Why
    The page of the figure tells readers that it was corrected. Without that page nobody learns of it.

How to fix
    Correct the name in `concerns`. If the record was taken out on purpose, acknowledge the warning.

Wrong
    # data/corrections/2026-04-22-q1-invited.yml
    concerns: survey:2025-Q1
    field: invited
    was: 6000
    is: 5400
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

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, excerpt, near
from scorecard.validate.targets import Target, target_of

CODE = "SC611"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Waves by quarter and audience, the others by id."""
    waves = {(wave.record.quarter, wave.record.audience) for wave in records.waves}
    known: dict[str, set[str]] = {
        "incident": {entry.id for entry in records.incidents},
        "promise": {entry.id for entry in records.promises},
        "dialogue": {entry.id for entry in records.dialogue},
        "risk": {entry.id for entry in records.risks},
        "decision": {entry.id for entry in records.decisions},
        "enquiries": {entry.id for entry in records.enquiries},
        "outcome": {one.id for one in records.outcomes.record.outcomes} if records.outcomes else set(),
    }
    for entry in records.corrections:
        target = target_of(entry.record)
        if target is None or target.kind == "method":
            continue
        if target.kind == "survey":
            found, hint = (target.quarter, target.audience) in waves, ""
        else:
            name = target.name if target.quarter is None else target.quarter.slug
            found, hint = name in known[target.kind], near(name, sorted(known[target.kind]))
        if not found and not _unread(records, target):
            yield RULE.at(
                entry,
                ("concerns",),
                f"'{excerpt(entry.record.concerns)}' is not here",
                label=hint or "not found",
                help="correct the name; without its page nobody learns of the correction",
            )


_FOLDERS = {
    "survey": "surveys",
    "incident": "incidents",
    "promise": "promises",
    "dialogue": "dialogue",
    "risk": "risks",
    "decision": "decisions",
    "enquiries": "enquiries",
}


def _unread(records: Checked, target: Target) -> bool:
    start = f"{target.name}." if target.quarter is None else target.quarter.slug
    outcomes = target.kind == "outcome" and "data/outcomes.yml" in records.unread
    return outcomes or records.may_stand_unread(_FOLDERS.get(target.kind, "-"), start)
