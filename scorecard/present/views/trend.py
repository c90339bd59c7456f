"""Trust over the quarters: the picture with its finding, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Picture
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Flag
from scorecard.model.states import StateName
from scorecard.model.trust import TrustQuarter, TrustSeries
from scorecard.present import addresses
from scorecard.present.charts import trust as chart
from scorecard.present.charts.trust import Event, TrustChart
from scorecard.present.desk import Desk
from scorecard.present.views import vintages
from scorecard.present.words import Words, reasons, terms
from scorecard.present.words.headline import is_first

#: Events drawn on one picture at most; the others stand in the incident list.
MOST_EVENTS = 7
#: Width of the picture as a file, in px.
WIDTH = 860


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One quarter as numbers. `reason` stands where there is no score."""

    href: str
    quarter: str
    score: str
    lo: str
    hi: str
    n: str
    change: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class TrendPicture:
    """The picture as a file of its own, with its finding, marks and source inside; lengths in px."""

    chart: TrustChart
    subtitle: str
    source: str
    width: int
    height: int
    notes_y: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The figure: finding, what it is, picture, numbers, where the data are."""

    chart: TrustChart
    subtitle: str
    rows: tuple[TrendRow, ...]
    csv: str
    svg: str


def make(desk: Desk, series: TrustSeries, id: str) -> Trend:
    """The picture of a series up to the quarter the site leads with."""
    words = desk.words
    partner = words.plain(desk.method.state.partner_at)
    wording = chart.Wording(
        partner=words.say("Partner: {line} or more", line=partner),
        guarded=words.say("Guarded: under {line}", line=partner),
        none=words.say("none"),
        hidden=words.say("hidden"),
        figure=words.figure,
        quarter=words.quarter,
        quarter_number=words.quarter_number,
    )
    picture = chart.make(
        id,
        finding(words, series),
        _description(words, series),
        series.quarters,
        _events(desk, series),
        wording,
        desk.method.state.partner_at,
    )
    return Trend(
        picture, _subtitle(words, series), tuple(_rows(desk, series)), addresses.DATA + "trust.csv", picture_uri(series)
    )


def picture_uri(series: TrustSeries) -> str:
    """Where the picture of a series stands as a file."""
    return f"{addresses.DATA}trust-{series.audience}.svg"


def pictures(desk: Desk) -> Iterator[Picture]:
    """The picture of every series that has a score."""
    words = desk.words
    for series in desk.scorecard.series:
        if any(one.shown.score is not None for one in series.quarters):
            trend = make(desk, series, "trust")
            top = 62 + round(float(trend.chart.height))
            source = words.say(
                "{name}, figures as of {moment}.", name=desk.organisation.name, moment=words.day(desk.as_of)
            )
            if desk.invented:
                source = words.say("Example with invented data.") + " " + source
            context = TrendPicture(
                trend.chart, trend.subtitle, source, WIDTH, top + 18 * len(trend.chart.notes) + 48, top + 18
            )
            yield Picture(trend.svg, "charts/trust.svg.jinja", context)


def finding(words: Words, series: TrustSeries) -> str:
    """What the picture shows, from its own numbers."""
    scored = [(one.quarter, one.shown.score) for one in series.quarters if one.shown.score is not None]
    if not scored:
        return words.say("No quarter has a score yet")
    now = words.figure(scored[-1][1])
    if len(scored) == 1:
        return words.say("One quarter so far: {now}", now=now)
    state = series.latest.state
    if state.name in (StateName.BROKEN, StateName.RECOVERING) and state.broke is not None:
        after = [score for quarter, score in scored if quarter >= state.broke]
        return words.say(
            "Trust broke in {quarter}: {low} at its lowest, {now} now",
            quarter=words.quarter(state.broke),
            low=words.figure(min(after)) if after else now,
            now=now,
        )
    since = _stretch(series)
    alike = [score for quarter, score in scored if quarter >= since]
    if len(alike) < 2:
        return words.say("{now} now, and nothing to compare it with", now=now)
    low, high = words.figure(min(alike)), words.figure(max(alike))
    if low == high and len(alike) < sum(one.quarter >= since for one in series.quarters):
        return words.say("{now} each time we asked since {quarter}", now=now, quarter=words.quarter(since))
    if low == high:
        return words.say("{now} in each quarter since {quarter}", now=now, quarter=words.quarter(since))
    return words.say(
        "Between {low} and {high} since {quarter}, {now} now", low=low, high=high, quarter=words.quarter(since), now=now
    )


def _stretch(series: TrustSeries) -> Quarter:
    """The first quarter that may be compared with the last one."""
    breaks = [one for one in series.quarters if (one.mark or one.break_before is not None) and not _opted(one)]
    return breaks[-1].quarter if breaks else series.quarters[0].quarter


def _opted(one: TrustQuarter) -> bool:
    return one.fielding is not None and one.fielding.sample == "opt-in"


def _subtitle(words: Words, series: TrustSeries) -> str:
    numbers = [one.n for one in series.quarters if one.n is not None]
    start = words.say("Trust score by quarter, 1 to 10, with the range that chance allows.")
    if not numbers:
        return start
    least, most = words.number(min(numbers)), words.number(max(numbers))
    if len(numbers) == 1:
        return f"{start} " + words.count("{n} person answered.", "{n} people answered.", numbers[0])
    if least == most:
        return f"{start} " + words.say("{n} people answered each quarter.", n=least)
    return f"{start} " + words.say("{least} to {most} people answered each quarter.", least=least, most=most)


def _description(words: Words, series: TrustSeries) -> str:
    scored = [(one, one.shown.score) for one in series.quarters if one.shown.score is not None]
    parts = [
        words.say(
            "Line chart of trust by quarter, {first} to {last}, on a scale from 1 to 10 with a line at 7.",
            first=words.quarter(series.quarters[0].quarter),
            last=words.quarter(series.latest.quarter),
        )
    ]
    if scored:
        low, high = min(scored, key=lambda pair: pair[1]), max(scored, key=lambda pair: pair[1])
        parts.append(
            words.say(
                "Highest {high} in {when_high}, lowest {low} in {when_low}, latest {now} in {when_now}.",
                high=words.figure(high[1]),
                when_high=words.quarter(high[0].quarter),
                low=words.figure(low[1]),
                when_low=words.quarter(low[0].quarter),
                now=words.figure(scored[-1][1]),
                when_now=words.quarter(scored[-1][0].quarter),
            )
        )
    gaps = [words.quarter(one.quarter) for one in series.quarters if one.shown.score is None]
    if gaps:
        parts.append(words.say("No score in {quarters}.", quarters=words.listed(gaps)))
    return " ".join(parts)


def _rows(desk: Desk, series: TrustSeries) -> list[TrendRow]:
    words = desk.words
    rows = []
    for one in reversed(series.quarters):
        figure = one.shown
        ends = words.interval(figure.lo, figure.hi) if figure.lo is not None and figure.hi is not None else ("", "")
        rows.append(
            TrendRow(
                href=addresses.quarter(one.quarter) if series.audience == "customers" else "",
                quarter=words.quarter(one.quarter),
                score=words.score(figure),
                lo=ends[0],
                hi=ends[1],
                n=words.number(one.n) if one.n is not None else "",
                change=change(words, one, series) if figure.score is not None else "",
                reason=reasons.sentence(words, figure.reason) if figure.score is None else "",
                note=_note(words, one),
            )
        )
    return rows


def change(words: Words, one: TrustQuarter, series: TrustSeries) -> str:
    """The change against the quarter before, in the words of tables."""
    if reasons.is_comparable(one.verdict):
        return terms.verdict_cell(words, one.verdict)
    if is_first(series, one):
        return words.say("first")
    return terms.verdict_cell(words, one.verdict) if one.verdict is not None else words.say("cannot be compared")


def _note(words: Words, one: TrustQuarter) -> str:
    notes = []
    if _opted(one):
        notes.append(words.say("only those who chose to answer"))
    if one.mark:
        notes.append(words.say("survey changed"))
    if one.shown.score is not None and one.trust.score is None:
        notes.append(words.say("one question"))
    if Flag.LOW_RELIABILITY in one.shown.flags:
        notes.append(words.say("few answers"))
    return ", ".join(notes)


def _events(desk: Desk, series: TrustSeries) -> list[Event]:
    """Breaks in the series, then our worst own faults and broken promises, one mark a quarter."""
    words = desk.words
    breaks = [
        Event(one.quarter, "diamond", _changed(words, one), before=True)
        for one in series.quarters
        if (one.mark or one.break_before is not None) and one.shown.score is not None
    ]
    breaks += _restated(desk, series)
    if series.audience != "customers":
        return breaks
    ranked = []
    for one in series.quarters:
        own = [x for x in desk.happened(one.quarter) if x.incident.fault == "ours" and x.rank[0] < 2]
        if own:
            entry = next(e for e in desk.incidents_by_quarter[one.quarter] if e.record is own[0].incident)
            more = len(own) - 1
            text = words.clip(own[0].incident.title, 14, 84)
            if more:
                text += " " + words.count("(and {n} more)", "(and {n} more)", more)
            ranked.append((own[0].rank, Event(one.quarter, "square", text, addresses.incident(entry.id))))
            continue
        promises = desk.broken_promises(one.quarter)
        if promises:
            text = words.say("Promise broken: {title}", title=words.clip(promises[0].title, 10, 70))
            ranked.append(((2, 0, 0), Event(one.quarter, "square", text, addresses.PROMISES)))
    ranked.sort(key=lambda pair: (pair[0], pair[1].quarter))
    return [*breaks, *(event for _, event in ranked[: MOST_EVENTS - min(len(breaks), 3)])]


def _restated(desk: Desk, series: TrustSeries) -> list[Event]:
    """Quarters that now show another score than the one they were first published with; the newest three."""
    words, found = desk.words, []
    for one in series.quarters:
        first = vintages.first_shown(desk, one)
        if first:
            versions = vintages.of(desk, one.quarter)
            text = words.say("Corrected: first published as {figure}", figure=first)
            found.append(Event(one.quarter, "circle", text, addresses.version(one.quarter, versions[0].version)))
    return found[-3:]


def _changed(words: Words, one: TrustQuarter) -> str:
    if one.mark:
        return words.say("Survey changed, not compared with before: {note}", note=words.clip(one.mark, 12, 70))
    if one.break_before is not None:
        text = reasons.break_words(words, one.break_before)
        return words.say("Not compared with before: {reason}", reason=text)
    return words.say("Not compared with before")
