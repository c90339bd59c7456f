"""The public figures as JSON: the shape of `scorecard score --format json` (DATA.md), numbers settled, not rounded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from scorecard.model.figures import settle
from scorecard.model.pages import Json
from scorecard.model.readings import Estimate, Flag, Reason, Verdict
from scorecard.model.records import Records
from scorecard.model.scorecards import Scorecard
from scorecard.model.transparency import Cap, IndicatorReading, PillarReading, TransparencyQuarter
from scorecard.model.trust import DimensionReading, GroupReading, QuestionReading, TrustQuarter, TrustSeries
from scorecard.present.words import Words, openness, reasons, states

SCHEMA_VERSION = 1
Object = dict[str, Json]


def score_json(scorecard: Scorecard, records: Records, as_of: datetime) -> Object:
    """Every computed figure. `reason` is a code, `why` says the same in a sentence; None stands where there is none."""
    words = Words(zone=records.organisation.record.timezone)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "method": records.method.record.version,
        "series": [_series(words, one) for one in scorecard.series],
        "after_contact": [_quarter(words, one) for one in scorecard.after_contact],
        "transparency": [_transparency(words, one) for one in scorecard.transparency],
    }


def status(estimate: Estimate) -> str:
    """shown, suppressed or no data: the status column of every table."""
    if estimate.score is not None:
        return "shown"
    return "suppressed" if estimate.reason is not None and estimate.reason.code == "suppressed" else "no data"


def number(value: float | None) -> float | None:
    """A figure as every comparison sees it."""
    return settle(value) if value is not None else None


def flag_letters(flags: Iterable[Flag]) -> Json:
    """The letters of the flags, sorted."""
    return sorted(flag.value for flag in flags)


def _series(words: Words, one: TrustSeries) -> Object:
    return {"audience": one.audience, "quarters": [_quarter(words, quarter) for quarter in one.quarters]}


def _quarter(words: Words, one: TrustQuarter) -> Object:
    fielding = one.fielding
    return {
        "quarter": str(one.quarter),
        "n": one.n,
        "invited": fielding.invited if fielding is not None else None,
        "sample": fielding.sample if fielding is not None else None,
        "response_rate": number(fielding.response_rate) if fielding is not None else None,
        "trust": _estimate(words, one.trust),
        "direct": _estimate(words, one.direct),
        "gap": number(one.gap),
        "state": {
            "name": one.state.name.value,
            "rule": one.state.rule,
            "why": states.why(words, one),
            "changed": one.state.changed,
            "detail": one.state.detail or None,
            "facts": {name: _fact(value) for name, value in one.state.facts.items()},
        },
        "verdict": _verdict(words, one.verdict),
        "verdict_year": _verdict(words, one.verdict_year),
        "robustness": _robustness(one),
        "year": _year(words, one),
        "headline": one.headline,
        "weakest": one.weakest or None,
        "usable": one.usable,
        "flags": flag_letters(one.flags),
        "break": _reason(words, one.break_before) if one.break_before is not None else None,
        "method": one.method_version or None,
        "dimensions": [_dimension(words, dimension) for dimension in one.dimensions],
        "questions": [_question(words, question) for question in one.questions],
    }


def _estimate(words: Words, one: Estimate) -> Object:
    return {
        "score": number(one.score),
        "lo": number(one.lo),
        "hi": number(one.hi),
        "n": one.n,
        "at_most": one.at_most,
        "reason": one.reason.code.value if one.reason is not None else None,
        "why": reasons.sentence(words, one.reason) if one.reason is not None else None,
        "flags": flag_letters(one.flags),
    }


def _reason(words: Words, one: Reason) -> Object:
    return {"reason": one.code.value, "detail": one.detail or None, "why": reasons.sentence(words, one)}


def _verdict(words: Words, one: Verdict | None) -> Json:
    if one is None:
        return None
    return {
        "word": one.word.value,
        "against": str(one.against) if one.against is not None else None,
        "d": number(one.d),
        "lo": number(one.lo),
        "hi": number(one.hi),
        "p": number(one.p),
        "adjusted_p": number(one.adjusted_p),
        "reason": one.reason.code.value if one.reason is not None else None,
        "why": reasons.sentence(words, one.reason) if one.reason is not None else None,
    }


def _robustness(one: TrustQuarter) -> Json:
    band = one.robustness
    if band is None:
        return None
    return {"lo": number(band.lo), "hi": number(band.hi), "ways": band.ways, "straddles": band.straddles}


def _year(words: Words, one: TrustQuarter) -> Json:
    if one.year is None:
        return None
    return {
        **_estimate(words, one.year.estimate),
        "quarters": [str(quarter) for quarter in one.year.quarters],
        "verdict": _verdict(words, one.year.verdict),
    }


def _dimension(words: Words, one: DimensionReading) -> Object:
    return {
        "id": one.id,
        "name": one.name,
        "weight": number(one.weight),
        "target": number(one.target),
        **_estimate(words, one.estimate),
        "verdict": _verdict(words, one.verdict),
        "verdict_year": _verdict(words, one.verdict_year),
    }


def _question(words: Words, one: QuestionReading) -> Object:
    return {
        "id": one.id,
        "text": one.text,
        "kind": one.kind,
        "scale": f"{one.scale[0]}-{one.scale[1]}",
        "n": one.estimate.n,
        "mean": number(one.mean),
        "sd": number(one.sd),
        "s2": number(one.s2),
        "lo": number(one.lo),
        "hi": number(one.hi),
        "score": number(one.estimate.score),
        "score_lo": number(one.estimate.lo),
        "score_hi": number(one.estimate.hi),
        "at_most": one.estimate.at_most,
        "dont_know_share": number(one.dont_know_share),
        "no_answer_share": number(one.no_answer_share),
        "share": number(one.share),
        "share_lo": number(one.share_lo),
        "share_hi": number(one.share_hi),
        "shares": [{"low": part.low, "high": part.high, "share": number(part.share)} for part in one.shares],
        "reason": one.estimate.reason.code.value if one.estimate.reason is not None else None,
        "why": reasons.sentence(words, one.estimate.reason) if one.estimate.reason is not None else None,
        "flags": flag_letters(one.estimate.flags),
        "verdict": _verdict(words, one.verdict),
        "groups": [_group(words, group) for group in one.groups],
        "channels": [_group(words, group) for group in one.channels],
    }


def _group(words: Words, one: GroupReading) -> Object:
    return {
        "id": one.id,
        "name": one.name,
        **_estimate(words, one.estimate),
        "verdict": _verdict(words, one.verdict),
        "by_year": _estimate(words, one.by_year) if one.by_year is not None else None,
    }


def _transparency(words: Words, one: TransparencyQuarter) -> Object:
    figures = one.incidents
    return {
        "quarter": str(one.quarter),
        "score": number(one.score),
        "uncapped": number(one.uncapped),
        "coverage": number(one.coverage),
        "caps": [_cap(words, cap, one.score is not None) for cap in one.caps],
        "reason": one.reason.code.value if one.reason is not None else None,
        "why": openness.total(words, one),
        "window": [str(quarter) for quarter in one.window],
        "provisional": one.provisional,
        "pillars": [_pillar(words, pillar) for pillar in one.pillars],
        "incidents": {
            "count": figures.count,
            "lo": number(figures.lo),
            "hi": number(figures.hi),
            "change": figures.change or None,
            "maintenances": figures.maintenances,
            "by_severity": dict(figures.by_severity),
            "own_fault": figures.own_fault,
            "open": figures.open,
            "people": figures.people,
            "people_unknown": figures.people_unknown,
            "median_minutes_to_notice": number(figures.median_minutes_to_notice),
            "worst_minutes_to_notice": number(figures.worst_notice_minutes),
            "median_minutes_to_resolve": number(figures.median_minutes_to_resolve),
            "longest_silence_minutes": number(figures.longest_silence_minutes),
        },
        "record": [{"id": fact.id, "met": fact.met, "of": fact.of, "words": fact.words} for fact in one.record],
        "late": list(one.late),
        "absent": list(one.absent),
        "faults": dict(one.faults),
        "unknown_share": number(one.unknown_share),
    }


def _cap(words: Words, one: Cap, rated: bool) -> Object:
    return {
        "id": one.id,
        "value": number(one.value),
        "cases": list(one.cases),
        "why": openness.cap(words, one, rated),
    }


def _pillar(words: Words, one: PillarReading) -> Object:
    return {
        "id": one.id,
        "name": one.name,
        "weight": number(one.weight),
        "score": number(one.score),
        "coverage": number(one.coverage),
        "reason": one.reason.code.value if one.reason is not None else None,
        "why": reasons.sentence(words, one.reason) if one.reason is not None else None,
        "indicators": [_indicator(words, indicator) for indicator in one.indicators],
    }


def _indicator(words: Words, one: IndicatorReading) -> Object:
    return {
        "id": one.id,
        "name": one.name,
        "weight": number(one.weight),
        "value": number(one.value),
        "lo": number(one.lo),
        "hi": number(one.hi),
        "cases": one.cases,
        "met": one.fact.met if one.fact is not None else None,
        "of": one.fact.of if one.fact is not None else None,
        "median": number(one.median),
        "worst": number(one.worst),
        "unit": one.unit or None,
        "provisional": one.provisional,
        "reason": one.reason.code.value if one.reason is not None else None,
        "why": reasons.sentence(words, one.reason) if one.reason is not None else None,
    }


def _fact(value: float | int | str) -> Json:
    return number(value) if isinstance(value, float) else value
