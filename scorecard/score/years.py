"""The year figure: the answers of four quarters together, for companies whose quarters are small."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scorecard.model.readings import Estimate, VerdictWord
from scorecard.model.records.survey import Question
from scorecard.model.trust import DimensionReading, QuestionReading, YearFigure
from scorecard.score import disclosure, questions
from scorecard.score.comparisons import Between, Pair
from scorecard.score.questions import Frame
from scorecard.score.samples import of_counts
from scorecard.score.waves import Figures, Taken, figures

#: Quarters that are pooled.
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Year:
    """Four quarters together: the waves, and where they stand among all of their audience."""

    span: tuple[int, ...]
    taken: tuple[Taken, ...]
    figures: Figures


def last(end: int, usable: Sequence[bool], broken: Collection[int]) -> tuple[int, ...]:
    """The last four usable waves up to and with one; () where it is not usable or the series broke in between."""
    found: list[int] = []
    for i in range(end, -1, -1):
        if usable[i]:
            found.insert(0, i)
        if len(found) == QUARTERS:
            return tuple(found)
        if not found or i in broken:
            return ()
    return ()


def pool(span: Sequence[int], history: Sequence[Taken], frame: Frame) -> Year:
    """The answers of several waves added up per question; a question only from its last break on.

    Only counts that are published by themselves are added, so a year never tells of a hidden quarter.
    """
    taken = tuple(history[i] for i in span)
    ids = dict.fromkeys(question.id for one in reversed(taken) for question in one.wave.questions)
    asked = [_by_id(one.wave.questions) for one in taken]
    pooled = [question for id in ids if (question := _pooled(id, taken, asked)) is not None]
    known = [one.figures.correlation for one in taken if one.figures.correlation is not None]
    correlation = max(known) if len(known) == len(taken) else None
    return Year(tuple(span), taken, figures(pooled, frame, correlation=correlation, brief=True))


def _by_id(asked: Iterable[Question]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in asked:
        found.setdefault(question.id, []).append(question)
    return found


def _pooled(id: str, taken: Sequence[Taken], asked: Sequence[Mapping[str, list[Question]]]) -> Question | None:
    parts: list[Question] = []
    for one, by_id in zip(taken, asked, strict=True):
        if one.breaks.of(id):
            parts = []
        parts += [q for q in by_id.get(id, ()) if _published(one.figures.questions[id])]
    if not parts:
        return None
    counts = [{"all": questions.whole(part), **questions.segments(part)} for part in parts]
    common = [group for group in counts[-1] if all(group in one for one in counts)]
    return parts[-1].model_copy(
        update={
            "counts": {group: _add([one[group] for one in counts]) for group in common},
            "dont_know": _total([part.dont_know for part in parts]),
            "no_answer": _total([part.no_answer for part in parts]),
            "channels": None,
        }
    )


def _published(reading: QuestionReading) -> bool:
    return reading.kind == "counts" and reading.estimate.score is not None


def _add(rows: Sequence[Sequence[int]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*rows, strict=False))


def _total(rows: Sequence[Mapping[str, int]]) -> dict[str, int]:
    return {"all": sum(row.get("all", 0) for row in rows)} if any(rows) else {}


def figure(now: Year, before: Year | None, between: Between | None, frame: Frame) -> YearFigure | None:
    """The year's T (else S), judged only against the four quarters before; None where it has no score."""
    shown = now.figures.shown
    if shown.score is None:
        return None
    verdict = None
    if before is not None and between is not None:
        pair = Pair(before.figures, now.figures, before.taken[-1].quarter, between, frame.method)
        verdict = pair.trust() if now.figures.trust.score is not None else pair.direct()
    return YearFigure(shown, tuple(one.quarter for one in now.taken), verdict)


def leads(shown: Estimate, word: VerdictWord | None, frame: Frame) -> bool:
    """True where the headline uses the year: a quarter with few answers whose own verdict is no clear change."""
    return word is VerdictWord.UNCLEAR and shown.n is not None and shown.n < frame.gates.year_below


def on_dimension(part: DimensionReading, year: Year, frame: Frame) -> DimensionReading:
    """A dimension with its year where the quarter has too few answers for it."""
    pooled = next(one.estimate for one in year.figures.dimensions if one.id == part.id)
    if (part.estimate.n or 0) >= frame.gates.full_from or pooled.score is None:
        return part
    return replace(part, by_year=pooled)


def on_question(reading: QuestionReading, year: Year, frame: Frame) -> QuestionReading:
    """A question whose groups have their year where the quarter has too few answers for them."""
    groups = tuple(
        one
        if (one.estimate.n or 0) >= frame.gates.full_from
        else replace(one, by_year=group(one.id, reading.id, year.taken, frame))
        for one in reading.groups
    )
    return replace(reading, groups=groups)


def group(id: str, question: str, taken: Sequence[Taken], frame: Frame) -> Estimate | None:
    """One segment over the quarters in which it is published by itself; None unless there are two or more."""
    rows: list[tuple[int, ...]] = []
    scale = (1, 10)
    for one in taken:
        if one.breaks.of(question):
            rows = []
        reading = one.figures.questions.get(question)
        shown = next((g for g in reading.groups if g.id == id), None) if reading is not None else None
        asked = next((q for q in one.wave.questions if q.id == question), None)
        if reading is not None and shown is not None and shown.estimate.score is not None and asked is not None:
            rows.append(questions.segments(asked)[id])
            scale = reading.scale
    if len(rows) < 2 or disclosure.of_one_mind(_add(rows)):
        return None
    return questions.estimate(of_counts(_add(rows), *scale), frame.gates)
