"""The arithmetic of trust in one quarter, step by step, with the numbers a reader needs to do it again."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorecard.model.readings import Estimate
from scorecard.model.trust import DimensionReading, QuestionReading, TrustQuarter
from scorecard.present.desk import Desk
from scorecard.present.words import Words, reasons

#: From how many answers a measured correlation between questions narrows the range (METHOD.md, step 5).
CORRELATION_FROM = 100


@dataclass(frozen=True, slots=True)
class QuestionSum:
    """One question: its mean as asked, and the same on 1 to 10. `reason` stands where it has no score."""

    text: str
    detail: str
    mean: str
    score: str
    lo: str
    hi: str
    reason: str


@dataclass(frozen=True, slots=True)
class PartSum:
    """One part: the mean of its questions, written out. `counts` says whether it enters the score."""

    name: str
    sum: str
    score: str
    lo: str
    hi: str
    reason: str
    counts: bool


@dataclass(frozen=True, slots=True)
class WeightSum:
    """One part in the score: its weight, the score or its logarithm, and their product."""

    name: str
    weight: str
    score: str
    log: str
    product: str


@dataclass(frozen=True, slots=True)
class Trust:
    """From the weighed parts to the score and both ends; `working` are the sums in signs, one line each."""

    rows: tuple[WeightSum, ...]
    weights: str
    products: str
    working: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class TrustSums:
    """All steps of one quarter. `trust` is None where there is no score, then `reason` says why."""

    questions: tuple[QuestionSum, ...]
    parts: tuple[PartSum, ...]
    counted: str
    geometric: bool
    trust: Trust | None
    reason: str
    lower: tuple[str, ...]


def make(desk: Desk, now: TrustQuarter) -> TrustSums:
    """The steps of one audience's quarter."""
    words = desk.words
    present = entering(desk, now)
    by_id = {one.id: one for one in now.questions}
    used = [id for part in desk.method.dimensions for id in part.questions]
    asked = [by_id[id] for id in dict.fromkeys((desk.method.direct_question, *used)) if id in by_id]
    scored = now.trust.score is not None
    return TrustSums(
        questions=tuple(_question(words, one) for one in asked),
        parts=tuple(_part(words, one, by_id, one in present) for one in now.dimensions),
        counted=_counted(desk, now, present),
        geometric=desk.method.aggregation == "geometric",
        trust=_trust(desk, now, present) if scored and present else None,
        reason="" if scored else reasons.sentence(words, now.trust.reason),
        lower=tuple(_lower(words, now)),
    )


def entering(desk: Desk, now: TrustQuarter) -> tuple[DimensionReading, ...]:
    """The parts that enter the score: a range, enough answers, a weight."""
    least = desk.method.gates.full_from
    return tuple(
        one
        for one in now.dimensions
        if one.estimate.lo is not None and (one.estimate.n or 0) >= least and one.weight > 0
    )


def correlation(desk: Desk, now: TrustQuarter) -> float | None:
    """How closely the questions hang together, where that was measured and may narrow the range; else None."""
    wave = desk.wave(now.audience, now.quarter)
    found = wave.record.question_correlation if wave is not None else None
    if found is None or (now.trust.n or 0) < CORRELATION_FROM or not 0 <= found <= 1:
        return None
    return float(found)


def narrowing(found: float | None, parts: int) -> float:
    """The factor by which both ends move towards the score: 1 without a correlation."""
    return 1.0 if found is None else math.sqrt(found + (1 - found) / parts)


def _question(words: Words, one: QuestionReading) -> QuestionSum:
    detail = []
    if one.estimate.n is not None:
        detail.append(words.count("{n} answer", "{n} answers", one.estimate.n))
    if one.scale != (1, 10):
        detail.append(words.say("asked on {first} to {last}", first=one.scale[0], last=one.scale[1]))
    return QuestionSum(
        text=one.text,
        detail=", ".join(detail),
        mean=words.exact(one.mean) if one.mean is not None else "",
        **_ends(words, one.estimate),
    )


def _ends(words: Words, one: Estimate) -> dict[str, str]:
    def tell(value: float | None) -> str:
        return words.exact(value) if value is not None else ""

    reason = reasons.sentence(words, one.reason) if one.score is None else ""
    return {"score": tell(one.score), "lo": tell(one.lo), "hi": tell(one.hi), "reason": reason}


def _part(words: Words, one: DimensionReading, by_id: dict[str, QuestionReading], counts: bool) -> PartSum:
    scores = [by_id[id].estimate.score for id in one.questions if id in by_id]
    told = [words.exact(score) for score in scores if score is not None]
    text = ""
    if one.estimate.score is not None:
        text = f"({' + '.join(told)}) ÷ {len(told)}" if len(told) > 1 else "".join(told)
    return PartSum(name=one.name, sum=text, counts=counts, **_ends(words, one.estimate))


