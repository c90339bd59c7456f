"""Earlier versions: what a page had said before it was corrected, beside what it says now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, ReasonCode
from scorecard.model.records.vintage import PublishedTrust, Vintage
from scorecard.model.trust import TrustQuarter
from scorecard.present import addresses
from scorecard.present.desk import Desk
from scorecard.present.words import Words, reasons, terms


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure as it stood in public for a while. `changed` says when and why it no longer does, '' where it stands."""

    text: str
    href: str
    changed: str
    why: str  # address of the correction, '' where none is told


@dataclass(frozen=True, slots=True)
class Version:
    """A published version of a quarter with its page."""

    href: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Versions in a row that show one text: the first of them, and the one that changed it, None where none did."""

    shown: str
    first: Vintage
    ended: Vintage | None


def of(desk: Desk, quarter: Quarter) -> tuple[Vintage, ...]:
    """All published versions of a quarter, the first one first."""
    return desk.once(_by_quarter).get(quarter, ())


def _by_quarter(desk: Desk) -> Mapping[Quarter, tuple[Vintage, ...]]:
    found: dict[Quarter, list[Vintage]] = {}
    for entry in desk.records.vintages:
        found.setdefault(entry.record.quarter, []).append(entry.record)
    return {quarter: tuple(versions) for quarter, versions in found.items()}


def versions(desk: Desk, quarter: Quarter) -> tuple[Version, ...]:
    """All published versions of a quarter as links."""
    words = desk.words
    return tuple(
        Version(
            addresses.version(quarter, one.version),
            words.say("version {number}", number=one.version),
            words.day(one.published),
        )
        for one in of(desk, quarter)
    )


def of_score(desk: Desk, now: TrustQuarter) -> tuple[Earlier, ...]:
    """What we had published as this audience's trust, where it is no longer what we say."""
    words = desk.words
    if is_hidden(now.shown):
        return ()

    def shown(one: Vintage) -> str | None:
        asked = _asked(one, now.audience)
        return figure(words, asked.shown) if asked is not None else None

    return tuple(
        _line(desk, one, words.say("On {day} we published {figure}.", day=_day(words, one.first), figure=one.shown))
        for one in _old(of(desk, now.quarter), shown, figure(words, now.shown))
    )


def of_points(desk: Desk, quarter: Quarter) -> tuple[Earlier, ...]:
    """What we had published as transparency, where it is no longer what we say."""
    words = desk.words
    one_now = desk.scorecard.transparency_at(quarter)

    def text(score: float | None) -> str:
        return words.say("{n} of 100 points", n=words.points(score)) if score is not None else words.say("no points")

    def shown(one: Vintage) -> str | None:
        return text(one.transparency.score) if one.transparency is not None else None

    return tuple(
        _line(desk, one, words.say("On {day} we published {figure}.", day=_day(words, one.first), figure=one.shown))
        for one in _old(of(desk, quarter), shown, text(one_now.score if one_now is not None else None))
    )


def of_part(desk: Desk, now: TrustQuarter, id: str, target: float | None) -> str:
    """earlier: 6.4; '' where this part of trust was never shown as anything else."""
    words = desk.words
    boundaries = [target] if target else []

    def text(estimate: Estimate | None) -> str | None:
        if estimate is None:
            return None
        return words.score(estimate, *boundaries) if estimate.score is not None else words.say("no score")

    def shown(one: Vintage) -> str | None:
        asked = _asked(one, now.audience)
        part = next((d for d in asked.dimensions if d.id == id), None) if asked is not None else None
        return text(part.estimate if part is not None else None)

    current = next((one.estimate for one in now.dimensions if one.id == id), None)
    if is_hidden(current):
        return ""
    return _before(words, _old(of(desk, now.quarter), shown, text(current) or ""))


def of_invited(desk: Desk, now: TrustQuarter) -> str:
    """earlier: 6,000, of the people asked."""
    invited = now.fielding.invited if now.fielding is not None else None
    return _of_count(desk, now, lambda one: one.invited, invited)


