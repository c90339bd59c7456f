"""The headline: what it may say, and what it must never say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Flag, Reason, ReasonCode, Verdict, VerdictWord
from scorecard.model.scorecards import PromiseReading
from scorecard.model.states import StateName
from scorecard.model.trust import Fielding, TrustQuarter, YearFigure
from scorecard.present.words import Words, events, headline
from scorecard.present.words.events import BrokenPromise, Happened
from tests.present import made, readable

W = Words()
FIRST = 60


def said(now: TrustQuarter, before: float = 6.5, facts: tuple[str, ...] = ()) -> headline.Headline:
    return headline.make(W, made.two(now, before), now.quarter, facts)


def moved(word: VerdictWord, before: float, now: float, **more: Any) -> TrustQuarter:
    return made.quarter(made.score(now), verdict=made.verdict(word, before, now), **more)


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (moved(VerdictWord.WORSE, 7.4, 6.8), 7.4, "Trust in us fell from 7.4 to 6.8 out of 10."),
        (moved(VerdictWord.BETTER, 6.2, 6.8), 6.2, "Trust in us rose from 6.2 to 6.8 out of 10."),
        (moved(VerdictWord.UNCLEAR, 6.5, 6.8), 6.5, "There was no clear change: 6.8 out of 10, 6.5 last quarter."),
        (moved(VerdictWord.SAME, 6.7, 6.8), 6.7, "Trust in us stayed about the same: 6.8 out of 10, 6.7 last quarter."),
    ],
)
def test_each_verdict_has_its_sentence(now: TrustQuarter, before: float, text: str) -> None:
    """Fell and rose stand on a verdict; without one the sentence says what it cannot tell."""
    assert said(now, before).main == text


def test_the_first_measurement_says_so() -> None:
    """The first score is compared with nothing."""
    now = made.quarter(made.score(7.4))
    assert headline.make(W, made.series(now), now.quarter).main == "Our first measurement: 7.4 out of 10."


def test_a_break_is_named() -> None:
    """A changed question is no change of trust."""
    reason = Reason(ReasonCode.BREAK, "wording")
    now = made.quarter(verdict=Verdict(VerdictWord.NOT_COMPARABLE, made.Q2, reason=reason), break_before=reason)
    assert said(now).main == "We cannot compare: the questions changed. The score is 6.8 out of 10."


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason(ReasonCode.NOT_ASKED), "nobody was asked"),
        (Reason(ReasonCode.SUPPRESSED, facts={"below": 10}), "hidden to protect people"),
        (Reason(ReasonCode.TOO_FEW, "coverage", {"present": 3, "parts": 8}), "3 of its 8 parts have enough answers"),
        (Reason(ReasonCode.TOO_FEW, "nobody", {"n": 0}), "nobody answered"),
        (Reason(ReasonCode.ERROR), "the data hold a mistake"),
    ],
)
def test_without_a_score_the_reason_stands_in_its_place(reason: Reason, text: str) -> None:
    """Nothing is imputed, nothing is zero."""
    now = made.quarter(Estimate(reason=reason), fielding=None, n=None)
    assert said(now).main == f"We publish no trust score this quarter: {text}."


def test_nothing_published_yet() -> None:
    """A site without a wave is still honest."""
    assert headline.make(W, None, None).sentences == ("We publish no trust score: our customers were not asked yet.",)


def test_broken_comes_before_the_figures() -> None:
    """Broken trust is said first, with what moved."""
    now = moved(VerdictWord.WORSE, 7.9, 4.3, state=made.state(StateName.BROKEN))
    assert said(now, 7.9).main == "Trust in us is broken: it fell from 7.9 to 4.3 out of 10."
    quiet = moved(VerdictWord.UNCLEAR, 4.2, 4.3, state=made.state(StateName.BROKEN))
    assert said(quiet, 4.2).main == "Trust in us is broken: 4.3 out of 10, 4.2 last quarter, no clear change."


def test_recovering_comes_before_the_figures() -> None:
    """Recovering is a word of its own, never well."""
    now = moved(VerdictWord.BETTER, 5.8, 6.2, state=made.state(StateName.RECOVERING))
    assert said(now, 5.8).main == "Trust in us is recovering: it rose from 5.8 to 6.2 out of 10."


def test_silence_does_not_hide_broken_trust() -> None:
    """A quarter without a wave keeps the word."""
    now = made.quarter(made.NOBODY, fielding=None, n=None, state=made.state(StateName.BROKEN))
    assert said(now).main == "Trust in us is broken. We publish no trust score this quarter: nobody was asked."


@pytest.mark.parametrize(
    ("before", "now", "text"),
    [
        (7.4, 6.8, "It was at 7 or more before and is under 7 now."),
        (6.6, 7.0, "It was under 7 before and is at 7 or more now."),
        (6.6, 6.9, None),
    ],
)
def test_crossing_7_is_said_in_words(before: float, now: float, text: str | None) -> None:
    """The line between guarded and partner is never crossed silently."""
    word = VerdictWord.WORSE if now < before else VerdictWord.BETTER
    assert said(moved(word, before, now), before).further == ((text,) if text else ())


def test_who_answered_and_the_range() -> None:
    """The exact sentence of a random sample."""
    assert said(moved(VerdictWord.SAME, 6.8, 6.8)).answered == (
        "600 of 2,400 people answered. "
        "Chance alone could put it between 6.5 and 7.1; those who did not answer may feel differently."
    )


def test_opt_in_says_who_was_counted() -> None:
    """Those who chose to answer are not everybody."""
    now = made.quarter(fielding=Fielding("opt-in", invited=None))
    assert said(now).answered.startswith("This counts only those who chose to answer: 600 people. Chance alone")


def test_ends_that_look_the_same_get_a_decimal_more() -> None:
    """A range of 300,000 answers is still a range."""
    now = made.quarter(
        Estimate(6.8312, 6.8281, 6.8349, 310_000), n=310_000, fielding=Fielding("random", invited=2_000_000)
    )
    assert "between 6.828 and 6.835;" in said(now).answered or "between 6.83 and 6.835" in said(now).answered


def test_the_widest_range_is_called_so() -> None:
    """A mean without a spread gives a range that is at most so wide."""
    now = made.quarter(made.score(6.8, at_most=True))
    assert "between 6.5 and 7.1 at most;" in said(now).answered


def test_when_everybody_answered_nobody_is_missing() -> None:
    """A full count has no silent rest."""
    now = made.quarter(n=2400, fielding=Fielding("census", invited=2400))
    assert said(now).answered == "2,400 of 2,400 people answered. Chance alone could put it between 6.5 and 7.1."


def test_no_range_without_a_number_of_answers() -> None:
    """The reason stands where the range would."""
    now = made.quarter(Estimate(6.8), n=None)
    assert said(now).answered == (
        "How many people answered is not stated. How many answered each question is not stated, so we give no range."
    )


def test_the_year_figure_is_named() -> None:
    """Four quarters together are never passed off as one."""
    year = YearFigure(made.score(6.9, n=720), (made.Q3,), made.verdict(VerdictWord.BETTER, 6.4, 6.9))
    now = moved(VerdictWord.UNCLEAR, 6.7, 6.8, year=year, headline="year")
    found = said(now)
    assert found.main == "Trust in us rose from 6.4 to 6.9 out of 10, four quarters together."
    assert found.further == ("This quarter alone gives 6.8.",)
    assert found.answered.startswith("720 people answered in these four quarters.")


def test_fewer_parts_are_said() -> None:
    """A change on the parts asked both times is not the change of the whole score."""
    now = made.quarter(made.score(6.8), verdict=made.verdict(VerdictWord.BETTER, 6.1, 6.6))
    found = said(now)
    assert found.main == "Trust in us rose from 6.1 to 6.6 out of 10."
    assert found.further == ("This compares the parts asked both times. All parts give 6.8.",)


def test_neighbours_asked_twice_a_year_are_compared_with_a_year_before() -> None:
    """A quarter without a wave is no reason to say nothing."""
    now = made.quarter(
        made.score(5.7),
        audience="community",
        verdict=Verdict(VerdictWord.NOT_COMPARABLE, made.Q2, reason=Reason(ReasonCode.NOT_ASKED)),
        verdict_year=made.verdict(VerdictWord.BETTER, 4.7, 5.7, Quarter(2025, 3)),
    )
    assert said(now).main == "Acceptance by neighbours rose from 4.7 to 5.7 out of 10, in a year."


# ---- random quarters -------------------------------------------------------------------------------------------------

scores = st.floats(1.0, 10.0, allow_nan=False).map(lambda value: round(value, 4))
TITLES = (
    "Wrong bills",
    "We sent 9,400 households a bill that was too high and told nobody for two days in a row",
    "Brown water",
)


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    value = draw(scores)
    if draw(st.booleans()) and draw(st.booleans()):
        return Estimate(value, n=draw(st.sampled_from([None, 1])))
    lo, hi = draw(st.floats(1.0, value)), draw(st.floats(value, 10.0))
    flags = frozenset({Flag.LOW_RELIABILITY}) if draw(st.booleans()) else frozenset()
    return Estimate(value, lo, hi, draw(st.integers(2, 400_000)), flags=flags, at_most=draw(st.booleans()))


@st.composite
def quarters(draw: st.DrawFn) -> TrustQuarter:
    if draw(st.integers(0, 5)) == 0:
        code = draw(st.sampled_from(list(ReasonCode)))
        figure = Estimate(reason=Reason(code, facts={"n": draw(st.integers(0, 9))}))
    else:
        figure = draw(estimates())
    change: Verdict | None = None
    year = None
    if figure.score is not None:
        word = draw(st.sampled_from([*VerdictWord]))
        before = draw(scores)
        if word is VerdictWord.NOT_COMPARABLE:
            why = Reason(ReasonCode.BREAK, draw(st.sampled_from(["wording", "scale", "mode", "mark", "sample", ""])))
            change = Verdict(word, made.Q2, reason=why)
        else:
            after = figure.score if draw(st.booleans()) else draw(scores)
            change = made.verdict(word, before, after, draw(st.sampled_from([made.Q2, Quarter(2025, 1)])))
        if draw(st.booleans()):
            year = YearFigure(draw(estimates()), (made.Q3,), draw(st.sampled_from([None, change])))
    asked = draw(st.sampled_from([None, 700, 400_000]))
    return made.quarter(
        figure,
        audience=draw(st.sampled_from(["customers", "customers", "community", "staff", "agencies"])),
        n=draw(st.sampled_from([None, 1, 650, 399_000])),
        fielding=draw(st.sampled_from([None, Fielding("random", invited=asked), Fielding("opt-in", invited=asked)])),
        state=draw(st.sampled_from([made.state(name) for name in StateName])),
        verdict=change,
        year=year,
        headline="year" if year is not None and draw(st.booleans()) else "quarter",
    )


@st.composite
def happenings(draw: st.DrawFn) -> tuple[list[Happened], list[BrokenPromise]]:
    incidents = []
    for i in range(draw(st.integers(0, 3))):
        entry = made.incident(
            f"i{i}",
            title=draw(st.sampled_from(TITLES)),
            severity=draw(st.sampled_from(["critical", "major", "minor"])),
            fault=draw(st.sampled_from(["ours", "supplier", "nature", "unknown"])),
            affected=draw(st.sampled_from(["unknown", "0", "1200", {"customers": "48000", "estimate": "true"}])),
            resolved=draw(st.sampled_from(["not-yet", "2026-08-20T08:00Z"])),
        )
        incidents.append(Happened(entry.record, made.reading(entry.id)))
    promises = [
        BrokenPromise(draw(st.sampled_from(TITLES)), PromiseReading("p", "broken", made.AS_OF.date(), detail=detail))
        for detail in draw(st.lists(st.sampled_from(["", "not_measured", "overdue"]), max_size=2))
    ]
    return incidents, promises


def plain(text: str) -> str:
    """Without the titles people wrote: they are not the tool's words."""
    for title in TITLES:
        for most in (12, 8):
            text = text.replace(W.clip(title, most, 76).rstrip("."), "Wrong bills")
    return text


