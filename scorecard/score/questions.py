"""One item of one wave: its mean with an interval on the scale as asked and on 1 to 10, or the reason why not."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from scorecard.model.answers import members
from scorecard.model.figures import settle
from scorecard.model.readings import Estimate, Flag, Reason, ReasonCode
from scorecard.model.records.method import Gates, Method
from scorecard.model.records.organisation import Organisation
from scorecard.model.records.survey import Question
from scorecard.model.trust import AnswerShare, GroupReading, QuestionReading
from scorecard.score import disclosure, intervals, strata
from scorecard.score.breaks import scale_of, text_of
from scorecard.score.normalise import rescale
from scorecard.score.samples import Sample, of_counts, of_moments

#: How far published percentages may miss 100 and still be read as all answers (rounding of up to eleven figures).
PERCENT_SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question is read against: the method, and the groups of the organisation."""

    method: Method
    organisation: Organisation

    @property
    def gates(self) -> Gates:
        """From how many answers a figure is shown and judged."""
        return self.method.gates

    @property
    def customers(self) -> dict[str, int]:
        """People behind each segment, where stated."""
        return {id: one.customers for id, one in self.organisation.segments.items() if one.customers}

    def name(self, segment: str) -> str:
        """The name of a segment for readers."""
        known = self.organisation.segments.get(segment)
        return known.name if known is not None and known.name else segment


def read(question: Question, frame: Frame, broke: str = "", *, brief: bool = False) -> QuestionReading:
    """The reading of a question; `broke` names what changed since it was asked before ('' for nothing).

    With `brief` groups and the shares of the answers are left out. Below the gate nothing is told, not even n. A share
    is never turned into a score. Percentages that do not add up to 100 within 1 give no mean: what the rest answered is
    not known.
    """
    flags = frozenset({Flag.BREAK}) if broke else frozenset()
    scale = scale_of(question, frame.method)
    base = QuestionReading(
        id=question.id,
        text=text_of(question, frame.method),
        kind=kind_of(question),
        scale=(scale.low, scale.high),
        estimate=Estimate(reason=Reason(ReasonCode.NOT_ASKED, "missing" if question.missing else ""), flags=flags),
        missing=question.missing or "",
        note=question.note or "",
        comparable=not broke,
        language=question.lang or "",
        company_comment=question.company_comment or "",
    )
    if base.kind == "share":
        return _share(base, question, frame)
    if base.kind == "missing":
        return base
    if question.counts is None and question.n is None:
        return _without_n(base, question)
    found = sample_of(question, frame)
    if isinstance(found, Reason):
        return replace(base, estimate=Estimate(reason=found, flags=flags))
    return _counted(base, question, frame, found, brief)


def kind_of(question: Question) -> str:
    """What staff had: counts, percentages, mean, share or missing."""
    for kind in ("counts", "percentages", "mean", "share"):
        if getattr(question, kind) is not None:
            return kind
    return "missing"


def whole(question: Question) -> tuple[int, ...]:
    """The answers of everybody: the line `all`, else the sum of the segments."""
    counts = question.counts or {}
    if "all" in counts:
        return tuple(counts["all"])
    return tuple(sum(answers) for answers in zip(*counts.values(), strict=False))


def segments(question: Question) -> dict[str, tuple[int, ...]]:
    """The answers of each segment, without `all`."""
    return {id: tuple(counts) for id, counts in (question.counts or {}).items() if id != "all"}


