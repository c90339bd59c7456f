"""From findings to indicators, from indicators to pillars, from pillars to the total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType

from scorecard.model.figures import settle
from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records.method import Method, Pillar
from scorecard.model.transparency import Fact, IndicatorReading, PillarReading
from scorecard.score.view import Finding, View


def findings(view: View, indicators: Mapping[str, ModuleType]) -> dict[str, Finding]:
    """What each indicator that the method weighs finds in the window, by id."""
    wanted = {id for pillar in view.method.pillars for id in pillar.indicators}
    return {id: indicators[id].read(view) for id in sorted(wanted) if id in indicators}


def pillar_reading(
    pillar: Pillar, found: Mapping[str, Finding], indicators: Mapping[str, ModuleType], method: Method
) -> PillarReading:
    """A pillar: the weighted mean of the indicators that have a value.

    It needs half its indicator weight and, where any of its indicators is about incidents, enough incidents.
    A weight of 0 leaves an indicator out.
    """
    readings = tuple(
        _indicator_reading(id, weight, found.get(id), indicators.get(id)) for id, weight in pillar.indicators.items()
    )
    all_weight = sum(one.weight for one in readings)
    valued = [(one.weight, one.value) for one in readings if one.value is not None and one.weight > 0]
    coverage = sum(weight for weight, _ in valued) / all_weight if all_weight else 0.0
    behind = [found[id].incidents for id, weight in pillar.indicators.items() if id in found and weight > 0]
    reason = _unrated([ids for ids in behind if ids is not None], coverage, method)
    score = None if reason else weighted_mean(valued)
    return PillarReading(pillar.id, pillar.name, pillar.weight, score, coverage, readings, reason)


def total(pillars: Sequence[PillarReading]) -> tuple[float | None, float]:
    """Weighted mean of the rated pillars (None: none is rated), and their share of all pillar weight."""
    rated = [(one.weight, one.score) for one in pillars if one.score is not None and one.weight > 0]
    all_weight = sum(one.weight for one in pillars)
    coverage = sum(weight for weight, _ in rated) / all_weight if all_weight else 0.0
    return (weighted_mean(rated) if rated else None), coverage


def weighted_mean(weighed: Iterable[tuple[float, float]]) -> float:
    """The mean of (weight, value), of at least one with a weight above 0; within 0 to 100 for values that are."""
    pairs = list(weighed)
    mean = sum(weight * value for weight, value in pairs) / sum(weight for weight, _ in pairs)
    return min(max(value for _, value in pairs), max(min(value for _, value in pairs), mean))


def _unrated(behind: list[frozenset[str]], coverage: float, method: Method) -> Reason | None:
    """Why a pillar has no score, None when it has one."""
    least = method.windows.least_incidents
    incidents = len(frozenset().union(*behind))
    if behind and incidents < least:
        code = ReasonCode.TOO_FEW if incidents else ReasonCode.NOT_TESTED
        return Reason(
            code, "too_few_incidents" if incidents else "no_incident", {"incidents": incidents, "needed": least}
        )
    if coverage == 0:
        return Reason(ReasonCode.NOT_TESTED, "no_indicator")
    if settle(coverage) < settle(method.windows.pillar_coverage):
        return Reason(ReasonCode.TOO_FEW, "coverage", {"coverage": coverage, "needed": method.windows.pillar_coverage})
    return None


def _indicator_reading(id: str, weight: float, found: Finding | None, module: ModuleType | None) -> IndicatorReading:
    if found is None or module is None:
        return IndicatorReading(id, id, weight, reason=Reason(ReasonCode.ERROR, "no_such_indicator", {"indicator": id}))
    average = found.average
    return IndicatorReading(
        id=id,
        name=module.NAME,
        weight=weight,
        value=average.value if average else None,
        lo=average.lo if average else None,
        hi=average.hi if average else None,
        cases=found.cases,
        reason=None if average else found.reason or Reason(ReasonCode.NOT_TESTED, "no_case"),
        provisional=found.provisional,
        fact=Fact(id, found.met, found.of, module.FACT) if found.of else None,
        median=found.median,
        worst=found.worst,
        unit=found.unit,
        also=found.also,
    )
