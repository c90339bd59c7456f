"""Two readings of one audience side by side, on what both have and what did not change between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode, Verdict
from scorecard.model.records.method import Method
from scorecard.model.trust import DimensionReading, GroupReading, QuestionReading
from scorecard.score import aggregate, dimensions, verdicts
from scorecard.score.verdicts import Range
from scorecard.score.waves import Figures


@dataclass(frozen=True, slots=True)
class Between:
    """What changed in the way of asking from one reading (excluded) to a later one (included).

    `whole`: nothing can be compared, and why. `questions`: why single questions cannot.
    """

    whole: Reason | None = None
    questions: Mapping[str, Reason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier and a later reading; every verdict of the pair is against the earlier one's quarter."""

    before: Figures
    now: Figures
    against: Quarter
    between: Between
    method: Method

    def trust(self) -> Verdict:
        """The verdict on T, recomputed in both on the dimensions and questions both have. Vector V26."""
        for side, one in (("now", self.now.trust), ("before", self.before.trust)):
            if one.score is None:
                return self._none(_why(one, side))
        if self.between.whole is not None:
            return self._none(self.between.whole)
        pairs = [pair for dimension in self.method.dimensions if (pair := self._matched(dimension.id)) is not None]
        full = self.method.gates.full_from
        both = [(b, n) for b, n in pairs if aggregate.present((b,), full) and aggregate.present((n,), full)]
        share = aggregate.coverage([n for _, n in both], self.method)
        if not both or share < self.method.gates.coverage:
            broken = self.crossed()
            facts: dict[str, str | int | float] = {"share": share, "needed": self.method.gates.coverage}
            return self._none(broken or Reason(ReasonCode.TOO_FEW, "common", facts))
        before = aggregate.combine([b for b, _ in both], self.method, self.before.correlation)
        now = aggregate.combine([n for _, n in both], self.method, self.now.correlation)
        return self._judge(before, now)

    def crossed(self) -> Reason | None:
        """Why T cannot be compared, where breaks take more than the gate allows from the dimensions both have."""
        had = {id for one in self.before.dimensions if one.estimate.score is not None for id in one.questions}
        shared = [
            one
            for one in aggregate.present(self.now.dimensions, self.method.gates.full_from)
            if any(other.id == one.id and other.estimate.score is not None for other in self.before.dimensions)
        ]
        whole = sum(one.weight for one in shared)
        lost = [one for one in shared if not any(q in had and q not in self.between.questions for q in one.questions)]
        reasons = [self.between.questions[q] for one in lost for q in one.questions if q in self.between.questions]
        if not reasons or sum(one.weight for one in lost) <= (1 - self.method.gates.coverage) * whole:
            return None
        return reasons[0]

    def direct(self) -> Verdict:
        """The verdict on S."""
        return self.question(self.method.direct_question)

    def question(self, id: str) -> Verdict:
        """The verdict on one question."""
        broken = self.between.whole or self.between.questions.get(id)
        before, now = self.before.questions.get(id), self.now.questions.get(id)
        if before is None or now is None:
            return self._none(Reason(ReasonCode.NOT_ASKED, "", {"side": "now" if now is None else "before"}))
        return self._none(broken) if broken is not None else self._judge(before.estimate, now.estimate)

    def dimension(self, id: str) -> Verdict:
        """The verdict on one dimension, on the questions both have and whose series does not break between."""
        if self.between.whole is not None:
            return self._none(self.between.whole)
        pair = self._matched(id)
        if pair is not None:
            return self._judge(pair[0].estimate, pair[1].estimate)
        crossed = [self.between.questions[q] for q in _part(self.now, id).questions if q in self.between.questions]
        if crossed:
            return self._none(crossed[0])
        sides = (("now", _part(self.now, id)), ("before", _part(self.before, id)))
        lacking = [(side, one.estimate) for side, one in sides if one.estimate.score is None]
        if not lacking:
            return self._none(Reason(ReasonCode.NOT_ASKED, "common"))
        return self._none(_why(lacking[0][1], lacking[0][0]))

    def group(self, question: str, group: GroupReading) -> Verdict | None:
        """The verdict on one segment of one question; None where either is hidden or missing."""
        before = self.before.questions.get(question)
        earlier = next((one for one in before.groups if one.id == group.id), None) if before is not None else None
        if earlier is None or earlier.estimate.score is None or group.estimate.score is None:
            return None
        broken = self.between.whole or self.between.questions.get(question)
        return self._none(broken) if broken is not None else self._judge(earlier.estimate, group.estimate)

    def _matched(self, id: str) -> tuple[DimensionReading, DimensionReading] | None:
        before, now = _part(self.before, id), _part(self.now, id)
        common = [q for q in now.questions if q in before.questions and q not in self.between.questions]
        if not common:
            return None
        return self._over(before, self.before.questions, common), self._over(now, self.now.questions, common)

    def _over(self, part: DimensionReading, read: Mapping[str, QuestionReading], ids: list[str]) -> DimensionReading:
        if tuple(ids) == part.questions:
            return part
        return replace(part, estimate=dimensions.mean([read[id].estimate for id in ids], self.method.gates))

    def _judge(self, before: Estimate, now: Estimate) -> Verdict:
        needed = self.method.gates.full_from
        for side, one in (("now", now), ("before", before)):
            if one.score is None:
                return self._none(_why(one, side))
            if one.n is None or one.lo is None:
                return self._none(Reason(ReasonCode.TOO_FEW, "no_n", {"side": side}))
            if one.n < needed:
                return self._none(Reason(ReasonCode.TOO_FEW, "", {"n": one.n, "needed": needed, "side": side}))
        first, second = Range.of(before), Range.of(now)
        assert first is not None and second is not None  # noqa: S101 - both have intervals, see above
        return verdicts.judge(first, second, self.against, self.method.verdicts)

    def _none(self, reason: Reason) -> Verdict:
        return verdicts.not_comparable(self.against, reason)


def _why(estimate: Estimate, side: str) -> Reason:
    reason = estimate.reason or Reason(ReasonCode.NOT_ASKED)
    return replace(reason, facts={**reason.facts, "side": side})


def _part(figures: Figures, id: str) -> DimensionReading:
    return next(one for one in figures.dimensions if one.id == id)
