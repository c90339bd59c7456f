"""One audience's waves in order: what breaks its series, what may be compared with what, what the state may use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.model.memo import Memo
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason
from scorecard.model.records import Entry
from scorecard.model.records.survey import Wave
from scorecard.score import aggregate, breaks, judgements, years
from scorecard.score.comparisons import Between, Pair
from scorecard.score.judgements import Judgements
from scorecard.score.questions import Frame
from scorecard.score.states import Point
from scorecard.score.verdicts import Range
from scorecard.score.waves import Taken, once


@dataclass(frozen=True, slots=True)
class Audience:
    """The quarterly waves of one audience, one per quarter, oldest first."""

    name: str
    frame: Frame
    taken: tuple[Taken, ...]
    memo: Memo

    @classmethod
    def of(cls, name: str, waves: Sequence[Entry[Wave]], frame: Frame, memo: Memo) -> Audience:
        """Score every wave; of two in one quarter the last file counts."""
        entries = [
            {entry.record.quarter: entry for entry in waves}[q] for q in sorted({e.record.quarter for e in waves})
        ]
        found = breaks.find([entry.record for entry in entries], frame.method)
        return cls(
            name,
            frame,
            tuple(once(memo, e.record, e.file, frame, broke) for e, broke in zip(entries, found, strict=True)),
            memo,
        )

    def index(self, quarter: Quarter) -> int | None:
        """Where a quarter's wave stands, None where there is none."""
        return next((i for i, one in enumerate(self.taken) if one.quarter == quarter), None)

    def between(self, first: int, last: int) -> Between:
        """What changed from one wave (excluded) to a later one (included)."""
        a, b = self.taken[first].wave, self.taken[last].wave
        whole: Reason | None = None
        found: dict[str, Reason] = {}
        if breaks.is_opt_in(a) != breaks.is_opt_in(b):
            whole = breaks.reason("sample", b.quarter)
        for one in self.taken[first + 1 : last + 1]:
            if one.breaks.method:
                whole = whole or breaks.reason("method", one.quarter)
            if breaks.is_opt_in(one.wave) != breaks.is_opt_in(b):
                continue
            if one.breaks.wave:
                whole = whole or breaks.reason(one.breaks.wave, one.quarter, one.breaks.note)
            for id, detail in one.breaks.questions.items():
                found.setdefault(id, breaks.reason(detail, one.quarter))
        return Between(whole, found)

    def pair(self, first: int, last: int) -> Pair:
        """Two waves side by side."""
        a, b = self.taken[first], self.taken[last]
        return Pair(a.figures, b.figures, a.quarter, self.between(first, last), self.frame.method)

    def unbridged(self, i: int, *, marks: bool = True) -> Reason | None:
        """Why a wave cannot be joined to those before it, None where it can.

        The whole wave changed, or the direct question did, or so many questions that less than 75 % of the weight of
        the dimensions both have is left to compare on. `marks=False` looks past what was only set by hand.
        """
        one = self.taken[i]
        chain = [j for j in range(i) if breaks.is_opt_in(self.taken[j].wave) == breaks.is_opt_in(one.wave)]
        if not chain:
            return None
        if one.breaks.wave and (marks or one.breaks.wave != breaks.MARK):
            return breaks.reason(one.breaks.wave, one.quarter, one.breaks.note)
        broken = {
            id: breaks.reason(detail, one.quarter, self._note(one, id))
            for id, detail in one.breaks.questions.items()
            if marks or detail != breaks.MARK
        }
        direct = self.frame.method.direct_question
        if direct in broken:
            return broken[direct]
        earlier = next((self.taken[j] for j in reversed(chain) if self.taken[j].figures.trust.score is not None), None)
        if earlier is None or one.figures.trust.score is None:
            return None
        between = Between(None, broken)
        return Pair(earlier.figures, one.figures, earlier.quarter, between, self.frame.method).crossed()

    def point(self, i: int) -> Point:
        """What a wave brings to the state machine."""
        one = self.taken[i]
        trust, direct = (self._range(figure) for figure in (one.figures.trust, one.figures.direct))
        weak = self.weakest(one)
        broken = self.unbridged(i) is not None
        opt_in = breaks.is_opt_in(one.wave)
        measured = (trust is not None or direct is not None) and not opt_in
        why = "opt_in" if opt_in else "break" if measured else "no_score"
        return Point(
            quarter=one.quarter,
            trust=trust,
            direct=direct,
            weakest=weak[1] if weak else None,
            weakest_id=weak[0] if weak else "",
            usable=measured and not broken,
            marked=measured and broken and self.unbridged(i, marks=False) is None,
            breaks=broken and not opt_in,
            why="" if measured and not broken else why,
        )

    def state_score(self, one: Taken) -> Estimate:
        """X, the lower of T and S; one with too few answers for the state only where nothing better is there."""
        trust, direct = one.figures.trust, one.figures.direct
        if self._range(direct) is None and trust.score is not None:
            return trust
        return aggregate.lower(trust, direct)

    def weakest(self, one: Taken) -> tuple[str, float] | None:
        """Id and score of the lowest dimension on enough answers."""
        parts = aggregate.present(one.figures.dimensions, self.frame.gates.full_from)
        scored = [(part.estimate.score, part.id) for part in parts if part.estimate.score is not None]
        if not scored:
            return None
        score, id = min(scored, key=lambda pair: pair[0])
        return id, score

    def pools(self) -> tuple[years.Year | None, ...]:
        """For every wave the four quarters that end with it, pooled; None where there are not four."""
        broken = {i for i, one in enumerate(self.taken) if self.unbridged(i) is not None}
        usable = [
            i not in broken and one.figures.shown.score is not None and not breaks.is_opt_in(one.wave)
            for i, one in enumerate(self.taken)
        ]
        found = [years.last(i, usable, broken) for i in range(len(self.taken))]
        return tuple(self._pool(span) if span else None for span in found)

    def judged(self, first: int, last: int) -> Judgements:
        """Every verdict that is printed for two waves."""
        inputs = (self.taken[first : last + 1], self.frame.method)
        key = ("judged", self.name, self.taken[first].quarter, self.taken[last].quarter)
        return self.memo.of(key, inputs, lambda: judgements.of_pair(self.pair(first, last)))

    def _pool(self, span: tuple[int, ...]) -> years.Year:
        inputs = (span, tuple(self.taken[i] for i in span), self.frame.method, self.frame.organisation)
        key = ("year", self.name, self.taken[span[-1]].quarter)
        return self.memo.of(key, inputs, lambda: years.pool(span, self.taken, self.frame))

    def year_before(self, year: years.Year, pooled: Sequence[years.Year | None]) -> years.Year | None:
        """The four quarters before four quarters; None where there are not four."""
        ended = [other for other in pooled if other is not None and other.span[-1] < year.span[0]]
        return ended[-1] if ended else None

    def _range(self, figure: Estimate) -> Range | None:
        return Range.of(figure) if (figure.n or 0) >= self.frame.gates.full_from else None

    def _note(self, one: Taken, id: str) -> str:
        return next((q.note or "" for q in one.wave.questions if q.id == id), "")
