"""The headline of a quarter, written by the tool and not by staff (SITE.md).

Fell and rose stand only on a verdict; the worst fact of the quarter stands in the first 60 words; nothing claims a
cause; uncertainty is a range of numbers, never a vague word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.model.figures import settle
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Verdict, VerdictWord
from scorecard.model.states import StateName
from scorecard.model.trust import TrustQuarter, TrustSeries
from scorecard.present.words import reasons
from scorecard.present.words.book import LINE, Words


@dataclass(frozen=True, slots=True)
class Headline:
    """`main` is the finding, then the worst `facts` of the quarter, what the figures add, and who answered."""

    main: str
    facts: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    answered: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything in reading order."""
        return tuple(text for text in (self.main, *self.facts, *self.further, self.answered) if text)


def make(words: Words, series: TrustSeries | None, quarter: Quarter | None, facts: Sequence[str] = ()) -> Headline:
    """The headline of one audience's quarter; `facts` are ready sentences, the worst first."""
    now = series.at(quarter) if series is not None and quarter is not None else None
    if series is None or now is None:
        reason = reasons.never_asked(words) if series is None else reasons.no_wave(words)
        return Headline(words.say("We publish no trust score: {reason}.", reason=reason), tuple(facts))
    subject = _subject(words, now.audience)
    figure = _figure(now)
    if figure is None:
        return Headline(_without_score(words, now, subject), tuple(facts), answered=answered(words, now, now.shown))
    verdict = _verdict(now)
    return Headline(
        _main(words, series, now, figure, verdict, subject),
        tuple(facts),
        tuple(_further(words, series, now, verdict)),
        answered(words, now, figure),
    )


def answered(words: Words, now: TrustQuarter, figure: Estimate) -> str:
    """Who answered, and how far chance alone could move the figure."""
    who = _who(words, now, figure)
    if figure.score is None:
        return who
    return " ".join(text for text in (who, _range(words, now, figure)) if text)


def _subject(words: Words, audience: str) -> str:
    return {
        "community": words.say("Acceptance by neighbours"),
        "staff": words.say("Trust among our staff"),
        "agencies": words.say("Trust among authorities"),
    }.get(audience, words.say("Trust in us"))


def _by_year(now: TrustQuarter) -> bool:
    return now.headline == "year" and now.year is not None and now.year.estimate.score is not None


def _figure(now: TrustQuarter) -> Estimate | None:
    """The estimate the headline speaks of, None where there is no score."""
    if _by_year(now) and now.year is not None:
        return now.year.estimate
    return now.shown if now.shown.score is not None else None


def _verdict(now: TrustQuarter) -> Verdict | None:
    if _by_year(now) and now.year is not None:
        return now.year.verdict
    if (
        now.audience != "customers"
        and not reasons.is_comparable(now.verdict)
        and reasons.is_comparable(now.verdict_year)
    ):
        return now.verdict_year  # further audiences are often asked once or twice a year
    return now.verdict


def _without_score(words: Words, now: TrustQuarter, subject: str) -> str:
    reason = reasons.fragment(words, now.shown.reason)
    nothing = words.say("We publish no trust score this quarter: {reason}.", reason=reason)
    if now.state.name is StateName.BROKEN:
        return words.say("{subject} is broken.", subject=subject) + " " + nothing
    if now.state.name is StateName.RECOVERING:
        return words.say("{subject} is recovering.", subject=subject) + " " + nothing
    return nothing


