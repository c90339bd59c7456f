"""A quarter as it was published on a day: every version keeps its address, also when a later one took its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.records.vintage import PublishedTrust, Vintage
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import vintages
from scorecard.present.words import Words, reasons, terms

PLACE = 12


@dataclass(frozen=True, slots=True)
class OldRow:
    """A figure of that version: the audience's trust, or one of its parts."""

    name: str
    score: str
    range: str
    n: str
    reason: str


@dataclass(frozen=True, slots=True)
class OldAudience:
    """One audience as that version showed it."""

    id: str
    title: str
    state: str
    why: str
    asked: str
    rows: tuple[OldRow, ...]


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Another version of the same quarter, for the list at the end."""

    href: str
    name: str


@dataclass(frozen=True, slots=True)
class VintagePage(Context):
    """One version. `replaced` is '' while no later one took its place; `why` is the address of the correction."""

    quarter: str
    quarter_href: str
    number: int
    published: str
    replaced: str
    why: str
    headline: str
    audiences: tuple[OldAudience, ...]
    points: str
    method: str
    others: tuple[OtherVersion, ...]


def make(desk: Desk) -> Iterator[Page]:
    """A page per version of every quarter, the newest quarter first."""
    for entry in sorted(desk.records.vintages, key=lambda one: (-one.record.quarter.index, one.record.version)):
        yield _page(desk, entry.record, entry.file)


def _page(desk: Desk, one: Vintage, file: str) -> Page:
    words, when = desk.words, desk.words.quarter(one.quarter)
    title = words.say("{quarter}, version {number}", quarter=when, number=one.version)
    published = words.say("Published {day}.", day=words.day(one.published))
    return Page(
        uri=addresses.version(one.quarter, one.version),
        kind="vintage",
        title=title,
        template="vintage.html.jinja",
        context=_context(desk, one, when, published),
        updated=words.local(one.published).date(),
        description=title if _silent(desk, one) else one.headline or title,
        source=file,
        parent=addresses.QUARTERS,
        summary=published,
        language=words.language,
    )


def _context(desk: Desk, one: Vintage, when: str, published: str) -> VintagePage:
    words, after = desk.words, vintages.replaced(desk, one)
    return VintagePage(
        words=words,
        say=words.say,
        frame=desk.frame,
        quarter=when,
        quarter_href=addresses.quarter(one.quarter) if one.quarter in desk.quarters else addresses.QUARTERS,
        number=one.version,
        published=published,
        replaced=_replaced(words, after) if after is not None else "",
        why=vintages.correction(desk, after) if after is not None else "",
        headline="" if _silent(desk, one) else one.headline,
        audiences=tuple(_audience(desk, one.quarter, name, asked) for name, asked in one.trust.items()),
        points=_points(words, one),
        method=one.method,
        others=tuple(
            OtherVersion(
                addresses.version(other.quarter, other.version),
                words.say("Version {number}, published {day}", number=other.version, day=words.day(other.published)),
            )
            for other in vintages.of(desk, one.quarter)
            if other.version != one.version
        ),
    )


def _silent(desk: Desk, one: Vintage) -> bool:
    """Its headline names a figure that is hidden to protect people now."""
    now = desk.trust("customers", one.quarter)
    return now is not None and vintages.is_hidden(now.shown)


def _replaced(words: Words, after: Vintage) -> str:
    return words.say(
        "On {day} a later version took its place: {reason}.",
        day=words.day(after.published),
        reason=vintages.reason(words, after),
    )


def _audience(desk: Desk, quarter: Quarter, name: str, asked: PublishedTrust) -> OldAudience:
    words, now = desk.words, desk.trust(name, quarter)
    known = {one.id: one.name for one in desk.method.dimensions}
    hidden = {one.id for one in now.dimensions if vintages.is_hidden(one.estimate)} if now is not None else set()
    none = now is not None and vintages.is_hidden(now.shown)
    first = _row(words, words.say("Trust"), asked.shown, asked.n, none)
    parts = tuple(
        _row(words, known.get(part.id) or part.name or part.id, part.estimate, part.n, none or part.id in hidden)
        for part in asked.dimensions
    )
    return OldAudience(
        id=name,
        title=terms.audience(words, name),
        state=terms.state_word(words, asked.state.name),
        why="" if none else asked.state.why,
        asked=words.say("{n} people were asked.", n=words.number(asked.invited)) if asked.invited is not None else "",
        rows=(first, *parts),
    )


def _row(words: Words, name: str, estimate: Estimate, n: int | None, hidden: bool) -> OldRow:
    """A figure as it was; one that is hidden to protect people now is hidden here too."""
    if hidden:
        return OldRow(name, "", "", "", reasons.sentence(words, Reason(ReasonCode.SUPPRESSED)))
    if estimate.score is None:
        return OldRow(name, "", "", "", reasons.sentence(words, estimate.reason))
    ends = words.interval(estimate.lo, estimate.hi) if estimate.lo is not None and estimate.hi is not None else None
    between = words.say("{lo} to {hi}", lo=ends[0], hi=ends[1]) if ends else ""
    return OldRow(name, words.score(estimate), between, words.number(n) if n is not None else "", "")


def _points(words: Words, one: Vintage) -> str:
    if one.transparency is None:
        return ""
    if one.transparency.score is None:
        return words.say("Telling, explaining, repairing: no points in this version.")
    return words.say(
        "Telling, explaining, repairing: {n} of 100 points in this version.", n=words.points(one.transparency.score)
    )