def sample_of(question: Question, frame: Frame) -> Sample | Reason:
    """What the answers say about the mean behind them, or why they say nothing."""
    scale = scale_of(question, frame.method)
    nobody = Reason(ReasonCode.TOO_FEW, "nobody", {"n": 0})
    if question.counts is not None:
        total, groups = whole(question), segments(question)
        if sum(total) == 0:
            return nobody
        if strata.weighable(total, groups, frame.customers):
            return strata.combine(groups, frame.customers, scale.low, scale.high)
        return of_counts(total, scale.low, scale.high)
    if question.n == 0:
        return nobody
    if question.percentages is not None:
        short = _percentages_missing(question.percentages)
        return short or of_counts(question.percentages, scale.low, scale.high, question.n)
    if question.mean is None or question.n is None:
        return Reason(ReasonCode.NOT_APPLICABLE, "no_n")
    s2 = question.sd**2 if question.sd is not None else None
    return of_moments(question.n, question.mean, s2, scale.low, scale.high)


def estimate(
    sample: Sample, gates: Gates, flags: frozenset[Flag] = frozenset(), ends: tuple[float, float] | None = None
) -> Estimate:
    """A sample's mean on 1 to 10 with its interval; hidden below the gate, flagged u until `full_from`.

    `ends`: those of the interval on the scale as asked, where they are worked out already.
    """
    if sample.n < gates.suppress_below:
        return Estimate(reason=Reason(ReasonCode.SUPPRESSED, "", {"below": gates.suppress_below}), flags=flags)
    ends = intervals.of_sample(sample) if ends is None else ends
    lo, hi = (settle(rescale(end, sample.low, sample.high)) for end in ends) if ends else (None, None)
    return Estimate(
        score=settle(rescale(sample.mean, sample.low, sample.high)),
        lo=lo,
        hi=hi,
        n=sample.n,
        flags=flags | {Flag.LOW_RELIABILITY} if sample.n < gates.full_from else flags,
        at_most=sample.at_most,
    )


def _percentages_missing(percentages: tuple[float, ...]) -> Reason | None:
    added = settle(sum(percentages))
    if abs(added - 100) > PERCENT_SLACK:
        return Reason(ReasonCode.NOT_APPLICABLE, "percentages", {"sum": added})
    return None


def _without_n(base: QuestionReading, question: Question) -> QuestionReading:
    """A mean or percentages of nobody knows how many: a score without an interval."""
    low, high = base.scale
    flags, mean = base.estimate.flags, question.mean
    shares: tuple[AnswerShare, ...] = ()
    if question.percentages is not None:
        missing = _percentages_missing(question.percentages)
        if missing is not None:
            return replace(base, estimate=Estimate(reason=missing, flags=flags))
        added = sum(question.percentages)
        mean = sum(percent * answer for answer, percent in enumerate(question.percentages, low)) / added
        shares = tuple(AnswerShare(a, a, percent / added) for a, percent in enumerate(question.percentages, low))
    assert mean is not None  # noqa: S101 - kind_of() saw a mean or percentages
    return replace(base, mean=mean, shares=shares, estimate=Estimate(settle(rescale(mean, low, high)), flags=flags))


def _counted(base: QuestionReading, question: Question, frame: Frame, sample: Sample, brief: bool) -> QuestionReading:
    unknown, silent = question.dont_know.get("all", 0), question.no_answer.get("all", 0)
    flags = base.estimate.flags
    dont_know = unknown / (sample.n + unknown) if question.dont_know else None
    if dont_know is not None and settle(dont_know) > frame.gates.dont_know_flag:
        flags |= {Flag.LOW_RELIABILITY}
    ends = intervals.of_sample(sample)
    figure = estimate(sample, frame.gates, flags, ends)
    if figure.score is None:
        return replace(base, estimate=figure)
    told = partial(
        replace,
        base,
        estimate=figure,
        mean=sample.mean,
        sd=None if sample.at_most or sample.n == 1 else math.sqrt(sample.s2),
        s2=None if sample.at_most or sample.n == 1 else sample.s2,
        lo=ends[0] if ends else None,
        hi=ends[1] if ends else None,
        dont_know_share=dont_know,
        no_answer_share=silent / (sample.n + unknown + silent) if question.no_answer else None,
        effective_n=sample.kish if sample.kish != sample.n or sample.df != sample.n - 1 else None,
    )
    if brief:
        return told()
    shares, low_tail, high_tail = _distribution(base, question, sample.n)
    return told(
        shares=shares,
        very_low=low_tail,
        very_high=high_tail,
        groups=groups(whole(question), segments(question), frame, base.scale, flags),
        channels=groups(
            whole(question),
            {id: tuple(c) for id, c in (question.channels or {}).items() if id != "all"},
            frame,
            base.scale,
            flags,
        ),
    )


