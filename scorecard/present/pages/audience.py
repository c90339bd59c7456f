"""A further audience: the same questions asked to neighbours, staff or authorities, a series of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.trust import TrustSeries
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import audience_quarter, trend
from scorecard.present.views.audience_quarter import AudienceQuarter
from scorecard.present.views.trend import Trend
from scorecard.present.words import headline, terms
from scorecard.present.words.headline import Headline

PLACE = 15


@dataclass(frozen=True, slots=True)
class AudiencePage(Context):
    """One further audience. `last` is its last quarter with a wave; `stale` says how long ago that was."""

    title: str
    about: str
    quarter_name: str
    stale: str
    headline: Headline
    last: AudienceQuarter
    trend: Trend | None


def make(desk: Desk) -> Iterator[Page]:
    """A page per further audience."""
    for series in desk.scorecard.series:
        if series.audience != "customers":
            yield _page(desk, series)


def _page(desk: Desk, series: TrustSeries) -> Page:
    words = desk.words
    asked = [one for one in series.quarters if one.fielding is not None]
    last = asked[-1] if asked else series.latest
    title = terms.audience(words, series.audience)
    found = headline.make(words, series, last.quarter)
    scored = any(one.shown.score is not None for one in series.quarters)
    return Page(
        uri=addresses.audience(series.audience),
        kind="audience",
        title=title,
        template="audience.html.jinja",
        context=AudiencePage(
            words=words,
            say=words.say,
            frame=desk.frame,
            title=title,
            about=_about(desk, series.audience),
            quarter_name=words.quarter(last.quarter),
            stale=_stale(desk, last.quarter.index),
            headline=found,
            last=audience_quarter.make(desk, last),
            trend=trend.make(desk, series, f"trust-{series.audience}") if scored else None,
        ),
        updated=desk.updated,
        description=found.main,
        source=last.file or None,
        parent=addresses.QUARTERS,
        summary=" ".join(found.sentences),
        nav=title,
        language=words.language,
    )


def _about(desk: Desk, audience: str) -> str:
    words = desk.words
    return {
        "community": words.say("Do the people who live beside our work accept us? Also called the social licence."),
        "staff": words.say("Do the people who work for us trust us?"),
        "agencies": words.say("Do the authorities that watch us trust us?"),
    }.get(audience, "")


def _stale(desk: Desk, index: int) -> str:
    lead = desk.quarter.index if desk.quarter is not None else desk.this_quarter.index
    age = lead - index
    if age <= 0:
        return ""
    return desk.words.count(
        "Last asked {n} quarter before our latest one.", "Last asked {n} quarters before our latest one.", age
    )