def _counted(desk: Desk, now: TrustQuarter, present: Sequence[DimensionReading]) -> str:
    words, total = desk.words, sum(one.weight for one in desk.method.dimensions)
    share = sum(one.weight for one in present) / total if total else 0.0
    return words.say(
        "{present} of {parts} parts have a range and at least {least} answers. They hold {share} of the weight.",
        present=len(present),
        parts=len(now.dimensions),
        least=desk.method.gates.full_from,
        share=words.percent(share),
    )


def _trust(desk: Desk, now: TrustQuarter, present: Sequence[DimensionReading]) -> Trust:
    words, geometric = desk.words, desk.method.aggregation == "geometric"
    whole = sum(one.weight for one in present)

    def shape(score: float) -> float:
        return math.log(score) if geometric else score

    rows = []
    for one in present:
        score = one.estimate.score or 1.0
        rows.append(
            WeightSum(
                name=one.name,
                weight=words.plain(one.weight, 4),
                score=words.exact(score),
                log=words.exact(math.log(score), 6) if geometric else "",
                product=words.exact(one.weight * shape(score), 6),
            )
        )
    together = correlation(desk, now)
    by = narrowing(together, len(present))
    figure = now.trust
    working = [_working(words, geometric, present, whole, lambda e: e.score, words.say("Score"))]
    for name, end, value in (
        (words.say("Lower end"), lambda e: e.lo, figure.lo),
        (words.say("Upper end"), lambda e: e.hi, figure.hi),
    ):
        working.append(_working(words, geometric, present, whole, end, name))
        if by != 1.0 and value is not None:
            working.append(
                words.say(
                    "{name}, moved towards the score by the factor {by}: {value}",
                    name=name,
                    by=words.exact(by),
                    value=words.exact(value),
                )
            )
    if together is not None and by != 1.0:
        root = f"√({words.plain(together, 4)} + (1 − {words.plain(together, 4)}) ÷ {len(present)}) = {words.exact(by)}"
        working.append(words.say("That factor, from how closely the questions hang together: {root}", root=root))
    ends = words.interval(figure.lo, figure.hi) if figure.lo is not None and figure.hi is not None else None
    result = words.score(figure)
    return Trust(
        rows=tuple(rows),
        weights=words.plain(whole, 4),
        products=words.exact(sum(one.weight * shape(one.estimate.score or 1.0) for one in present), 6),
        working=tuple(working),
        result=words.say("Trust is {score}, between {lo} and {hi}.", score=result, lo=ends[0], hi=ends[1])
        if ends
        else words.say("Trust is {score}.", score=result),
    )


def _working(
    words: Words,
    geometric: bool,
    present: Sequence[DimensionReading],
    whole: float,
    end: Callable[[Estimate], float | None],
    name: str,
) -> str:
    """Sum ÷ weights = mean, and back from the logarithm: Score: 15.031238 ÷ 8 = 1.878905, e^1.878905 = 6.5447."""
    values = [(one.weight, end(one.estimate) or 1.0) for one in present]
    total = sum(weight * (math.log(value) if geometric else value) for weight, value in values)
    mean = total / whole
    text = f"{words.exact(total, 6)} ÷ {words.plain(whole, 4)} = {words.exact(mean, 6 if geometric else 4)}"
    if geometric:
        text += f", e^{words.exact(mean, 6)} = {words.exact(math.exp(mean))}"
    return words.say("{name}: {working}", name=name, working=text)


def _lower(words: Words, now: TrustQuarter) -> list[str]:
    """Trust and the direct answer side by side; the lower one decides the word."""
    both = now.trust.score is not None and now.direct.score is not None
    found = []
    if now.direct.score is not None:
        found.append(words.say("Asked directly, people gave {score}.", score=words.exact(now.direct.score)))
    elif now.direct.reason is not None:
        why = reasons.sentence(words, now.direct.reason)
        found.append(words.say("The direct question has no score: {why}", why=why[:1].lower() + why[1:]))
    if now.trust.score is not None:
        found.append(words.say("The parts together gave {score}.", score=words.exact(now.trust.score)))
    chosen = now.state_score
    if chosen.score is not None:
        text = (
            words.say("The lower of the two is {score}.", score=words.exact(chosen.score))
            if both
            else words.say("So the score behind the word is {score}.", score=words.exact(chosen.score))
        )
        if chosen.lo is not None and chosen.hi is not None:
            text += " " + words.say("Its range is {lo} to {hi}.", lo=words.exact(chosen.lo), hi=words.exact(chosen.hi))
        found.append(text)
    return found
