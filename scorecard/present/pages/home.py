"""The home page: the finding, the score beside the trend, the bad news first, and how to check us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scorecard.model.pages import Json, Page
from scorecard.model.trust import TrustQuarter
from scorecard.present import addresses, linked
from scorecard.present.charts.sparkline import Sparkline
from scorecard.present.charts.sparkline import make as sparkline
from scorecard.present.desk import Context, Desk
from scorecard.present.views import incident_line, openness, parts, promise_line, score_block, trend
from scorecard.present.views.incident_line import IncidentLine
from scorecard.present.views.openness import Openness
from scorecard.present.views.parts import Moves
from scorecard.present.views.promise_line import PromiseLine
from scorecard.present.views.score_block import ScoreBlock, StateMark
from scorecard.present.views.trend import Trend
from scorecard.present.words import events, headline
from scorecard.present.words.headline import Headline
from scorecard.present.words.terms import audience as audience_title
from scorecard.present.words.terms import severity

PLACE = 0
#: So many promises and incidents stand on home; the others are counted.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class OtherSeries:
    """A further audience in one line: its figure, a small line, and its state."""

    href: str
    title: str
    figure: str
    between: str
    when: str
    state: StateMark
    spark: Sparkline


@dataclass(frozen=True, slots=True)
class Home(Context):
    """Home. `score` and `trend` are None while nothing is published; `quarter_href` is '' then."""

    headline: Headline
    stamp: tuple[str, ...]
    age: str
    open_incidents: tuple[IncidentLine, ...]
    score: ScoreBlock | None
    trend: Trend | None
    quarter_name: str
    quarter_href: str
    moves: Moves | None
    openness: Openness | None
    promises: tuple[PromiseLine, ...]
    promises_counted: str
    incidents: tuple[IncidentLine, ...]
    incidents_more: str
    incidents_any: bool
    others: tuple[OtherSeries, ...]
    comment: str
    linked: Mapping[str, Json]


def make(desk: Desk) -> Iterator[Page]:
    """The one home page."""
    quarter, words = desk.quarter, desk.words
    now = desk.trust("customers", quarter)
    series = desk.customers
    found = headline.make(words, series, quarter, worst_facts(desk, now))
    incidents, more = _incidents(desk)
    promises = promise_line.lines(desk)
    context = Home(
        words=words,
        say=words.say,
        frame=desk.frame,
        headline=found,
        stamp=tuple(stamp(desk)),
        age=_age(desk),
        open_incidents=tuple(incident_line.make(desk, entry) for entry in desk.open_incidents),
        score=score_block.make(desk, now) if now is not None else None,
        trend=trend.make(desk, series, "trust") if series is not None and _scored(series.quarters) else None,
        quarter_name=words.quarter(quarter) if quarter is not None else "",
        quarter_href=addresses.quarter(quarter) if quarter is not None else "",
        moves=parts.moves(desk, now) if now is not None and parts.asked(now) else None,
        openness=openness.make(desk, quarter) if quarter is not None else None,
        promises=promises[:SHOWN],
        promises_counted=promise_line.counted(words, promises),
        incidents=incidents,
        incidents_more=more,
        incidents_any=bool(desk.incidents),
        others=tuple(_others(desk)),
        comment=_comment(desk),
        linked=_linked(desk),
    )
    yield Page(
        uri=addresses.HOME,
        kind="home",
        title=words.say("Can you trust {name}?", name=desk.organisation.name),
        template="home.html.jinja",
        context=context,
        updated=desk.updated,
        description=found.main,
        source="data/organisation.yml",
        summary=" ".join(found.sentences),
        nav=words.say("Home"),
        language=words.language,
    )


def worst_facts(desk: Desk, now: TrustQuarter | None) -> list[str]:
    """The worst facts of the quarter the site leads with."""
    quarter = now.quarter if now is not None else desk.quarter
    if quarter is None:
        return []
    return events.worst(desk.words, desk.happened(quarter), desk.broken_promises(quarter), bool(desk.incidents))


def stamp(desk: Desk) -> Iterator[str]:
    """When it was published, and when the next comes."""
    words, quarter = desk.words, desk.quarter
    if quarter is not None:
        day, release = desk.released_on(quarter), desk.release(quarter)
        if day is not None:
            yield words.say("{quarter}, published {day}.", quarter=words.quarter(quarter), day=words.day(day))
        elif release is not None and release.at <= desk.as_of:
            due = words.day(release.at)
            yield words.say("{quarter} was due on {day} and is not published.", quarter=words.quarter(quarter), day=due)
        else:
            yield words.say("{quarter}; the day of publication is not stated.", quarter=words.quarter(quarter))
    if desk.next_release is not None:
        coming = desk.next_release
        yield words.say("Next: {quarter} on {day}.", quarter=words.quarter(coming.quarter), day=words.day(coming.at))
    else:
        yield words.say("No next date is announced.")


def _age(desk: Desk) -> str:
    """How old the newest figure is, where that is more than two quarters."""
    words, series = desk.words, desk.customers
    measured = [one.quarter for one in series.quarters if one.shown.score is not None] if series is not None else []
    age = desk.this_quarter.index - measured[-1].index if measured else 0
    if age <= 2:
        return ""
    return words.say(
        "Last measured in {quarter}, {n} quarters ago.", quarter=words.quarter(measured[-1]), n=words.number(age)
    )


def _incidents(desk: Desk) -> tuple[tuple[IncidentLine, ...], str]:
    """The newest critical and major incidents; the others of the last four quarters are counted."""
    words = desk.words
    recent = [
        entry
        for quarter, entries in desk.incidents_by_quarter.items()
        if quarter is not None and desk.this_quarter.index - quarter.index < 4
        for entry in entries
    ]
    serious = [entry for entry in recent if entry.record.severity in ("critical", "major")]
    serious.sort(key=lambda entry: (entry.record.first_known or desk.as_of, entry.id), reverse=True)
    shown, rest = serious[:SHOWN], serious[SHOWN:]
    minor = len(recent) - len(serious)
    pieces = []
    if rest:
        pieces.append(words.count("{n} more critical or major", "{n} more critical or major", len(rest)))
    if minor:
        pieces.append(words.say("{n} {severity}", n=minor, severity=severity(words, "minor").lower()))
    more = words.say("Also in the last four quarters: {counts}.", counts=words.listed(pieces)) if pieces else ""
    return tuple(incident_line.make(desk, entry) for entry in shown), more


def _others(desk: Desk) -> Iterator[OtherSeries]:
    words = desk.words
    for series in desk.scorecard.series:
        if series.audience == "customers":
            continue
        scored = [one for one in series.quarters if one.shown.score is not None]
        last = scored[-1] if scored else series.latest
        yield OtherSeries(
            href=addresses.audience(series.audience),
            title=audience_title(words, series.audience),
            figure=words.score(last.shown),
            between=words.between(last.shown),
            when=words.quarter(last.quarter),
            state=score_block.state_mark(desk, series.latest),
            spark=sparkline([one.shown.score for one in series.quarters], desk.method.state.partner_at),
        )


def _linked(desk: Desk) -> Mapping[str, Json]:
    """Who publishes, and the report on the quarter the site leads with."""
    things = [linked.organisation(desk)]
    if desk.quarter is not None:
        things.append(linked.report(desk, desk.quarter, headline.make(desk.words, desk.customers, desk.quarter).main))
    return linked.graph(*things)


def _comment(desk: Desk) -> str:
    """What the company says about itself, then about the quarter."""
    wave = desk.wave("customers", desk.quarter) if desk.quarter is not None else None
    said = (desk.organisation.company_comment, wave.record.company_comment if wave is not None else None)
    return "\n\n".join(filter(None, said))


def _scored(quarters: tuple[TrustQuarter, ...]) -> bool:
    return any(one.shown.score is not None for one in quarters)