def of_answered(desk: Desk, now: TrustQuarter) -> str:
    """earlier: 700, of the people who answered."""
    return _of_count(desk, now, lambda one: one.n, now.n)


def first_shown(desk: Desk, now: TrustQuarter) -> str:
    """The score a quarter was first published with, where it is not the one we show now; else ''."""
    old = of_score(desk, now)
    if not old:
        return ""
    asked = _asked(of(desk, now.quarter)[0], now.audience)
    if asked is None:
        return ""
    return desk.words.score(asked.shown) if asked.shown.score is not None else desk.words.say("no score")


def figure(words: Words, estimate: Estimate) -> str:
    """6.4 out of 10, between 6.1 and 6.7; or no score and why."""
    if estimate.score is None:
        return words.say("no score ({reason})", reason=reasons.fragment(words, estimate.reason))
    ends = words.between(estimate)
    score = words.say("{score} out of 10", score=words.score(estimate))
    return f"{score}, {ends}" if ends else score


def is_hidden(estimate: Estimate | None) -> bool:
    """Is a figure hidden to protect people? Then what was published before is not shown again either."""
    return estimate is not None and estimate.reason is not None and estimate.reason.code is ReasonCode.SUPPRESSED


def replaced(desk: Desk, one: Vintage) -> Vintage | None:
    """The version that took its place, None where it still stands."""
    return next((other for other in of(desk, one.quarter) if other.version > one.version), None)


def reason(words: Words, after: Vintage) -> str:
    """Why a version took the place of the one before it."""
    if after.restatement is None:
        return words.say("the reason is not stated")
    label = terms.correction_label(words, after.restatement.label)
    return label[:1].lower() + label[1:] if words.language == "en" else label


def correction(desk: Desk, after: Vintage) -> str:
    """The address of the correction that tells more; '' where it names none that is there."""
    id = after.restatement.correction if after.restatement is not None else None
    known = any(entry.id == id and entry.record.published <= desk.today for entry in desk.records.corrections)
    return addresses.entry(addresses.CORRECTIONS, id) if id and known else ""


def _asked(one: Vintage, audience: str) -> PublishedTrust | None:
    return next((asked for name, asked in one.trust.items() if name == audience), None)


def _old(versions: Sequence[Vintage], shown: Callable[[Vintage], str | None], now: str) -> Iterator[Stretch]:
    """Stretches of versions that showed something else than what is shown now."""
    stretches: list[Stretch] = []
    for one in versions:
        text = shown(one)
        if stretches and stretches[-1].ended is None and text != stretches[-1].shown:
            stretches[-1] = Stretch(stretches[-1].shown, stretches[-1].first, one)
        if text is not None and (not stretches or stretches[-1].ended is not None):
            stretches.append(Stretch(text, one, None))
    return (one for one in stretches if one.shown != now)


def _line(desk: Desk, one: Stretch, text: str) -> Earlier:
    words, after = desk.words, one.ended
    return Earlier(
        text=text,
        href=addresses.version(one.first.quarter, one.first.version),
        changed=words.say("Changed on {day}: {reason}.", day=_day(words, after), reason=reason(words, after))
        if after is not None
        else "",
        why=correction(desk, after) if after is not None else "",
    )


def _of_count(
    desk: Desk, now: TrustQuarter, of_one: Callable[[PublishedTrust], int | None], current: int | None
) -> str:
    words = desk.words

    def text(count: int | None) -> str:
        return words.number(count) if count is not None else words.say("not stated")

    def shown(one: Vintage) -> str | None:
        asked = _asked(one, now.audience)
        return text(of_one(asked)) if asked is not None else None

    return _before(words, _old(of(desk, now.quarter), shown, text(current)))


def _before(words: Words, old: Iterator[Stretch]) -> str:
    texts = [one.shown for one in old]
    return words.say("earlier: {figures}", figures=words.listed(texts)) if texts else ""


def _day(words: Words, one: Vintage) -> str:
    at: datetime = one.published
    return words.day(at)