def _main(
    words: Words, series: TrustSeries, now: TrustQuarter, figure: Estimate, verdict: Verdict | None, subject: str
) -> str:
    places = words.places(figure.lo, figure.hi)
    b = words.figure(_after(figure, verdict), places=places)
    if now.state.name is StateName.BROKEN:
        return _in_state(words, now, verdict, subject, b, words.say("is broken"), places)
    if now.state.name is StateName.RECOVERING:
        return _in_state(words, now, verdict, subject, b, words.say("is recovering"), places)
    if _by_year(now):
        return _year(words, verdict, subject, b, places)
    if is_first(series, now):
        if now.audience == "customers":
            return words.say("Our first measurement: {b} out of 10.", b=b)
        return words.say("{subject}, first measurement: {b} out of 10.", subject=subject, b=b)
    if verdict is None or verdict.before is None or not reasons.is_comparable(verdict):
        return words.say(
            "We cannot compare: {reason}. The score is {b} out of 10.",
            reason=reasons.not_comparable(words, verdict, now),
            b=b,
        )
    a = words.figure(verdict.before, places=places)
    when = _when(words, now, verdict)
    moved = _moved(words, verdict, subject, a, b)
    if moved:
        return moved if verdict is not now.verdict_year else words.say("{moved}, in a year.", moved=moved[:-1])
    if verdict.word is VerdictWord.SAME:
        text = words.say("{subject} stayed about the same: {b} out of 10, {a} {when}.")
    elif now.audience == "customers":
        text = words.say("There was no clear change: {b} out of 10, {a} {when}.")
    else:
        text = words.say("{subject} shows no clear change: {b} out of 10, {a} {when}.")
    return text.format(subject=subject, a=a, b=b, when=when)


def _moved(words: Words, verdict: Verdict, subject: str, a: str, b: str) -> str:
    if verdict.word is VerdictWord.WORSE:
        return words.say("{subject} fell from {a} to {b} out of 10.", subject=subject, a=a, b=b)
    if verdict.word is VerdictWord.BETTER:
        return words.say("{subject} rose from {a} to {b} out of 10.", subject=subject, a=a, b=b)
    return ""


def _in_state(
    words: Words, now: TrustQuarter, verdict: Verdict | None, subject: str, b: str, state: str, places: int
) -> str:
    """Broken and recovering come first, whatever moved."""
    if verdict is None or verdict.word is VerdictWord.NOT_COMPARABLE or verdict.before is None:
        return words.say("{subject} {state}: {b} out of 10.", subject=subject, state=state, b=b)
    facts = {"subject": subject, "state": state, "a": words.figure(verdict.before, places=places), "b": b}
    if verdict.word is VerdictWord.WORSE:
        return words.say("{subject} {state}: it fell from {a} to {b} out of 10.", **facts)
    if verdict.word is VerdictWord.BETTER:
        return words.say("{subject} {state}: it rose from {a} to {b} out of 10.", **facts)
    facts["when"] = words.say("a year before") if _by_year(now) else _when(words, now, verdict)
    if verdict.word is VerdictWord.SAME:
        return words.say("{subject} {state}: about the same, {b} out of 10, {a} {when}.", **facts)
    return words.say("{subject} {state}: {b} out of 10, {a} {when}, no clear change.", **facts)


def _year(words: Words, verdict: Verdict | None, subject: str, b: str, places: int) -> str:
    if verdict is None or verdict.word is VerdictWord.NOT_COMPARABLE or verdict.before is None:
        return words.say("{subject} over the last four quarters together: {b} out of 10.", subject=subject, b=b)
    facts = {"subject": subject, "a": words.figure(verdict.before, places=places), "b": b}
    if verdict.word is VerdictWord.WORSE:
        return words.say("{subject} fell from {a} to {b} out of 10, four quarters together.", **facts)
    if verdict.word is VerdictWord.BETTER:
        return words.say("{subject} rose from {a} to {b} out of 10, four quarters together.", **facts)
    if verdict.word is VerdictWord.SAME:
        return words.say("{subject} stayed about the same over a year: {b} out of 10, {a} before.", **facts)
    return words.say("There was no clear change over a year: {b} out of 10, {a} before.", **facts)


