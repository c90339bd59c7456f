"""From indicators to pillars to the total, against V22."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records.method import Pillar
from scorecard.model.transparency import Cap, PillarReading
from scorecard.score.caps import capped
from scorecard.score.classes import Average
from scorecard.score.pillars import pillar_reading, total, weighted_mean
from scorecard.score.view import Finding
from tests.score.company import company, default_method, three, transparency
from tests.score.vectors import (
    TOLERANCE,
    V22_CAPPED,
    V22_NO_INCIDENT_COVERAGE,
    V22_PILLAR_WEIGHTS,
    V22_PILLARS,
    V22_TOTAL,
    V22_VALUES,
    V22_WEIGHTS,
)

ENOUGH = frozenset({"one", "two", "three"})


def pillar(id: str, values: Mapping[str, float | None], incidents: frozenset[str] | None = ENOUGH) -> PillarReading:
    """A pillar of V22 whose indicators have these values; None has no case."""
    weights = {name.replace("_", "-"): float(weight) for name, weight in V22_WEIGHTS[id].items()}
    found = {
        name.replace("_", "-"): Finding(
            average=None if value is None else Average(value, value, value, 3.0),
            reason=Reason(ReasonCode.NOT_APPLICABLE, "no_case") if value is None else None,
            incidents=None if incidents is None else incidents if value is not None else frozenset(),
        )
        for name, value in values.items()
    }
    modules: dict[str, Any] = {name: SimpleNamespace(NAME=name, FACT=name) for name in found}
    record = Pillar.model_construct(id=id, name=id, weight=float(V22_PILLAR_WEIGHTS[id]), indicators=weights)
    return pillar_reading(record, found, modules, default_method())


def pillars(incidents: frozenset[str] = ENOUGH) -> list[PillarReading]:
    """All pillars of V22; the last is not about incidents."""
    return [pillar(id, values, None if id == "E" else incidents) for id, values in V22_VALUES.items()]


def test_with_cases_everywhere_the_total_is_that_of_v22() -> None:
    """V22, first case: pillars are means of their applicable indicators, the total that of the pillars."""
    found = pillars()
    assert {one.id: one.score for one in found} == {
        id: pytest.approx(score, abs=TOLERANCE) for id, score in V22_PILLARS.items()
    }
    score, coverage = total(found)
    assert score == pytest.approx(V22_TOTAL, abs=TOLERANCE)
    assert coverage == 1


def test_without_incidents_only_everyday_openness_is_rated() -> None:
    """V22, second case: no incident in four quarters leaves 15 % of the pillar weight, too little for a total."""
    nothing = [
        pillar(id, values if id == "E" else dict.fromkeys(values), None if id == "E" else frozenset())
        for id, values in V22_VALUES.items()
    ]
    assert [one.score is not None for one in nothing] == [False, False, False, False, True]
    assert total(nothing)[1] == pytest.approx(V22_NO_INCIDENT_COVERAGE)
    assert {one.reason.code for one in nothing if one.reason} == {ReasonCode.NOT_TESTED}


def test_a_cap_lowers_the_total_to_itself() -> None:
    """V22, third case: made public by others first and unacknowledged."""
    score, _ = total(pillars())
    assert score is not None
    assert capped(score, [Cap("unknown_fields", 70, ("a",)), Cap("made_public", 40, ("b",))]) == V22_CAPPED
    assert capped(score, []) == score


def test_two_incidents_are_too_few_for_a_pillar() -> None:
    """Pillars about incidents need three of them."""
    found = pillar("A", V22_VALUES["A"], frozenset({"one", "two"}))
    assert found.score is None
    assert found.reason == Reason(ReasonCode.TOO_FEW, "too_few_incidents", {"incidents": 2, "needed": 3})


def test_a_pillar_needs_half_its_indicator_weight() -> None:
    """2 of 4 is enough, 1 of 3 is not."""
    half = pillar("C", {"fault": 80.0, "published": None, "when": None})
    third = pillar("B", {"silence": 80.0, "promises": None, "todo": None})
    assert (half.score, half.coverage) == (80.0, 0.5)
    assert third.score is None
    assert third.reason == Reason(ReasonCode.TOO_FEW, "coverage", {"coverage": third.coverage, "needed": 0.5})


def test_an_indicator_without_a_module_is_an_error_not_a_zero() -> None:
    """A name in the method that no module bears leaves both sums and says so."""
    record = Pillar.model_construct(id="x", name="X", weight=1.0, indicators={"no-such-thing": 1.0})
    found = pillar_reading(record, {}, {}, default_method())
    assert found.score is None
    assert found.indicators[0].reason == Reason(ReasonCode.ERROR, "no_such_indicator", {"indicator": "no-such-thing"})


def test_a_weight_of_zero_leaves_a_part_out() -> None:
    """An indicator, a pillar or a severity without weight moves no score, also where nothing else has one."""
    record = Pillar.model_construct(id="x", name="X", weight=0.0, indicators={"a": 0.0, "b": 1.0})
    some = Finding(average=Average(50.0, 0.0, 100.0, 3.0), incidents=ENOUGH)
    none = Finding(reason=Reason(ReasonCode.NOT_APPLICABLE, "no_case"), incidents=frozenset())
    modules: dict[str, Any] = {id: SimpleNamespace(NAME=id, FACT=id) for id in "ab"}
    assert pillar_reading(record, {"a": some, "b": none}, modules, default_method()).score is None
    rated = pillar_reading(record, {"a": none, "b": some}, modules, default_method())
    assert rated.score == 50
    assert total([rated]) == (None, 0.0)
    weightless = default_method().model_copy(update={"severity_weights": {"critical": 4.0, "major": 2.0, "minor": 0.0}})
    found = transparency(company(three(), method=weightless))
    assert {one.score for one in found.pillars} == {None}
    assert found.incidents.count == 3


@given(st.lists(st.tuples(st.floats(0.1, 10), st.floats(0, 100)), min_size=1, max_size=6))
def test_a_mean_lies_between_its_values(pairs: list[tuple[float, float]]) -> None:
    """No rounding pushes a mean outside of what it is made of."""
    assert min(v for _, v in pairs) <= weighted_mean(pairs) <= max(v for _, v in pairs)
