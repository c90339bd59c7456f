"""The text of an entry taken apart, where it has a form: a time and a state before each word, or one state above all.

Statuspage and Instatus write the first form, and above it what is planned and what is affected. Its times have no year:
it is the one that fits between the first and the last stamp of the entry. incident.io writes the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import NAMED, Desk
from scorecard.importers.incidents.found import Said
from scorecard.importers.incidents.statuspage import STATUSES

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = (
    r"(?P<month>[A-Z][a-z]{2})[a-z]* +(?P<day>\d{1,2}), +(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?: *(?P<half>[AaPp])[Mm])?"
)
_ZONE = r"(?: +(?P<zone>(?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?|(?![AP]M\b)[A-Z]{1,5}|[+-]\d{2}:?\d{2}))?"
_STATE = (
    r"(?P<state>Investigating|Identified|Monitoring|Update|Resolved|Postmortem|Scheduled|In progress|Verifying|"
    r"Completed)"
)
_WORD = re.compile(rf"{_TIME}{_ZONE}\s*{_STATE}\s*[-–—]\s*(?P<text>.*)", re.DOTALL)
_PLANNED = re.compile(r".*THIS IS A SCHEDULED EVENT.*|Type: *Maintenance", re.IGNORECASE | re.DOTALL)
#: With a beginning and an end, of which the data format holds the beginning.
_EVENT = re.compile(rf"(?i:THIS IS A SCHEDULED EVENT)\s+{_TIME}(?:\s*[-–—].*?)?{_ZONE}", re.DOTALL)
_PARTS = re.compile(r"Affected Components: *(.+)")
_STANDING = re.compile(rf"Status: *{_STATE}")
_OFFSET = re.compile(r"(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?")
#: An entry is stamped when its first word is written; a word may be some hours older in another zone's account.
_SLACK = timedelta(days=2)
#: Beside a single stamp, which may be that of the first or of the last word; and for what is planned.
_ALONE = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Words:
    """`said`: the words taken apart, oldest first. `whole`: the whole text.

    `last`: where the source keeps the last word only, its state.
    """

    said: tuple[Said, ...]
    whole: str | None
    planned: bool
    planned_for: datetime | None
    parts: tuple[str, ...]
    last: str | None


def apart(blocks: Sequence[str], stamps: Sequence[datetime], title: str, desk: Desk) -> Words:
    """The paragraphs of an entry with these stamps."""
    made: list[tuple[re.Match[str], list[str]]] = []
    above: list[str] = []
    for block in blocks:
        match = _WORD.fullmatch(block)
        if match:
            made.append((match, [match["text"]]))
        else:
            (made[-1][1] if made else above).append(block)
    said = []
    slack = _SLACK if len(stamps) > 1 else _ALONE
    for match, texts in made:
        at = _at(match, stamps, slack, title, desk)
        text = desk.text("\n\n".join(texts), title)
        if at and text:
            said.append(Said(at, _status(match), text))
    if made and not said:
        desk.say(f"{title}: none of the times in its text can be understood; the stamp of the entry is used")
    event = next((match for block in above if (match := _EVENT.fullmatch(block))), None)
    standing = _STANDING.fullmatch(blocks[0].split("\n")[0]) if blocks and not made else None
    return Words(
        tuple(sorted(said, key=lambda word: word.at)),
        desk.text("\n\n".join(blocks), title),
        any(_PLANNED.fullmatch(block) for block in blocks),
        _at(event, stamps, _ALONE, title, desk) if event else None,
        said_of.texts([name for block in above for many in _PARTS.findall(block) for name in many.split(", ")]),
        _status(standing) if standing else None,
    )


def _status(match: re.Match[str]) -> str:
    return STATUSES.get("-".join(match["state"].lower().split()), "update")


def _at(match: re.Match[str], stamps: Sequence[datetime], slack: timedelta, title: str, desk: Desk) -> datetime | None:
    name = match["month"].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    rest = (hour, int(match["minute"]), int(match["second"] or 0))
    for year in dict.fromkeys(stamp.year + step for stamp in stamps for step in (0, -1, 1)):
        try:
            local = datetime(year, month, int(match["day"]), *rest)  # noqa: DTZ001 - the zone follows
        except ValueError:
            continue
        near = local.replace(tzinfo=UTC)
        if min(stamps) - slack <= near <= max(stamps) + slack:
            return _zoned(local, match["zone"], title, desk)
    desk.say(f"{title}: the time {match[0][:40].splitlines()[0]!r} in its text fits no year of the entry's stamps")
    return None


def _zoned(local: datetime, zone: str | None, title: str, desk: Desk) -> datetime | None:
    if zone in NAMED:
        return (local - timedelta(hours=NAMED[zone])).replace(tzinfo=UTC)
    if zone and (offset := _OFFSET.fullmatch(zone)):
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return (local - ahead if offset[1] == "+" else local + ahead).replace(tzinfo=UTC)
    if zone and zone[0] in "+-":
        return desk.moment(f"{local:%Y-%m-%d %H:%M:%S}{zone}", title)
    return desk.local(local, f"{title}, time in its text{f' ({zone})' if zone else ''}")
