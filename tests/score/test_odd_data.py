"""Odd but valid records: scoring never raises, and small numbers never show."""

from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.model.readings import ReasonCode
from scorecard.model.trust import TrustSeries
from tests.score.waves import PARTS, series, wave

IDS = ("trust", *PARTS[:3], "contact-easy", "our-own")
SIZES = st.sampled_from([0, 0, 1, 2, 3, 8, 40])


def row(length: int) -> st.SearchStrategy[list[int]]:
    return st.lists(SIZES, min_size=length, max_size=length)


@st.composite
def item(draw: st.DrawFn, id: str) -> dict[str, Any]:
    """One question of any kind."""
    low, high = draw(st.sampled_from([(1, 10), (1, 5), (0, 10)]))
    length = high - low + 1
    base: dict[str, Any] = {"id": id, "scale": f"{low}-{high}"}
    kind = draw(st.sampled_from(["counts", "counts", "groups", "percentages", "mean", "share", "missing", "nothing"]))
    if kind == "counts":
        base["counts"] = draw(row(length))
        base["dont_know"] = draw(SIZES)
    elif kind == "groups":
        parts = {name: draw(row(length)) for name in ("household", "business", "north")[: draw(st.integers(1, 3))]}
        total = [sum(answers) for answers in zip(*parts.values(), strict=True)]
        more = draw(st.sampled_from([0, 0, 5]))
        base["counts"] = {"all": [total[0] + more, *total[1:]], **parts}
    elif kind == "percentages":
        base["percentages"] = draw(st.sampled_from([[100 / length] * length, [80 / length] * length, [0.0] * length]))
        base |= draw(st.sampled_from([{}, {"n": 0}, {"n": 1}, {"n": 2}, {"n": 200}]))
    elif kind == "mean":
        base["mean"] = draw(st.sampled_from([low, (low + high) / 2, high]))
        base |= draw(st.sampled_from([{}, {"n": 0}, {"n": 1}, {"n": 2}, {"n": 30}, {"n": 90, "sd": 1.2}]))
    elif kind == "share":
        base["share"] = draw(st.sampled_from([0, 0.5, 1]))
        base |= draw(st.sampled_from([{}, {"n": 0}, {"n": 5}, {"n": 40}]))
    elif kind == "missing":
        base["missing"] = "not asked"
    if draw(st.integers(0, 9)) == 0:
        base |= {"comparable": False, "note": "Changed."}
    return base


@st.composite
def history(draw: st.DrawFn) -> TrustSeries:
    """One to seven waves with gaps, marks, opt-in samples and every kind of question."""
    steps = sorted(draw(st.sets(st.integers(0, 7), min_size=1, max_size=7)))
    waves = []
    for step in steps:
        asked = [draw(item(id)) for id in IDS if draw(st.integers(0, 4))]
        more: dict[str, Any] = draw(
            st.sampled_from([{}, {}, {"sample": "opt-in"}, {"method_changed": "New."}, {"respondents": 4}])
        )
        waves.append(wave(step, asked, **{"invited": draw(st.sampled_from([0, 5, 3000])), **more}))
    segments = draw(
        st.sampled_from(
            [{}, {"household": {"customers": 300}, "business": {"customers": 20}, "north": {"customers": 9}}]
        )
    )
    return series(*waves, organisation={"segments": segments})


def everything(value: Any) -> list[Any]:
    """Every value object inside a result."""
    found = [value]
    if is_dataclass(value):
        for field in fields(value):
            found += everything(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            found += everything(one)
    return found


@settings(max_examples=60)
@given(history())
def test_any_history_is_scored(found: TrustSeries) -> None:
    """A reading for every quarter; every quarter has a state with a rule; no shown figure stands on 1 to 9 answers."""
    assert found.quarters
    for quarter in found.quarters:
        assert quarter.state.rule
        for one in everything(quarter):
            n = getattr(one, "n", None)
            assert n is None or n == 0 or n >= 10
            if getattr(one, "reason", None) is not None and getattr(one.reason, "code", None) is ReasonCode.SUPPRESSED:
                assert n is None
        for question in quarter.questions:
            if question.estimate.score is None:
                assert (question.mean, question.sd, question.shares, question.groups) == (None, None, (), ())
