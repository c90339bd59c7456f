"""Dimensions: the mean of their questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scorecard.model.figures import settle
from scorecard.model.readings import Estimate, Flag, Reason, ReasonCode
from scorecard.model.records.method import Dimension, Gates
from scorecard.model.trust import DimensionReading, QuestionReading


def read(dimension: Dimension, questions: Mapping[str, QuestionReading], gates: Gates) -> DimensionReading:
    """The reading of one dimension of one wave."""
    present = tuple(id for id in dimension.questions if id in questions and questions[id].estimate.score is not None)
    if present:
        figure = mean([questions[id].estimate for id in present], gates)
    else:
        asked = [questions[id].estimate for id in dimension.questions if id in questions]
        figure = Estimate(
            reason=_reason([one.reason for one in asked if one.reason is not None]),
            flags=frozenset[Flag]().union(*(one.flags for one in asked)) - {Flag.LOW_RELIABILITY},
        )
    return DimensionReading(
        dimension.id, dimension.name, dimension.weight, figure, present, dimension.target and float(dimension.target)
    )


def mean(estimates: Collection[Estimate], gates: Gates) -> Estimate:
    """The plain mean of scores and of both ends; n is the smallest, unknown where one is, and so is the interval."""
    scores = [one.score for one in estimates if one.score is not None]
    los = [one.lo for one in estimates if one.lo is not None]
    his = [one.hi for one in estimates if one.hi is not None]
    ns = [one.n for one in estimates if one.n is not None]
    n = min(ns) if len(ns) == len(scores) else None
    whole = len(los) == len(scores)
    flags = frozenset[Flag]().union(*(one.flags for one in estimates)) - {Flag.LOW_RELIABILITY}
    weak = (n is not None and n < gates.full_from) or all(Flag.LOW_RELIABILITY in one.flags for one in estimates)
    return Estimate(
        score=settle(sum(scores) / len(scores)),
        lo=settle(sum(los) / len(los)) if whole else None,
        hi=settle(sum(his) / len(his)) if whole else None,
        n=n,
        flags=flags | {Flag.LOW_RELIABILITY} if weak else flags,
        at_most=any(one.at_most for one in estimates),
    )


def _reason(reasons: Collection[Reason]) -> Reason:
    """The most telling reason why no question has a score: one that was asked speaks before one that was not."""
    for code in (ReasonCode.SUPPRESSED, ReasonCode.TOO_FEW, ReasonCode.NOT_APPLICABLE):
        found = next((reason for reason in reasons if reason.code is code), None)
        if found is not None:
            return found
    return Reason(ReasonCode.NOT_ASKED)
