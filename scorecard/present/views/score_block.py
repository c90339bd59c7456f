"""The score block: the figure, the ruler from 1 to 10, the state with its sentence, and who answered."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model.readings import Estimate
from scorecard.model.trust import QuestionReading, TrustQuarter
from scorecard.present.charts.dimensions import Track, track
from scorecard.present.desk import Desk
from scorecard.present.views import vintages
from scorecard.present.views.vintages import Earlier
from scorecard.present.words import Words, reasons, states, terms


@dataclass(frozen=True, slots=True)
class StateMark:
    """A state: its key for the shape, its word, what it means, and the rule with its numbers."""

    name: str
    word: str
    meaning: str
    why: str


@dataclass(frozen=True, slots=True)
class ScoreBlock:
    """All that the block prints; `figure` is '' where there is no score, then `reason` says why."""

    label: str
    figure: str
    reason: str
    between: str
    ruler: Track
    state: StateMark
    answered: str
    further: tuple[str, ...]
    earlier: tuple[Earlier, ...] = ()  # what was published in its place before


def make(desk: Desk, now: TrustQuarter) -> ScoreBlock:
    """The block of one audience's quarter: the year's figure where the headline uses it."""
    words = desk.words
    by_year = now.headline == "year" and now.year is not None and now.year.estimate.score is not None
    figure = now.year.estimate if by_year and now.year is not None else now.shown
    return ScoreBlock(
        label=_label(words, now, by_year),
        figure=words.score(figure),
        reason=reasons.sentence(words, figure.reason) if figure.score is None else "",
        between=words.between(figure),
        ruler=track(figure, partner_at=desk.method.state.partner_at),
        state=state_mark(desk, now),
        answered=_answered(words, now, figure, by_year),
        further=tuple(_further(desk, now, by_year)),
        earlier=vintages.of_score(desk, now),
    )


def state_mark(desk: Desk, now: TrustQuarter) -> StateMark:
    """The state of a quarter with its words."""
    return StateMark(
        name=now.state.name.value,
        word=terms.state_word(desk.words, now.state.name),
        meaning=terms.state_meaning(desk.words, now.state.name, now.audience),
        why=states.why(desk.words, now),
    )


def _label(words: Words, now: TrustQuarter, by_year: bool) -> str:
    if by_year:
        return words.say("Trust, four quarters together up to {quarter}", quarter=words.quarter(now.quarter))
    if now.trust.score is None and now.direct.score is not None:
        return words.say("Trust, asked directly, {quarter}", quarter=words.quarter(now.quarter))
    return words.say("Trust, {quarter}", quarter=words.quarter(now.quarter))


def _answered(words: Words, now: TrustQuarter, figure: Estimate, by_year: bool) -> str:
    if by_year and figure.n is not None:
        return words.count("{n} answer.", "{n} answers.", figure.n)
    fielding = now.fielding
    if fielding is not None and now.n is None and fielding.suppressed:
        return words.say("How many people answered is hidden to protect them.")
    if fielding is None or now.n is None:
        return ""
    if fielding.invited is None:
        text = words.count("{n} person answered.", "{n} people answered.", now.n)
    else:
        rate = words.percent(now.n / fielding.invited) if 0 < now.n <= fielding.invited else ""
        asked = words.number(fielding.invited)
        if fielding.invited == 1:
            text = words.say("One person was asked, and {n} answered.", n=words.number(now.n))
        elif rate:
            text = words.count(
                "{n} of {asked} people answered ({rate}).",
                "{n} of {asked} people answered ({rate}).",
                now.n,
                asked=asked,
                rate=rate,
            )
        else:
            text = words.count("{n} of {asked} people answered.", "{n} of {asked} people answered.", now.n, asked=asked)
    return f"{text} " + words.say("They were {how}.", how=_how(words, fielding.sample))


def _how(words: Words, sample: str) -> str:
    return {
        "random": words.say("chosen by chance"),
        "census": words.say("all the people there are"),
        "opt-in": words.say("only those who chose to answer"),
    }.get(sample, sample)


def _further(desk: Desk, now: TrustQuarter, by_year: bool) -> list[str]:
    words, found = desk.words, []
    if now.trust.score is not None and now.direct.score is not None:
        ends = words.between(now.direct)
        found.append(
            words.say("Asked directly, people gave {score}, {between}.", score=words.score(now.direct), between=ends)
            if ends
            else words.say("Asked directly, people gave {score}.", score=words.score(now.direct))
        )
        if now.gap_clear:
            found.append(words.say("The detailed answers do not explain how people say they feel."))
    elif (
        now.direct.score is not None
        and desk.method.dimensions
        and not any(one.estimate.score is not None for one in now.dimensions)
    ):
        found.append(
            words.count("Not asked: the {n} part.", "Not asked: the {n} parts of trust.", len(desk.method.dimensions))
        )
    if now.robustness is not None and now.trust.score is not None and not by_year:
        band = now.robustness
        found.append(
            words.count(
                "Under {n} other fair way of adding up, this would be {lo} to {hi}.",
                "Under {n} other fair ways of adding up, this would be {lo} to {hi}.",
                band.ways,
                lo=words.figure(band.lo),
                hi=words.figure(band.hi),
            )
        )
        if band.straddles:
            found.append(words.say("That range lies on both sides of 7."))
    direct = next((one for one in now.questions if one.id == desk.method.direct_question), None)
    found += _shares(words, direct)
    return found


def _shares(words: Words, direct: QuestionReading | None) -> list[str]:
    """How many gave very low and very high answers, and how many did not know."""
    if direct is None or direct.very_low is None or direct.very_high is None:
        return []
    low, high = words.percent(direct.very_low), words.percent(direct.very_high)
    text = words.say("{low} gave 1 or 2, {high} gave 9 or 10.", low=low, high=high)
    if direct.dont_know_share:
        text += " " + words.say("{share} did not know.", share=words.percent(direct.dont_know_share))
    return [text]
