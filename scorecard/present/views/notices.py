"""How fast people were told, quarter by quarter: the counts in words, a mark per incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.model.quarters import Quarter
from scorecard.present import addresses
from scorecard.present.charts import notices as chart
from scorecard.present.charts.notices import Case, NoticeChart, Strip
from scorecard.present.desk import Desk
from scorecard.present.words import Words

#: So many quarters stand in the picture, the newest.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One quarter. `met` of `of` were told in time; the others could not be judged, which `detail` says."""

    href: str
    quarter: str
    kept: str
    detail: str
    half: str
    slowest: str
    met: int
    of: int
    strip: Strip


@dataclass(frozen=True, slots=True)
class Notices:
    """The figure: finding, what it is, a row per quarter (the newest first), the axis in words, key, data."""

    finding: str
    subtitle: str
    rows: tuple[NoticeRow, ...]
    chart: NoticeChart
    key: tuple[tuple[str, str], ...]  # shape, words
    notes: tuple[str, ...]
    csv: str
    svg: str


def make(desk: Desk) -> Notices | None:
    """The figure of the newest quarters; None where no incident has a time to draw."""
    words = desk.words
    known = [quarter for quarter in desk.incidents_by_quarter if quarter is not None]
    if not known:
        return None
    last = max(desk.this_quarter, *known)
    first = max(min(known), last.plus(1 - SHOWN))
    quarters = [last.plus(-back) for back in range(last.index - first.index + 1)]
    rows = [_cases(desk, quarter) for quarter in quarters]
    if not any(rows):
        return None
    promises = _promises(desk, quarters)
    picture = chart.make([[case for case, _ in row] for row in rows], words.duration, promises[0] if promises else None)
    told = [case for row in rows for case, _ in row]
    return Notices(
        finding=finding(words, told, first),
        subtitle=_subtitle(words, promises),
        rows=tuple(
            _row(desk, quarter, [case for case, _ in row], strip)
            for quarter, row, strip in zip(quarters, rows, picture.strips, strict=True)
        ),
        chart=picture,
        key=tuple(_key(words, told, promises)),
        notes=tuple(_notes(words, picture)),
        csv=addresses.DATA + "incidents.csv",
        svg=addresses.DATA + "first-word.svg",
    )


def finding(words: Words, cases: Sequence[Case], since: Quarter) -> str:
    """In how many cases the first word came in time."""
    met, of = _kept(cases)
    name = words.quarter(since)
    if not of:
        return words.say("No first word since {quarter} can be judged", quarter=name)
    if met == of:
        return words.count(
            "We told people in time in the one case since {quarter}",
            "We told people in time in all {n} cases since {quarter}",
            of,
            quarter=name,
        )
    return words.say(
        "We told people in time in {met} of {of} cases since {quarter}",
        met=words.number(met),
        of=words.number(of),
        quarter=name,
    )


def _kept(cases: Sequence[Case]) -> tuple[int, int]:
    return sum(case.kept is True for case in cases), sum(case.kept is not None for case in cases)


def _cases(desk: Desk, quarter: Quarter) -> list[tuple[Case, float | None]]:
    """The incidents of a quarter whose time is known, each with what was promised."""
    found = []
    for entry in desk.incidents_by_quarter.get(quarter, ()):
        reading = desk.reading(entry.id)
        if reading.counted and not entry.record.times_doubtful and reading.notice_minutes is not None:
            case = Case(reading.notice_minutes, reading.kept, reading.notice_open)
            found.append((case, reading.notice_promise_minutes))
    return found


def _promises(desk: Desk, quarters: Sequence[Quarter]) -> list[float]:
    """What was promised, in minutes, the most frequent first, the shorter of equal ones first."""
    counts = Counter(promise for one in quarters for _, promise in _cases(desk, one) if promise is not None)
    return sorted(counts, key=lambda minutes: (-counts[minutes], minutes))


def _subtitle(words: Words, promises: Sequence[float]) -> str:
    parts = [
        words.say("Time from when we knew to our first public word, one mark for each incident."),
        words.say("Further right is slower, and each step is a multiple."),
    ]
    if len(promises) > 1:
        listed = words.listed([words.duration(minutes) for minutes in sorted(promises)])
        parts.append(words.say("What we promise hangs on the kind: {times}.", times=listed))
    return " ".join(parts)


def _row(desk: Desk, quarter: Quarter, cases: Sequence[Case], strip: Strip) -> NoticeRow:
    words = desk.words
    met, of = _kept(cases)
    counted = sum(desk.reading(entry.id).counted for entry in desk.incidents_by_quarter.get(quarter, ()))
    half = chart.half_within(cases)
    worst = max(cases, key=lambda case: (case.minutes, case.open), default=None)
    slowest = words.duration(worst.minutes) if worst is not None else ""
    return NoticeRow(
        href=addresses.incidents_of(quarter) if quarter in desk.incidents_by_quarter else "",
        quarter=words.quarter(quarter),
        kept=words.say("{met} of {of}", met=words.number(met), of=words.number(of))
        if of
        else words.say("none to judge")
        if counted
        else words.say("no incident"),
        detail=words.count("{n} not known", "{n} not known", counted - of) if counted > of else "",
        half=words.duration(half) if half is not None else words.say("not yet") if cases else "",
        slowest=words.say("{time} so far", time=slowest) if worst is not None and worst.open else slowest,
        met=met,
        of=of,
        strip=strip,
    )


def _key(words: Words, cases: Sequence[Case], promises: Sequence[float]) -> list[tuple[str, str]]:
    found = [("dot", words.say("told in time")), ("cross", words.say("told late"))]
    if any(case.kept is None for case in cases):
        found.append(("ring", words.say("cannot be judged")))
    if any(case.open for case in cases):
        found.append(("open", words.say("not told yet")))
    if promises:
        time = words.duration(promises[0])
        found.append(
            (
                "promise",
                words.say("promised within {time}", time=time)
                if len(promises) == 1
                else words.say("the promise for most: {time}", time=time),
            )
        )
    return found


def _notes(words: Words, picture: NoticeChart) -> list[str]:
    out = sum(strip.left_out for strip in picture.strips)
    if not out:
        return []
    return [
        words.say(
            "The {most} slowest of a quarter are drawn; {n} faster ones are in the counts only.",
            most=chart.MOST_MARKS,
            n=words.number(out),
        )
    ]
