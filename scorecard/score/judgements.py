"""All verdicts of one quarter against another, judged together where they are many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason, Verdict
from scorecard.model.records.method import Method
from scorecard.model.trust import DimensionReading, QuestionReading
from scorecard.score import verdicts
from scorecard.score.comparisons import Pair
from scorecard.score.waves import Figures


@dataclass(frozen=True, slots=True)
class Judgements:
    """Verdicts by what they are about; groups of the direct question by segment. Absent: nothing is said."""

    trust: Verdict | None = None
    direct: Verdict | None = None
    dimensions: Mapping[str, Verdict] = field(default_factory=dict)
    questions: Mapping[str, Verdict] = field(default_factory=dict)
    groups: Mapping[str, Verdict] = field(default_factory=dict)


def of_pair(pair: Pair) -> Judgements:
    """Every verdict that is printed for two quarters.

    T and S are the two comparisons named in advance: they keep their own words. All others that are printed, the
    dimensions, the questions and the groups of the direct question, pass Holm in one run. A question that stands alone
    in its dimension is the same comparison as the dimension: it shares its verdict and counts once.
    """
    now, method = pair.now, pair.method
    parts = {part.id: pair.dimension(part.id) for part in now.dimensions if part.estimate.score is not None}
    alone = {part.questions[0]: part.id for part in now.dimensions if len(part.questions) == 1}
    items = {
        id: pair.question(id)
        for id, reading in now.questions.items()
        if reading.estimate.score is not None and id != method.direct_question and id not in alone
    }
    direct = now.questions.get(method.direct_question)
    groups = {
        group.id: verdict
        for group in (direct.groups if direct is not None else ())
        if (verdict := pair.group(method.direct_question, group)) is not None
    }
    parts, items, groups = _together([parts, items, groups], method)
    first = pair.direct()
    items |= {id: parts[part] for id, part in alone.items() if part in parts}
    return Judgements(pair.trust(), first, parts, items | {method.direct_question: first}, groups)


def none(against: Quarter, reason: Reason, now: Figures, method: Method) -> Judgements:
    """The other quarter has no reading: nothing is compared, and why."""
    verdict = verdicts.not_comparable(against, reason)
    scored = {id for id, reading in now.questions.items() if reading.estimate.score is not None}
    return Judgements(
        trust=verdict,
        direct=verdict,
        dimensions={part.id: verdict for part in now.dimensions if part.estimate.score is not None},
        questions=dict.fromkeys(scored, verdict),
    )


def on_dimension(part: DimensionReading, last: Judgements, year: Judgements) -> DimensionReading:
    """A dimension with its two verdicts."""
    return replace(part, verdict=last.dimensions.get(part.id), verdict_year=year.dimensions.get(part.id))


def on_question(reading: QuestionReading, last: Judgements, method: Method) -> QuestionReading:
    """A question with its verdict, the direct one with those of its groups."""
    if reading.estimate.score is None:
        return reading
    groups = reading.groups
    if reading.id == method.direct_question:
        groups = tuple(replace(group, verdict=last.groups.get(group.id)) for group in groups)
    return replace(reading, verdict=last.questions.get(reading.id), groups=groups)


def _together(families: list[dict[str, Verdict]], method: Method) -> list[dict[str, Verdict]]:
    flat = [(i, id, verdict) for i, family in enumerate(families) for id, verdict in family.items()]
    judged = verdicts.together([verdict for _, _, verdict in flat], method.verdicts)
    found: list[dict[str, Verdict]] = [{} for _ in families]
    for (i, id, _), verdict in zip(flat, judged, strict=True):
        found[i][id] = verdict
    return found