def _after(figure: Estimate, verdict: Verdict | None) -> float:
    """The figure a change ends at: on the parts asked both times where that differs."""
    if verdict is not None and verdict.now is not None and verdict.word is not VerdictWord.NOT_COMPARABLE:
        return verdict.now
    return figure.score if figure.score is not None else LINE


def is_first(series: TrustSeries, now: TrustQuarter) -> bool:
    """No quarter before this one has a score."""
    return not any(q.quarter < now.quarter and q.shown.score is not None for q in series.quarters)


def _when(words: Words, now: TrustQuarter, verdict: Verdict) -> str:
    if verdict.against is None or verdict.against == now.quarter.plus(-1):
        return words.say("last quarter")
    return words.say("in {quarter}", quarter=words.quarter(verdict.against))


def _further(words: Words, series: TrustSeries, now: TrustQuarter, verdict: Verdict | None) -> list[str]:
    found = []
    comparable = verdict is not None and verdict.word is not VerdictWord.NOT_COMPARABLE
    if verdict is not None and comparable and verdict.before is not None:
        found.append(_crossing(words, verdict.before, _after(now.shown, verdict)))
        if not _by_year(now) and now.shown.score is not None:
            whole = words.score(now.shown)
            if whole != words.figure(_after(now.shown, verdict), places=words.places(now.shown.lo, now.shown.hi)):
                found.append(
                    words.say("This compares the parts asked both times. All parts give {whole}.", whole=whole)
                )
    if _by_year(now) and now.shown.score is not None:
        found.append(words.say("This quarter alone gives {b}.", b=words.score(now.shown)))
    return [text for text in found if text]


def _crossing(words: Words, before: float, after: float) -> str:
    was, is_ = settle(before) >= LINE, settle(after) >= LINE
    if was and not is_:
        return words.say("It was at 7 or more before and is under 7 now.")
    if is_ and not was:
        return words.say("It was under 7 before and is at 7 or more now.")
    return ""


def _who(words: Words, now: TrustQuarter, figure: Estimate) -> str:
    if now.fielding is None:
        return ""
    if _by_year(now) and figure.n is not None:
        return words.count("{n} person answered.", "{n} people answered in these four quarters.", figure.n)
    n, asked = now.n, now.fielding.invited
    if n is None and now.fielding.suppressed:
        return words.say("How many people answered is hidden to protect them.")
    if n is None:
        return words.say("How many people answered is not stated.")
    opted = now.fielding.sample == "opt-in"
    if asked is None and opted:
        return words.count(
            "This counts only those who chose to answer: {n} person.",
            "This counts only those who chose to answer: {n} people.",
            n,
        )
    if asked is None:
        return words.count(
            "{n} person answered; how many were asked is not stated.",
            "{n} people answered; how many were asked is not stated.",
            n,
        )
    if asked == 1:
        return words.say("One person was asked, and {n} answered.", n=words.number(n))
    if opted:
        return words.count(
            "This counts only those who chose to answer: {n} of {asked} people.",
            "This counts only those who chose to answer: {n} of {asked} people.",
            n,
            asked=words.number(asked),
        )
    return words.count(
        "{n} of {asked} people answered.", "{n} of {asked} people answered.", n, asked=words.number(asked)
    )


def _range(words: Words, now: TrustQuarter, figure: Estimate) -> str:
    if figure.lo is None or figure.hi is None:
        if figure.n is None:
            return words.say("How many answered each question is not stated, so we give no range.")
        return words.say("Too few answered for a range.")
    lo, hi = words.interval(figure.lo, figure.hi)
    fielding = now.fielding
    everybody = (
        fielding is not None and fielding.invited is not None and now.n is not None and now.n >= fielding.invited
    )
    if figure.at_most:
        text = words.say("Chance alone could put it between {lo} and {hi} at most")
    else:
        text = words.say("Chance alone could put it between {lo} and {hi}")
    end = words.say(".") if everybody else words.say("; those who did not answer may feel differently.")
    return text.format(lo=lo, hi=hi) + end
