"""How people answered each question: shares of low, middle and high answers, with the finding above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.model.answers import CLASSES, members
from scorecard.model.trust import QuestionReading, TrustQuarter
from scorecard.present import addresses
from scorecard.present.charts import answers as chart
from scorecard.present.charts.answers import Bar, Split
from scorecard.present.desk import Desk
from scorecard.present.views import entries
from scorecard.present.words import Words


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question: its shares in words and its bar. The `of` texts split a share in two, '' where it is one piece.

    `lang` is the language it was asked in, '' where that is not stated.
    """

    text: str
    lang: str
    detail: str
    low: str
    low_of: str
    middle: str
    merged: str
    high: str
    high_of: str
    bar: Bar
    split: Split


@dataclass(frozen=True, slots=True)
class Key:
    """A colour with its words."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The figure: finding, what it is, rows with the most agreement first, key, notes, and where the data are."""

    finding: str
    subtitle: str
    rows: tuple[AnswerRow, ...]
    heads: tuple[str, str, str]
    key: tuple[Key, ...]
    notes: tuple[str, ...]
    csv: str
    svg: str


def make(desk: Desk, now: TrustQuarter) -> Answers | None:
    """The figure of one audience's quarter; None where no question has shares to show."""
    words = desk.words
    found = [(one, part) for one in now.questions if (part := chart.split(one.shares, one.scale)) is not None]
    if not found:
        return None
    scales = [one.scale for one, _ in found]
    usual = max(dict.fromkeys(scales), key=scales.count)
    found.sort(key=lambda pair: (-pair[1].surely, pair[1].merged, pair[0].id))
    splits = [part for _, part in found]
    spans = members(usual)
    return Answers(
        finding=finding(words, splits),
        subtitle=_subtitle(words, now, [one for one, _ in found], usual),
        rows=tuple(
            _row(words, one, part, bar, usual) for (one, part), bar in zip(found, chart.bars(splits), strict=True)
        ),
        heads=tuple(_head(words, spans, names) for names in (("very-low", "low"), ("middle",), ("high", "very-high"))),  # type: ignore[arg-type]
        key=tuple(_key(words, spans, splits)),
        notes=tuple(_notes(words, now, [one for one, _ in found], splits)),
        csv=addresses.DATA + "answers.csv",
        svg=picture_uri(now),
    )


def picture_uri(now: TrustQuarter) -> str:
    """Where the picture stands as a file."""
    return f"{addresses.DATA}answers-{now.audience}-{now.quarter.slug}.svg"


def finding(words: Words, splits: Sequence[Split]) -> str:
    """Low answers first: to how many questions they outnumber the high ones, wherever merged answers belong."""
    total = len(splits)
    low = sum(part.leans == "low" for part in splits)
    high = sum(part.leans == "high" for part in splits)
    if low == total:
        return words.count(
            "The one question has more low answers than high ones",
            "All {n} questions have more low answers than high ones",
            total,
        )
    if low:
        return words.say(
            "{n} of {total} questions have more low answers than high ones",
            n=words.number(low),
            total=words.number(total),
        )
    if high == total:
        return words.count(
            "The one question has more high answers than low ones",
            "All {n} questions have more high answers than low ones",
            total,
        )
    if not high:
        return words.say("High and low answers balance, or cannot be told apart")
    return words.say(
        "{n} of {total} questions have more high answers than low ones", n=words.number(high), total=words.number(total)
    )


def span(words: Words, ends: tuple[int, int]) -> str:
    """7 to 10, or 5 where it is one answer."""
    first, last = ends
    return str(first) if first == last else words.say("{first} to {last}", first=first, last=last)


def _whole(spans: dict[str, tuple[int, int]], names: Sequence[str]) -> tuple[int, int] | None:
    """From the first to the last answer of some classes, None where the scale has none of them."""
    found = [spans[name] for name in names if name in spans]
    return (found[0][0], found[-1][1]) if found else None


def _head(words: Words, spans: dict[str, tuple[int, int]], names: Sequence[str]) -> str:
    ends = _whole(spans, names)
    return span(words, ends) if ends is not None else ""


def _subtitle(words: Words, now: TrustQuarter, asked: Sequence[QuestionReading], scale: tuple[int, int]) -> str:
    spans = members(scale)
    low, high = _whole(spans, ("very-low", "low")), _whole(spans, ("high", "very-high"))
    parts = [words.say("Shares of the answers in per cent, {quarter}.", quarter=words.quarter(now.quarter))]
    if low is not None and high is not None:
        parts.append(
            words.say(
                "On a scale of {first} to {last}, {low} is low and {high} is high.",
                first=scale[0],
                last=scale[1],
                low=span(words, low),
                high=span(words, high),
            )
        )
    numbers = [one.estimate.n for one in asked if one.estimate.n is not None]
    if numbers:
        least, most = words.number(min(numbers)), words.number(max(numbers))
        parts.append(
            words.say("{n} answers to each question.", n=least)
            if least == most
            else words.say("{least} to {most} answers to each question.", least=least, most=most)
        )
    return " ".join(parts)


def _row(words: Words, one: QuestionReading, part: Split, bar: Bar, usual: tuple[int, int]) -> AnswerRow:
    detail = []
    if one.estimate.n is not None:
        detail.append(words.count("{n} answer", "{n} answers", one.estimate.n))
    if one.scale != usual:
        detail.append(words.say("asked on {first} to {last}", first=one.scale[0], last=one.scale[1]))
    return AnswerRow(
        text=one.text,
        lang=entries.language(one.language),
        detail=", ".join(detail),
        low=_told(words, part, "low", part.all_low),
        low_of=_of(words, part.very_low, part.low, part.low_joined),
        middle=_told(words, part, "middle", part.middle),
        merged=_merged(words, part),
        high=_told(words, part, "high", part.all_high),
        high_of=_of(words, part.high, part.very_high, part.high_joined),
        bar=bar,
        split=part,
    )


def _told(words: Words, part: Split, side: str, number: int) -> str:
    """A share; at least that much where merged answers may belong to it, '' where nothing of it stands alone."""
    if side not in part.unsure:
        return _percent(words, number)
    return words.say("at least {share}", share=_percent(words, number)) if number else ""


def _percent(words: Words, number: int) -> str:
    return words.percent(number / 100)


def _of(words: Words, outer: int, inner: int, joined: bool) -> str:
    return "" if joined or not outer or not inner else words.say("{a} + {b}", a=outer, b=inner)


def _merged(words: Words, part: Split) -> str:
    if not part.spans:
        return ""
    spans = words.listed([span(words, ends) for ends in part.spans])
    return words.say("{share} at {spans}", share=_percent(words, part.merged), spans=spans)


def _key(words: Words, spans: dict[str, tuple[int, int]], splits: Sequence[Split]) -> list[Key]:
    found = [Key(name, span(words, spans[name])) for name in CLASSES if name in spans]
    if any(part.spans for part in splits):
        found.append(Key("merged", words.say("not told apart")))
    return found


def _notes(words: Words, now: TrustQuarter, shown: Sequence[QuestionReading], splits: Sequence[Split]) -> list[str]:
    found = [words.say("Rounded so that each row adds up to 100.")]
    if any(one.effective_n is not None for one in shown):
        found.append(words.say("These are answers as they came in. The scores weigh each group by its size."))
    if any(part.spans or part.low_joined or part.high_joined for part in splits):
        found.append(words.say("An answer that four people or fewer gave stands with its neighbour."))
    rest = len(now.questions) - len(shown)
    if rest:
        found.append(words.count("{n} question has no shares to show.", "{n} questions have no shares to show.", rest))
    return found
