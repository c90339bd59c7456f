"""An invented company that asks its customers: waves written like YAML, with only what a test is about."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation
from scorecard.model.records.survey import Question, Wave
from scorecard.model.trust import TrustQuarter, TrustSeries
from scorecard.score import score
from scorecard.score.questions import Frame
from tests.score.company import company, default_method, written

FIRST = Quarter(2024, 1)
AS_OF = datetime(2030, 1, 1, tzinfo=UTC)
PARTS = tuple(dimension.questions[0] for dimension in default_method().dimensions)


def around(mean: int, n: int = 400, scale: int = 10) -> list[int]:
    """Counts of answers low to high: n of them spread over `mean` and its neighbours, mean kept."""
    side = n // 4
    counts = [0] * scale
    counts[mean - 1] += n - 2 * side
    counts[mean - 2] += side
    counts[mean] += side
    return counts


def mixed(score: float, n: int = 400) -> list[int]:
    """Counts on 1-10 whose mean is as close to `score` as n answers allow, spread over five answers."""
    counts = [0] * 10
    low = int(score)
    high = round((score - low) * n)
    for base, people in ((low, n - high), (low + 1, high)):
        share = people // 5
        for step in (-2, -1, 1, 2):
            counts[min(max(base + step, 1), 10) - 1] += share
        counts[base - 1] += people - 4 * share
    return counts


def question(id: str = "trust", **fields: Any) -> Question:
    """One item."""
    return Question.model_validate(written({"id": id, **fields}))


def asked(*scores: float, n: int = 400) -> list[dict[str, Any]]:
    """The direct question, then the first question of each dimension, with about these means."""
    return [{"id": id, "counts": mixed(score, n)} for id, score in zip(("trust", *PARTS), scores, strict=False)]


def all_at(score: float, n: int = 400) -> list[dict[str, Any]]:
    """The direct question and one question of every dimension, all with the same answers."""
    return asked(*[score] * 9, n=n)


def wave(step: int, questions: Sequence[Mapping[str, Any]], /, **fields: Any) -> Entry[Wave]:
    """The wave of the quarter that many after FIRST."""
    quarter = FIRST.plus(step)
    given = {"quarter": quarter, "audience": "customers", "sample": "random", "invited": 2000, **fields}
    record = Wave.model_validate(written({**given, "questions": list(questions)}))
    return Entry(f"{quarter.slug}-{record.audience}", record, f"data/surveys/{quarter.slug}.yml")


def records(*waves: Entry[Wave], **more: Any) -> Records:
    """A company with these waves."""
    return company(waves=waves, **more)


def series(*waves: Entry[Wave], as_of: datetime = AS_OF, **more: Any) -> TrustSeries:
    """The customers' series of these waves."""
    found = score(records(*waves, **more), as_of).of("customers")
    assert found is not None
    return found


def only(*waves: Entry[Wave], **more: Any) -> TrustQuarter:
    """The last quarter of these waves."""
    return series(*waves, **more).latest


def frame(segments: Mapping[str, Mapping[str, Any]] | None = None, method: Method | None = None) -> Frame:
    """What questions are read against."""
    organisation = company(organisation={"segments": written(segments or {})}).organisation.record
    assert isinstance(organisation, Organisation)
    return Frame(method or default_method(), organisation)


def method(**changes: Any) -> Method:
    """The packaged method with some keys replaced."""
    return default_method().model_copy(update=changes)
