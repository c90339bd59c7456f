"""The list of quarters: every one since the first, newest first, with its figure, word and points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.quarters import Quarter
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import score_block, trend, vintages
from scorecard.present.views.score_block import StateMark
from scorecard.present.views.trend import Trend
from scorecard.present.views.vintages import Version
from scorecard.present.words import openness, reasons, terms

PLACE = 10


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """One quarter in one line; `score` is '' where there is none, then `reason` says why."""

    href: str
    name: str
    months: str
    score: str
    range: str
    reason: str
    change: str
    state: StateMark | None
    openness: str
    incidents: str
    versions: tuple[Version, ...] = ()  # as it was published, the first one first


@dataclass(frozen=True, slots=True)
class Door:
    """A further audience with its page."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Quarters(Context):
    """The index of quarters."""

    rows: tuple[QuarterRow, ...]
    trend: Trend | None
    audiences: tuple[Door, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one index page."""
    words, series = desk.words, desk.customers
    scored = series is not None and any(one.shown.score is not None for one in series.quarters)
    yield Page(
        uri=addresses.QUARTERS,
        kind="quarters",
        title=words.say("Trust by quarter"),
        template="quarters.html.jinja",
        context=Quarters(
            words=words,
            say=words.say,
            frame=desk.frame,
            rows=tuple(_row(desk, quarter) for quarter in reversed(desk.quarters)),
            trend=trend.make(desk, series, "trust") if series is not None and scored else None,
            audiences=tuple(
                Door(addresses.audience(one.audience), terms.audience(words, one.audience))
                for one in desk.scorecard.series
                if one.audience != "customers"
            ),
        ),
        updated=desk.updated,
        description=words.say("Every quarter since we began to measure."),
        source="data/surveys",
        parent=addresses.HOME,
        summary=words.say("Every quarter since we began to measure."),
        nav=words.say("Trust"),
        language=words.language,
    )


def _row(desk: Desk, quarter: Quarter) -> QuarterRow:
    words = desk.words
    series = desk.customers
    now, open_ = desk.trust("customers", quarter), desk.scorecard.transparency_at(quarter)
    figure = now.shown if now is not None else None
    has_score = figure is not None and figure.score is not None
    return QuarterRow(
        href=addresses.quarter(quarter),
        name=words.quarter(quarter),
        months=desk.months(quarter),
        score=words.score(figure) if figure is not None else "",
        range=words.between(figure) if figure is not None else "",
        reason=""
        if has_score
        else reasons.sentence(words, figure.reason)
        if figure
        else words.say("Nobody was asked."),
        change=trend.change(words, now, series) if now is not None and series is not None and has_score else "",
        state=score_block.state_mark(desk, now) if now is not None else None,
        openness=openness.total(words, open_) if open_ is not None else "",
        incidents=words.number(open_.incidents.count) if open_ is not None else "–",
        versions=vintages.versions(desk, quarter),
    )
