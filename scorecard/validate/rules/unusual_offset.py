"""A time whose offset is not the one of the organisation's zone.

Why
    A wrong offset moves an incident by hours. Often it is the offset of the other season, or local time with a Z, which
    means UTC.

How to fix
    Leave the offset out: the time is then local time. Where the offset is right, acknowledge the warning.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20+01:00
    notified: 2026-05-04T10:41+02:00
    resolved: 2026-05-04T11:30+02:00

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20+02:00
    notified: 2026-05-04T10:41+02:00
    resolved: 2026-05-04T11:30+02:00
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC703"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


_ANY_OFFSET = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*([Zz]|[+-]\d\d)?")
_OFFSET = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ]+(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*([Zz]|[+-]\d\d:?(?:\d\d)?)?")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Other offsets than the zone has then; UTC among local times. The first of each entry."""
    for texts in records.texts_written(partial(_may_be, records)):
        read = [(loc, _OFFSET.fullmatch(scalar.text.strip())) for loc, scalar in texts.times]
        times = [(loc, match) for loc, match in read if match is not None]
        local = any(match[3] is None for _, match in times)
        for loc, match in times:
            if match[3] is None or (match[3] in "Zz" and not local):
                continue
            away, here = _away(match[3]), _usual(records, match)
            if away != here:
                utc = match[3] in "Zz"
                yield RULE.at(
                    texts.entry,
                    loc,
                    f"{match[0]} is UTC, but other times here are local"
                    if utc
                    else f"{match[0]} has the offset {match[3]}, but {records.zone.key} has {_words(here)} then",
                    label="UTC?" if utc else "unusual",
                    help="leave the offset out for local time",
                )
                break


def _may_be(records: Checked, text: str) -> bool:
    """A quick look at a whole file: False where no time in it can be unusual."""
    if "\\" in text:  # may be a letter in disguise
        return True
    offsets = _ANY_OFFSET.findall(text)
    kinds = set(offsets)
    if not kinds <= {"", "Z", "z"}:
        whole = [match for match in _OFFSET.finditer(text) if match[3] is not None and match[3] not in "Zz"]
        if len(whole) != sum(offset not in ("", "Z", "z") for offset in offsets):
            return True
        return not kinds.isdisjoint("Zz") or any(_away(match[3]) != _usual(records, match) for match in whole)
    return "" in kinds and len(kinds) > 1


def _usual(records: Checked, time: re.Match[str]) -> timedelta | None:
    return datetime.fromisoformat(f"{time[1]}T{time[2]}").replace(tzinfo=records.zone).utcoffset()


def _away(offset: str) -> timedelta:
    if offset in "Zz":
        return timedelta()
    digits = offset[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return away if offset[0] == "+" else -away


def _words(away: timedelta | None) -> str:
    minutes = int((away or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