@settings(max_examples=400)
@given(quarters(), happenings())
def test_every_quarter_gets_an_honest_headline(
    now: TrustQuarter, happened: tuple[list[Happened], list[BrokenPromise]]
) -> None:
    """Over random quarters: verdicts, plain words, numbers on their side of 7, the worst fact early, no cause."""
    incidents, promises = happened
    facts = events.worst(W, incidents, promises, listed=True)
    found = headline.make(W, made.two(now), now.quarter, facts)
    text = plain(" ".join(found.sentences))
    # fell and rose stand on a verdict
    spoken = [now.verdict, now.verdict_year, now.year.verdict if now.year is not None else None]
    words = {one.word for one in spoken if one is not None}
    assert ("fell" not in found.main) or VerdictWord.WORSE in words
    assert ("rose" not in found.main) or VerdictWord.BETTER in words
    # plain words
    assert readable.longest(text) <= readable.MOST_WORDS, text
    assert readable.hardness(text) <= readable.HARDEST, text
    bare = text.replace("only those who chose to answer", "")
    assert not readable.VAGUE.search(bare) and not readable.BELITTLING.search(bare), text
    assert "{" not in text and "None" not in text and "  " not in text
    # no figure on the wrong side of 7
    for figure in (now.shown.score, *(one.now for one in spoken if one is not None)):
        if figure is not None:
            assert (float(W.figure(figure)) >= 7) == (figure >= 7 - 5e-10)
    # the worst fact early, own faults and broken promises named
    first = " ".join(" ".join((found.main, *found.facts)).split()[:FIRST])
    if any(one.incident.fault == "ours" for one in incidents) or promises:
        assert any(said in first for said in ("The fault was ours.", "Also our fault:", "broke a promise:")), first
    if now.state.name is StateName.BROKEN:
        assert " is broken" in found.main
    if now.shown.score is None:
        assert "We publish no trust score" in found.main or now.headline == "year"


def test_a_state_word_of_every_state() -> None:
    """Each state has a word and a sentence for customers and for others."""
    from scorecard.present.words import terms

    for name in StateName:
        assert terms.state_word(W, name)
        for audience in ("customers", "staff"):
            assert re.fullmatch(r"[A-Z].*\.", terms.state_meaning(W, name, audience))
