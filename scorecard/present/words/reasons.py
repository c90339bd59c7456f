"""Why there is no figure: each reason code in words, as a fragment after a colon and as a sentence of its own."""

from __future__ import annotations

from datetime import datetime

from scorecard.model.readings import Reason, ReasonCode, Verdict, VerdictWord
from scorecard.model.trust import TrustQuarter
from scorecard.present.words.book import Words


def never_asked(words: Words) -> str:
    """No wave of this audience was ever published."""
    return words.say("our customers were not asked yet")


def no_wave(words: Words) -> str:
    """This quarter has no wave of this audience."""
    return words.say("nobody was asked this quarter")


def fragment(words: Words, reason: Reason | None) -> str:
    """A reason as it stands after a colon, without capital and full stop."""
    if reason is None:
        return words.say("the reason is not stated")
    detailed = _detailed(words, reason)
    if detailed:
        return detailed
    number = _whole(reason, "n")
    if reason.code is ReasonCode.TOO_FEW and number:
        return words.count("{n} answer is too few", "{n} answers are too few", number)
    return {
        ReasonCode.NOT_ASKED: words.say("nobody was asked"),
        ReasonCode.NOT_PUBLISHED: words.say("the answers are not published yet"),
        ReasonCode.TOO_FEW: words.say("too few people answered"),
        ReasonCode.NOT_APPLICABLE: words.say("it does not apply"),
        ReasonCode.NOT_TESTED: words.say("too few cases to judge"),
        ReasonCode.SUPPRESSED: words.say("hidden to protect people"),
        ReasonCode.BREAK: break_words(words, reason),
        ReasonCode.ERROR: words.say("the data hold a mistake"),
    }[reason.code]


def _detailed(words: Words, reason: Reason) -> str:
    """The words of a finer detail, '' where the code alone says enough."""
    present, parts = _whole(reason, "present"), _whole(reason, "parts")
    if reason.detail == "coverage" and present is not None and parts is not None:
        return words.say("{present} of its {parts} parts have enough answers", present=present, parts=parts)
    if reason.detail == "overdue_release":
        due = words.day(datetime.fromisoformat(str(reason.facts["due"])))
        return words.say("the answers were due on {day} and are not published", day=due)
    return {
        "nobody": words.say("nobody answered"),
        "coverage": words.say("too many of its parts are missing"),
        "no_n": words.say("how many answered is not stated"),
        "share": words.say("published as a share, not as a score"),
        "share_no_n": words.say("published as a share, without how many answered"),
        "percentages": words.say("the published shares do not add up to 100"),
        "direct_only": words.say("the parts of trust were not asked"),
        "no_incident": words.say("no incident to judge"),
        "too_few_incidents": words.say("too few incidents to judge"),
        "no_case": words.say("no case to judge"),
        "no_error": words.say("we know of no published error"),
        "none_due": words.say("nothing was due"),
        "no_register": words.say("we publish no list of it"),
        "no_indicator": words.say("nothing in it could be judged"),
        "before_scored_from": words.say("it was before we began to count"),
    }.get(reason.detail, "")


def sentence(words: Words, reason: Reason | None) -> str:
    """The same as a sentence of its own."""
    text = fragment(words, reason)
    return text[:1].upper() + text[1:] + "."


def not_comparable(words: Words, verdict: Verdict | None, now: TrustQuarter) -> str:
    """Why two quarters are not compared, as a fragment."""
    reason = (verdict.reason if verdict is not None else None) or now.break_before
    if reason is None:
        return words.say("the figures before are too weak")
    if reason.code is ReasonCode.TOO_FEW:
        return words.say("too few people answered")
    if reason.code is ReasonCode.NOT_ASKED:
        return words.say("nobody was asked the quarter before")
    if reason.code is ReasonCode.NOT_PUBLISHED:
        return words.say("the answers of the quarter before are not published")
    if reason.code is not ReasonCode.BREAK:
        return fragment(words, reason)
    return break_words(words, reason)


def is_comparable(verdict: Verdict | None) -> bool:
    """Is there a change to speak of?"""
    return verdict is not None and verdict.before is not None and verdict.word is not VerdictWord.NOT_COMPARABLE


def break_words(words: Words, reason: Reason) -> str:
    """What changed in the way of asking."""
    return {
        "wording": words.say("the questions changed"),
        "scale": words.say("the scale of answers changed"),
        "mode": words.say("people were asked in another way"),
        "audience": words.say("other people were asked"),
        "sample": words.say("people were chosen in another way"),
        "mark": words.say("the survey changed"),
        "method": words.say("the method changed"),
    }.get(reason.detail, words.say("the way of asking changed"))


def _whole(reason: Reason, fact: str) -> int | None:
    value = reason.facts.get(fact)
    return value if isinstance(value, int) else None
