"""What changed since the quarter before: computed, never written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Verdict, VerdictWord
from scorecard.model.trust import TrustQuarter
from scorecard.present.desk import Desk
from scorecard.present.views.parts import spoken
from scorecard.present.words import Words, openness, reasons, terms
from scorecard.present.words.headline import is_first
from scorecard.present.words.reasons import is_comparable


def sentences(desk: Desk, now: TrustQuarter) -> tuple[str, ...]:
    """One audience's changes: the score, against last quarter and last year, the state, the parts that moved."""
    return tuple(text for text in _sentences(desk, now) if text)


def openness_sentences(desk: Desk, quarter: Quarter) -> tuple[str, ...]:
    """Transparency against the quarter before, where both have points; and the count of incidents."""
    words = desk.words
    now, before = desk.scorecard.transparency_at(quarter), desk.scorecard.transparency_at(quarter.plus(-1))
    if now is None:
        return ()
    found = []
    if before is not None and before.score is not None and now.score is not None:
        found.append(
            words.say(
                "Points for telling, explaining, repairing: {now} of 100, {before} the quarter before.",
                now=words.points(now.score),
                before=words.points(before.score),
            )
        )
    if now.incidents.count or (before is not None and before.incidents.count):
        count = words.count("{n} incident", "{n} incidents", now.incidents.count)
        if before is not None:
            count = words.say("{now}, {before} the quarter before.", now=count, before=before.incidents.count)
            found.append(f"{count} {openness.change(words, now.incidents)}".strip())
        else:
            found.append(count + ".")
    return tuple(found)


def _sentences(desk: Desk, now: TrustQuarter) -> Iterator[str]:
    words, series = desk.words, desk.scorecard.of(now.audience)
    yield against(words, now.verdict, now, series is None or is_first(series, now))
    yield _year(words, now)
    if now.trust.score is not None and now.direct_verdict is not None:
        moved = moved_sentence(words, words.say("The direct answer"), now.direct_verdict)
        if moved:
            yield moved
    if now.state.changed:
        word = terms.state_word(words, now.state.name)
        yield words.say("The word for it is new: {word}.", word=word)
    told = [(one.name, verdict) for one in now.dimensions if (verdict := spoken(one)) and is_comparable(verdict)]
    clear = [(name, verdict) for name, verdict in told if verdict.word in (VerdictWord.BETTER, VerdictWord.WORSE)]
    for name, verdict in sorted(clear, key=lambda pair: -abs(pair[1].d or 0)):
        yield moved_sentence(words, name, verdict)
    if told and not clear:
        yield words.say("No part of trust moved beyond chance.")


def against(words: Words, verdict: Verdict | None, now: TrustQuarter, first: bool) -> str:
    """The score against the quarter before, with the range of the difference."""
    if now.shown.score is None:
        return ""
    if verdict is None or not is_comparable(verdict):
        if first:
            return words.say("This is the first measurement.")
        return words.say("We cannot compare: {reason}.", reason=reasons.not_comparable(words, verdict, now))
    text = moved_sentence(words, words.say("Trust"), verdict)
    if verdict.lo is not None and verdict.hi is not None:
        lo, hi = _signed(words, verdict.lo), _signed(words, verdict.hi)
        text += " " + words.say("The difference lies between {lo} and {hi}.", lo=lo, hi=hi)
    return text


def _year(words: Words, now: TrustQuarter) -> str:
    verdict = now.verdict_year
    if (
        verdict is None
        or verdict.before is None
        or verdict.word is VerdictWord.NOT_COMPARABLE
        or now.shown.score is None
    ):
        return ""
    moved = moved_sentence(words, words.say("Trust"), verdict)
    return words.say("Against a year before: {moved}", moved=moved[:1].lower() + moved[1:])


def moved_sentence(words: Words, what: str, verdict: Verdict) -> str:
    """A change of one figure in a sentence; '' where nothing can be compared."""
    if verdict.before is None or verdict.now is None:
        return ""
    facts = {"what": what, "a": words.figure(verdict.before), "b": words.figure(verdict.now)}
    if verdict.word is VerdictWord.BETTER:
        return words.say("{what} rose from {a} to {b}.", **facts)
    if verdict.word is VerdictWord.WORSE:
        return words.say("{what} fell from {a} to {b}.", **facts)
    if verdict.word is VerdictWord.SAME:
        return words.say("{what} is steady: {b}, {a} before.", **facts)
    if verdict.word is VerdictWord.UNCLEAR:
        return words.say("{what}: no clear change, {b} now and {a} before.", **facts)
    return ""


def _signed(words: Words, value: float) -> str:
    size = words.difference(value)
    return f"−{size}" if value < 0 else f"+{size}"
