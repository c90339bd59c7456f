"""How open we were: the points with their caps, the record without a score, what came too late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.model.quarters import Quarter
from scorecard.model.transparency import IndicatorReading, PillarReading, TransparencyQuarter
from scorecard.present import addresses
from scorecard.present.desk import Desk
from scorecard.present.views import incident_line, vintages
from scorecard.present.views.incident_line import IncidentLine
from scorecard.present.views.parts import Remark
from scorecard.present.views.vintages import Earlier
from scorecard.present.words import openness


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator: points or reason, the count anybody can check, its extremes."""

    href: str
    name: str
    points: str
    rated: bool
    fact: str
    extremes: str


@dataclass(frozen=True, slots=True)
class PillarRow:
    """One pillar with its indicators."""

    id: str
    name: str
    weight: str
    points: str
    width: str  # of its bar, in percent; '' where it is not rated
    reason: str
    indicators: tuple[IndicatorRow, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A count anybody can check."""

    what: str
    count: str


@dataclass(frozen=True, slots=True)
class Openness:
    """All that home and quarter pages say of transparency."""

    total: str
    points: str
    window: str
    caps: tuple[str, ...]
    late: tuple[IncidentLine, ...]
    record: tuple[RecordLine, ...]
    heading: str
    counted: str
    change: str
    times: tuple[str, ...]
    absent: str
    provisional: bool
    pillars: tuple[PillarRow, ...]
    earlier: tuple[Earlier, ...] = ()  # what was published in place of the points before


def make(desk: Desk, quarter: Quarter) -> Openness | None:
    """Transparency of a quarter in words, None where nothing is computed for it."""
    one = desk.scorecard.transparency_at(quarter)
    if one is None:
        return None
    words, unknown = desk.words, faults_unknown(desk, quarter)
    return Openness(
        total=openness.total(words, one),
        points=words.points(one.score) if one.score is not None else "",
        window=openness.window(words, one),
        caps=tuple(openness.cap(words, cap, one.score is not None) for cap in one.caps),
        late=tuple(incident_line.make(desk, desk.incidents[id]) for id in one.late if id in desk.incidents),
        record=tuple(
            RecordLine(openness.fact_name(words, fact), openness.fact_count(words, fact))
            for fact in one.record
            if fact.of
        ),
        heading=openness.heading(words, quarter, one.incidents, unknown),
        counted=openness.counted(words, one.incidents, unknown),
        change=openness.change(words, one.incidents),
        times=openness.times(words, one.incidents),
        absent=openness.absent(words, one.absent),
        provisional=one.provisional and one.score is not None,
        pillars=tuple(_pillar(desk, one, pillar) for pillar in one.pillars),
        earlier=vintages.of_points(desk, quarter),
    )


def faults_unknown(desk: Desk, quarter: Quarter) -> int:
    """Counted incidents of a quarter whose fault is not known."""
    found = desk.incidents_by_quarter.get(quarter, ())
    return sum(entry.record.fault == "unknown" and desk.reading(entry.id).counted for entry in found)


def _pillar(desk: Desk, one: TransparencyQuarter, pillar: PillarReading) -> PillarRow:
    words = desk.words
    rated = pillar.score is not None
    rows = tuple(_indicator(desk, indicator) for indicator in pillar.indicators)
    points = words.points(pillar.score) if pillar.score is not None else ""
    reason = "" if rated else openness.pillar_reason(words, pillar.reason)
    figure = words.say("{n} of 100 points", n=points) if rated else reason
    named = [(pillar.id, pillar.name, figure)]
    named += [(one.id, row.name, row.points) for one, row in zip(pillar.indicators, rows, strict=True)]
    said = _comments(desk, one.quarter)
    return PillarRow(
        id=pillar.id,
        name=pillar.name,
        weight=words.plain(pillar.weight),
        points=points,
        width=f"{pillar.score:.1f}%" if pillar.score is not None else "",
        reason=reason,
        indicators=rows,
        remarks=tuple(Remark(name, figure, said[id]) for id, name, figure in named if id in said),
    )


def _comments(desk: Desk, quarter: Quarter) -> Mapping[str, str]:
    """The company's own words on single figures of a quarter, by the figure's id."""
    wave = desk.wave("customers", quarter)
    return wave.record.company_comments if wave is not None else {}


def _indicator(desk: Desk, one: IndicatorReading) -> IndicatorRow:
    words = desk.words
    return IndicatorRow(
        href=addresses.indicator(one.id),
        name=words.say(one.name),
        points=openness.indicator(words, one),
        rated=one.value is not None,
        fact=openness.fact(words, one.fact) if one.fact is not None and one.fact.of else "",
        extremes=openness.extremes(words, one),
    )
