"""One wave, scored by itself: its questions, dimensions, T and S."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scorecard.model.memo import Memo
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.records.survey import Question, Wave
from scorecard.model.trust import DimensionReading, QuestionReading
from scorecard.score import aggregate, dimensions, questions, response
from scorecard.score.breaks import Breaks
from scorecard.score.questions import Frame


@dataclass(frozen=True, slots=True)
class Figures:
    """What one set of answers gives; `correlation` is that between questions where staff measured it."""

    questions: Mapping[str, QuestionReading]
    dimensions: tuple[DimensionReading, ...]
    trust: Estimate
    direct: Estimate
    correlation: float | None = None

    @property
    def shown(self) -> Estimate:
        """T where it is published, else S."""
        return self.trust if self.trust.score is not None else self.direct


@dataclass(frozen=True, slots=True)
class Taken:
    """A wave with its figures; `suppressed`: so few answered that nothing of it is told."""

    wave: Wave
    file: str
    breaks: Breaks
    figures: Figures
    answered: int | None
    suppressed: bool

    @property
    def quarter(self) -> Quarter:
        """The quarter it was taken in."""
        return self.wave.quarter


def figures(
    asked: Sequence[Question],
    frame: Frame,
    breaks: Breaks | None = None,
    correlation: float | None = None,
    *,
    brief: bool = False,
) -> Figures:
    """Score the questions of one wave, or of several pooled (`brief`: without groups and shares of answers)."""
    method = frame.method
    read = {
        question.id: questions.read(question, frame, breaks.of(question.id) if breaks else "", brief=brief)
        for question in asked
    }
    parts = tuple(dimensions.read(dimension, read, method.gates) for dimension in method.dimensions)
    direct = read.get(method.direct_question)
    trust = aggregate.trust(parts, method, correlation)
    if (
        trust.reason is not None
        and trust.reason.detail == "direct_only"
        and (direct is None or direct.kind == "missing")
    ):
        trust = replace(trust, reason=replace(trust.reason, detail="missing"))
    return Figures(
        questions=read,
        dimensions=parts,
        trust=trust,
        direct=direct.estimate if direct is not None else Estimate(reason=Reason(ReasonCode.NOT_ASKED)),
        correlation=correlation,
    )


def take(wave: Wave, file: str, frame: Frame, breaks: Breaks | None = None) -> Taken:
    """Score a wave. Where fewer than the gate answered at all, its whole fielding is hidden too."""
    found = figures(wave.questions, frame, breaks, wave.question_correlation)
    met = response.answered(wave)
    stated = wave.respondents is not None or met > 0
    return Taken(wave, file, breaks or Breaks(), found, met if stated else None, 0 < met < frame.gates.suppress_below)


def once(memo: Memo, wave: Wave, file: str, frame: Frame, breaks: Breaks | None = None) -> Taken:
    """As `take`, where the wave, what broke or the frame changed; else the wave as it was scored before."""
    broke = breaks or Breaks()
    inputs = (wave, broke.wave, *broke.questions.items(), broke.method, broke.note, frame.method, frame.organisation)
    return memo.of(
        ("wave", file, wave.audience, wave.kind, wave.quarter), inputs, lambda: take(wave, file, frame, broke)
    )


def number(taken: Taken) -> int | None:
    """People who answered: respondents where stated, else the n of S, else that of T; None when hidden."""
    if taken.suppressed:
        return None
    if taken.wave.respondents is not None:
        return taken.wave.respondents
    return taken.figures.direct.n if taken.figures.direct.n is not None else taken.figures.trust.n
