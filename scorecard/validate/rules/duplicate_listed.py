"""The same thing stands twice in a list of the organisation.

Why
    Two releases of one quarter, or a planned wave listed twice, would be counted twice or contradict each other.

How to fix
    Keep one of them. If a release was moved, keep the day that was announced first as `at`, and write when it really
    came as `published`.

Wrong
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    releases:
      - {quarter: 2026-Q2, at: 2026-07-20T10:00+02:00}
      - {quarter: 2026-Q2, at: 2026-07-27T10:00+02:00}

Right
    # data/organisation.yml
    name: Example Water
    url: https://trust.example.org
    contact: trust@example.org
    timezone: Europe/Rome
    segments: {household: {customers: 41000}, business: {customers: 7210}}
    releases:
      - {quarter: 2026-Q2, at: 2026-07-20T10:00+02:00}
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC582"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Releases, planned waves, languages; systems and risks of an incident."""
    organisation = records.organisation
    lists: list[tuple[Entry[Any], str, list[str], tuple[str, ...]]] = [
        (organisation, "releases", [str(one.quarter) for one in organisation.record.releases], ("quarter",)),
        (organisation, "waves_planned", [str(one) for one in organisation.record.waves_planned], ()),
        (organisation, "languages", list(organisation.record.languages), ()),
    ]
    lists += [(entry, "systems", list(entry.record.systems), ()) for entry in records.incidents]
    lists += [(entry, "risks", list(entry.record.risks or ()), ()) for entry in records.incidents]
    for entry, field, names, below in lists:
        if len(set(names)) == len(names):
            continue
        for index, name in enumerate(names):
            if name in names[:index]:
                yield RULE.at(
                    entry,
                    (field, index, *below),
                    f"'{name}' stands twice in '{field}'",
                    label="twice",
                    help="keep one of them",
                    also=[((field, names.index(name), *below), "first here")],
                )