def groups(
    total: tuple[int, ...],
    parts: Mapping[str, tuple[int, ...]],
    frame: Frame,
    scale: tuple[int, int],
    flags: frozenset[Flag] = frozenset(),
) -> tuple[GroupReading, ...]:
    """The reading of each group of a published total, small ones and what would give them away hidden."""
    gates = frame.gates
    gone = disclosure.hidden_groups(total, parts, gates.suppress_below)
    found = []
    for id, counts in parts.items():
        if sum(counts) == 0:
            figure = Estimate(n=0, reason=Reason(ReasonCode.TOO_FEW, "nobody", {"n": 0}), flags=flags)
        elif id in gone:
            figure = Estimate(
                reason=Reason(ReasonCode.SUPPRESSED, "group", {"below": gates.suppress_below}), flags=flags
            )
        else:
            figure = estimate(of_counts(counts, *scale), gates, flags - {Flag.LOW_RELIABILITY})
        found.append(GroupReading(id, frame.name(id), figure))
    return tuple(found)


def _distribution(
    base: QuestionReading, question: Question, n: int
) -> tuple[tuple[AnswerShare, ...], float | None, float | None]:
    """The shares of the answers that may be shown; those of 1-2 and 9-10 only where they do not undo a merge."""
    low, high = base.scale
    if base.kind == "counts":
        counts = whole(question)
        exact = [float(count) for count in counts]
    elif base.kind == "percentages":
        exact = list(question.percentages or ())
        counts = tuple(round(n * percent / 100) for percent in exact)
    else:
        return (), None, None
    tails = (range(1, 3), range(9, 11)) if (low, high) == (1, 10) else ()
    # Merged inside low, middle and high where that is possible: the pictures tell these apart.
    classes = [range(first, last + 1) for first, last in members((low, high)).values()]
    parts = disclosure.merge(counts, low, classes)
    added = sum(exact)
    shares = tuple(AnswerShare(a, b, sum(exact[a - low : b - low + 1]) / added) for a, b in parts)
    first, last = (_tail(shares, tail) for tail in tails) if tails else (None, None)
    return shares, first, last


def _tail(shares: tuple[AnswerShare, ...], tail: range) -> float | None:
    inside = [one for one in shares if one.low in tail and one.high in tail]
    return sum(one.share for one in inside) if sum(one.high - one.low + 1 for one in inside) == len(tail) else None


def _share(base: QuestionReading, question: Question, frame: Frame) -> QuestionReading:
    flags = base.estimate.flags
    if question.n is not None and question.n < frame.gates.suppress_below:
        nobody = Reason(ReasonCode.TOO_FEW, "nobody", {"n": 0})
        few = Reason(ReasonCode.SUPPRESSED, "", {"below": frame.gates.suppress_below})
        return replace(base, estimate=Estimate(reason=few if question.n else nobody, flags=flags))
    if question.n is not None and question.n < frame.gates.full_from:
        flags |= {Flag.LOW_RELIABILITY}
    share = question.share or 0.0
    ends = intervals.score_interval(share, question.n) if question.n else None
    return replace(
        base,
        estimate=Estimate(
            n=question.n, reason=Reason(ReasonCode.NOT_APPLICABLE, "share" if question.n else "share_no_n"), flags=flags
        ),
        share=share,
        share_lo=ends[0] if ends else None,
        share_hi=ends[1] if ends else None,
        share_of=question.share_of or "",
    )
