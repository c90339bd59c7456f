"""The days with an incident: the strip of 53 weeks, the rule of counting, and the same days counted by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scorecard.model.lexical import Gap
from scorecard.model.records import Entry
from scorecard.model.records.base import SEVERITIES
from scorecard.model.records.incident import Incident
from scorecard.present import addresses
from scorecard.present.charts import calendar as chart
from scorecard.present.charts.calendar import Calendar, Spell
from scorecard.present.desk import Desk
from scorecard.present.words import Words, terms


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month: days with an incident, and how many of them were of each severity at worst; '0' for none."""

    name: str
    days: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentDays:
    """The figure: finding, what it is, the strip, the key, the rule, the months, and where the data are."""

    finding: str
    subtitle: str
    chart: Calendar
    key: tuple[tuple[str, str], ...]  # severity or 'blank', words
    rule: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[MonthRow, ...]
    csv: str
    svg: str


def make(desk: Desk, id: str = "days") -> IncidentDays | None:
    """The figure up to the cut-off's day; None where there is no incident at all."""
    words, last = desk.words, desk.today
    entries = [entry for entry in desk.records.incidents if _counts(entry)]
    if not entries:
        return None
    spells = [spell for entry in entries if (spell := _spell(desk, entry)) is not None]
    start = chart.start_of(last)
    since = max(start, min(_first_record(desk, entries), last))
    days = chart.worst_by_day(spells, since, last)
    total = (last - since).days + 1
    title = finding(words, days, total)
    what = words.say("Days with an incident, {first} to {last}.", first=words.day(since), last=words.day(last))
    picture = chart.make(
        id, title, _description(words, days, what), days, since, last, [words.month(m) for m in range(1, 13)]
    )
    key = [(name, terms.severity(words, name)) for name in SEVERITIES]
    if picture.blanks and since > start:
        key.append(("blank", words.say("not on record")))
    return IncidentDays(
        finding=title,
        subtitle=what + " " + words.say("Each box is a day, each column a week that begins on Monday."),
        chart=picture,
        key=tuple(key),
        rule=(*rule(words), *_unknown_ends(desk, entries, since)),
        heads=tuple(terms.severity(words, name) for name in SEVERITIES),
        rows=tuple(_rows(words, days, since, last)),
        csv=addresses.DATA + "incidents.csv",
        svg=addresses.DATA + "incident-days.svg",
    )


def finding(words: Words, days: Mapping[date, str], total: int) -> str:
    """On how many days something was wrong, and how bad it was at worst."""
    if not days:
        return words.say("None of the last {total} days had an incident on our list", total=words.number(total))
    worst = next(name for name in SEVERITIES if name in days.values())
    facts = {
        "n": words.number(len(days)),
        "total": words.number(total),
        "worst": words.number(sum(name == worst for name in days.values())),
    }
    if worst == "critical":
        return words.say("{n} of the last {total} days had an incident, on {worst} a critical one", **facts)
    if worst == "major":
        return words.say("{n} of the last {total} days had an incident, on {worst} a major one", **facts)
    return words.say("{n} of the last {total} days had an incident, none worse than minor", **facts)


def rule(words: Words) -> tuple[str, ...]:
    """How days are counted, in full."""
    return (
        words.say("A day counts from the day an incident began to the day it was put right, both included."),
        words.say("Where nobody knows when it began, it counts from the day we knew."),
        words.say("A day with several shows the worst. No incident counts in part, however few people it touched."),
        words.say("Planned work that we announced before does not count."),
    )


def _counts(entry: Entry[Incident]) -> bool:
    return not entry.record.is_maintenance and entry.record.parent is None


def _spell(desk: Desk, entry: Entry[Incident]) -> Spell | None:
    """The days of an incident on the organisation's clock; the day it was known alone where its times are in doubt."""
    one, words = entry.record, desk.words
    known = one.first_known
    if known is None:
        return None
    begun = one.started if isinstance(one.started, datetime) else known
    if one.times_doubtful:
        begun, ended = known, known
    elif isinstance(one.resolved, datetime):
        ended = one.resolved
    else:
        ended = desk.as_of if desk.reading(entry.id).resolve_open or one.resolved is Gap.NOT_YET else known
    first, last = words.local(min(begun, known)).date(), words.local(min(ended, desk.as_of)).date()
    return Spell(one.severity, first, max(first, last))


def _unknown_ends(desk: Desk, entries: Sequence[Entry[Incident]], since: date) -> list[str]:
    """How many incidents in the picture stand with fewer days than they may have had."""
    words, number = desk.words, 0
    for entry in entries:
        known = entry.record.first_known
        ended = isinstance(entry.record.resolved, datetime) and not entry.record.times_doubtful
        open_ = desk.reading(entry.id).resolve_open or entry.record.resolved is Gap.NOT_YET
        if known is not None and not ended and not (open_ and not entry.record.times_doubtful):
            number += words.local(known).date() >= since
    if not number:
        return []
    return [
        words.count(
            "For {n} incident we do not know the end, so it counts up to the day we knew.",
            "For {n} incidents we do not know the end, so they count up to the day we knew.",
            number,
        )
    ]


def _first_record(desk: Desk, entries: Sequence[Entry[Incident]]) -> date:
    """Since when incidents are written down, as far as one can tell: a quarter's first day, never after an incident."""
    known = [desk.words.local(at).date() for entry in entries if (at := entry.record.first_known) is not None]
    calendar, scored = desk.organisation.calendar, desk.organisation.scored_from
    starts = [calendar.start(calendar.quarter_of(day)) for day in known]
    if scored is not None:
        starts.append(calendar.start(scored))
    return min(starts, default=desk.today)


def _description(words: Words, days: Mapping[date, str], what: str) -> str:
    parts = [words.say("A calendar strip of weeks."), what]
    if days:
        parts.append(
            words.say(
                "The first such day is {first}, the last {last}.",
                first=words.day(min(days)),
                last=words.day(max(days)),
            )
        )
    return " ".join(parts)


def _rows(words: Words, days: Mapping[date, str], since: date, last: date) -> list[MonthRow]:
    """Every month in the picture, the newest first; the number of days of each severity at worst."""
    rows, day = [], last
    while day >= since:
        own = [name for one, name in days.items() if (one.year, one.month) == (day.year, day.month)]
        rows.append(
            MonthRow(
                name=words.month_of(day),
                days=words.number(len(own)),
                counts=tuple(words.number(own.count(name)) for name in SEVERITIES),
            )
        )
        day = day.replace(day=1) - timedelta(days=1)
    return rows
