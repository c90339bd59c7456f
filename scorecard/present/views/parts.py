"""The parts of trust (dimensions), the questions and the groups of one quarter, as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scorecard.model.readings import Estimate, Flag, ReasonCode, Verdict, VerdictWord
from scorecard.model.trust import DimensionReading, GroupReading, QuestionReading, TrustQuarter
from scorecard.present import addresses
from scorecard.present.charts.dimensions import Track, against_target, track
from scorecard.present.desk import Desk
from scorecard.present.views import entries, vintages
from scorecard.present.words import Words, reasons, terms


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the score with its range, change against the quarter before, and its track. '' where there is none."""

    id: str
    name: str
    detail: str
    score: str
    range: str
    n: str
    change: str
    moved: str  # up | down | '' : only on a verdict
    before: str
    target: str
    target_word: str
    reason: str
    track: Track
    year: bool = False  # the change is against a year before
    earlier: str = ""  # what was published in place of the score before
    lang: str = ""  # of the name, where people were asked in another language than the page's


@dataclass(frozen=True, slots=True)
class Remark:
    """The company's own words on one figure: which, what it says now, and the words. They change nothing."""

    name: str
    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class Moves:
    """The parts, largest move first, and the finding above them."""

    finding: str
    what: str
    rows: tuple[Row, ...]
    key: tuple[str, ...]
    targets: bool
    ghosts: bool
    csv: str
    svg: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionRows:
    """The questions of one part, with who did not know, and the groups of each."""

    id: str
    name: str
    rows: tuple[Row, ...]
    dont_know: tuple[str, ...]
    notes: tuple[str, ...]
    groups: tuple[Groups, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one question: shown ones as rows, hidden ones as a sentence."""

    question: str
    name: str
    title: str
    rows: tuple[Row, ...]
    hidden: str


def asked(now: TrustQuarter) -> bool:
    """Was any part of trust asked, shown or not?"""
    return any(
        one.estimate.reason is None or one.estimate.reason.code is not ReasonCode.NOT_ASKED for one in now.dimensions
    )


def moves(desk: Desk, now: TrustQuarter) -> Moves:
    """All parts of a quarter, those that moved first, the largest first, either way."""
    ordered = sorted(now.dimensions, key=_most_moved)
    compared = _any_compared(now)
    words, quarter = desk.words, desk.words.quarter(now.quarter)
    rows = tuple(
        replace(dimension(desk, one), earlier=vintages.of_part(desk, now, one.id, one.target)) for one in ordered
    )
    return Moves(
        finding=_finding(words, now),
        what=words.say("The parts of trust in {quarter}. What moved most stands first.", quarter=quarter)
        if compared
        else words.say("The parts of trust in {quarter}. The weakest stands first.", quarter=quarter),
        rows=rows,
        key=terms.verdict_key(words, desk.method.verdicts.same) if compared else (),
        targets=any(row.target for row in rows),
        ghosts=any(row.before for row in rows),
        csv=addresses.DATA + "trust.csv",
        svg=f"{addresses.DATA}parts-{now.audience}-{now.quarter.slug}.svg",
        remarks=tuple(_remarks(desk, now, rows)),
    )


def dimension(desk: Desk, one: DimensionReading) -> Row:
    """A part of trust as a row."""
    known = next((d for d in desk.method.dimensions if d.id == one.id), None)
    detail = " ".join(known.meaning.split()) if known is not None and known.meaning else ""
    row = _row(desk, one.id, one.name, detail, one.estimate, spoken(one), one.target)
    return replace(row, year=row.before != "" and spoken(one) is not one.verdict)


def _remarks(desk: Desk, now: TrustQuarter, rows: tuple[Row, ...]) -> Iterator[Remark]:
    wave = desk.wave(now.audience, now.quarter)
    said = wave.record.company_comments if wave is not None else {}
    for row in rows:
        if row.id in said:
            yield Remark(row.name, row.score or row.reason, said[row.id])


def spoken(one: DimensionReading) -> Verdict | None:
    """The change that is told: against the quarter before, against a year before where only that can be compared."""
    if not reasons.is_comparable(one.verdict) and reasons.is_comparable(one.verdict_year):
        return one.verdict_year
    return one.verdict


def question(desk: Desk, one: QuestionReading) -> Row:
    """A question as a row; its own scale is named where it was not 1 to 10."""
    words = desk.words
    detail = ""
    if one.scale != (1, 10) and one.mean is not None:
        detail = words.say(
            "Asked on {low} to {high}: mean {mean}.",
            low=one.scale[0],
            high=one.scale[1],
            mean=words.plain(one.mean),
        )
    elif one.share is not None:
        detail = words.say(
            "{share} {what}.", share=words.percent(one.share), what=one.share_of or words.say("said yes")
        )
        if one.share_lo is not None and one.share_hi is not None:
            lo, hi = words.percent(one.share_lo), words.percent(one.share_hi)
            detail += " " + words.say("Chance alone could put it between {lo} and {hi}.", lo=lo, hi=hi)
    row = _row(desk, one.id, one.text, detail, one.estimate, one.verdict, None)
    row = replace(row, lang=entries.language(one.language))
    if one.kind == "missing" and one.missing:
        return _with_reason(row, words.say("No figure: {why}", why=one.missing))
    return row


def group(desk: Desk, one: GroupReading) -> Row:
    """A group as a row; one with few answers shows the year's figure."""
    if one.estimate.score is None and one.by_year is not None and one.by_year.score is not None:
        return _row(desk, one.id, one.name, desk.words.say("four quarters together"), one.by_year, None, None)
    return _row(desk, one.id, one.name, "", one.estimate, one.verdict, None)


def questions(desk: Desk, now: TrustQuarter) -> tuple[QuestionRows, ...]:
    """The direct question first, then part by part, then what belongs to no part."""
    by_id = {one.id: one for one in now.questions}
    direct = by_id.get(desk.method.direct_question)
    blocks = []
    if direct is not None:
        blocks.append(_block(desk, "direct", desk.words.say("Asked directly"), [direct]))
    used = {desk.method.direct_question}
    for one in now.dimensions:
        members = [by_id[id] for id in _members(desk, one) if id in by_id]
        used |= {member.id for member in members}
        if members:
            blocks.append(_block(desk, one.id, one.name, members))
    others = [one for one in now.questions if one.id not in used]
    if others:
        blocks.append(_block(desk, "other", desk.words.say("Other questions"), others))
    return tuple(blocks)


def hidden_sentence(words: Words, groups: Iterable[GroupReading]) -> str:
    """Which groups are hidden, in words; '' where none is."""
    names = [one.name for one in groups if _hidden(one)]
    if not names:
        return ""
    return words.say("Hidden to protect people: {groups}.", groups=words.listed(names))


def _members(desk: Desk, one: DimensionReading) -> tuple[str, ...]:
    known = next((d for d in desk.method.dimensions if d.id == one.id), None)
    return tuple(known.questions) if known is not None else one.questions


def _block(desk: Desk, id: str, name: str, members: list[QuestionReading]) -> QuestionRows:
    words = desk.words
    notes = []
    for one in members:
        if one.note:
            notes.append(f"{one.text}: {one.note}" if len(members) > 1 else one.note)
        if one.company_comment:
            notes.append(words.say("The company comments: {text}", text=one.company_comment))
    groups = [
        Groups(
            one.id,
            one.text,
            title,
            tuple(group(desk, g) for g in found if not _hidden(g)),
            hidden_sentence(words, found),
        )
        for one in members
        for title, found in ((words.say("By group"), one.groups), (words.say("By channel"), one.channels))
        if found
    ]
    return QuestionRows(
        id=id,
        name=name,
        rows=tuple(question(desk, one) for one in members),
        dont_know=tuple(words.percent(m.dont_know_share) if m.dont_know_share is not None else "" for m in members),
        notes=tuple(notes),
        groups=tuple(groups),
    )


def _hidden(one: GroupReading) -> bool:
    reason = one.estimate.reason
    by_year = one.by_year is not None and one.by_year.score is not None
    return reason is not None and reason.code is ReasonCode.SUPPRESSED and not by_year


def _row(
    desk: Desk, id: str, name: str, detail: str, estimate: Estimate, verdict: Verdict | None, target: float | None
) -> Row:
    words = desk.words
    ends = words.interval(estimate.lo, estimate.hi) if estimate.lo is not None and estimate.hi is not None else None
    before = verdict.before if verdict is not None and reasons.is_comparable(verdict) else None
    word = against_target(estimate, target)
    return Row(
        id=id,
        name=name,
        detail=detail,
        score=words.score(estimate, *([target] if target else [])),
        range=words.say("{lo} to {hi}", lo=ends[0], hi=ends[1]) if ends else "",
        n=words.number(estimate.n) if estimate.n is not None else "",
        change=terms.verdict_cell(words, verdict) if estimate.score is not None else "",
        moved=_moved(verdict),
        before=words.figure(before) if before is not None else "",
        target=words.figure(target) if target is not None else "",
        target_word=_target_word(words, word),
        reason=reasons.sentence(words, estimate.reason) if estimate.score is None else _few(words, estimate),
        track=track(estimate, before, target, desk.method.state.partner_at),
    )


def _with_reason(row: Row, reason: str) -> Row:
    return replace(row, reason=reason)


def _few(words: Words, estimate: Estimate) -> str:
    if Flag.LOW_RELIABILITY in estimate.flags and estimate.n is not None:
        return words.count("{n} answer", "{n} answers", estimate.n)
    return ""


def _target_word(words: Words, word: str) -> str:
    return {"met": words.say("met"), "missed": words.say("missed"), "close": words.say("too close to call")}.get(
        word, ""
    )


def _moved(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    return {VerdictWord.BETTER: "up", VerdictWord.WORSE: "down"}.get(verdict.word, "")


def _most_moved(one: DimensionReading) -> tuple[int, float, float]:
    """Clear moves first, the largest first; then the others, the weakest first."""
    verdict = spoken(one)
    clear = verdict is not None and verdict.word in (VerdictWord.BETTER, VerdictWord.WORSE)
    size = abs(verdict.d) if verdict is not None and verdict.d is not None and clear else 0.0
    score = one.estimate.score if one.estimate.score is not None else 11.0
    return (0 if clear else 1, -size, score)


def _any_compared(now: TrustQuarter) -> bool:
    return any(reasons.is_comparable(spoken(one)) for one in now.dimensions)


def _finding(words: Words, now: TrustQuarter) -> str:
    """What moved, counted; which part is weakest."""
    up = sum(_moved(spoken(one)) == "up" for one in now.dimensions)
    down = sum(_moved(spoken(one)) == "down" for one in now.dimensions)
    total = len([one for one in now.dimensions if one.estimate.score is not None])
    if not total:
        return words.say("The parts of trust were not asked")
    if down and up:
        return words.say("Of {total} parts, {down} fell and {up} rose", total=total, down=down, up=up)
    if down:
        return words.say("Of {total} parts, {down} fell and none rose", total=total, down=down)
    if up:
        return words.say("Of {total} parts, {up} rose and none fell", total=total, up=up)
    if not _any_compared(now):
        weakest = next((one for one in now.dimensions if one.id == now.weakest), None)
        if weakest is not None and weakest.estimate.score is not None:
            return words.say(
                "{name} is the weakest part at {score}",
                name=weakest.name,
                score=words.figure(weakest.estimate.score),
            )
        return words.say("The parts of trust")
    return words.say("No part moved beyond chance")
