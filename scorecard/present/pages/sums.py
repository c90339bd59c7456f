"""Do the sums yourself: the arithmetic of the latest quarter, step by step, and a reader's own weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.trust import TrustQuarter
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import own_weights, score_block, state_numbers, sums, sums_openness
from scorecard.present.views.own_weights import OwnWeights
from scorecard.present.views.score_block import StateMark
from scorecard.present.views.sums import TrustSums
from scorecard.present.views.sums_openness import OpennessSums
from scorecard.present.words import Words

PLACE = 81


@dataclass(frozen=True, slots=True)
class SumsPage(Context):
    """The page. `trust` and `state` are None where customers were not asked, `weights` where there is no score."""

    quarter: str
    quarter_href: str
    headline: str
    nothing: str
    trust: TrustSums | None
    weights: OwnWeights | None
    state: StateMark | None
    rule: str
    numbers: tuple[tuple[str, str], ...]
    by_year: bool
    openness: OpennessSums | None


def make(desk: Desk) -> Iterator[Page]:
    """The one page."""
    words, quarter = desk.words, desk.quarter
    now = desk.trust("customers", quarter)
    open_ = desk.scorecard.transparency_at(quarter) if quarter is not None else None
    what = words.say("Every step from the answers to the score, with the numbers to do it again.")
    yield Page(
        uri=addresses.SUMS,
        kind="sums",
        title=words.say("Do the sums yourself"),
        template="sums.html.jinja",
        context=SumsPage(
            words=words,
            say=words.say,
            frame=desk.frame,
            quarter=words.quarter(quarter) if quarter is not None else "",
            quarter_href=addresses.quarter(quarter) if quarter is not None else "",
            headline=_headline(words, now),
            nothing=_nothing(desk, now),
            trust=sums.make(desk, now) if now is not None and now.fielding is not None else None,
            weights=_weights(desk, now) if now is not None else None,
            state=score_block.state_mark(desk, now) if now is not None else None,
            rule=now.state.rule if now is not None else "",
            numbers=state_numbers.make(words, now) if now is not None else (),
            by_year=now is not None and now.headline == "year",
            openness=sums_openness.make(words, open_) if open_ is not None else None,
        ),
        updated=desk.updated,
        description=what,
        source=now.file or None if now is not None else None,
        parent=addresses.METHOD,
        summary=what,
        language=words.language,
    )


def _headline(words: Words, now: TrustQuarter | None) -> str:
    if now is None or now.shown.score is None:
        return words.say("There is no trust score to work out")
    score, name = words.score(now.shown), words.quarter(now.quarter)
    return words.say("How {quarter} comes to {score} out of 10", quarter=name, score=score)


def _nothing(desk: Desk, now: TrustQuarter | None) -> str:
    """Why there are no sums of trust, '' where there are some."""
    words = desk.words
    if desk.quarter is None:
        return words.say("Nothing is published yet, so there is nothing to work out.")
    if now is None or now.fielding is None:
        return words.say("Customers were not asked in {quarter}.", quarter=words.quarter(desk.quarter))
    return ""


def _weights(desk: Desk, now: TrustQuarter) -> OwnWeights | None:
    present = sums.entering(desk, now)
    if now.trust.score is None or not present:
        return None
    return own_weights.make(desk, present, now.trust.score)
