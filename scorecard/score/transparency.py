"""Transparency, quarter by quarter: window, indicators, pillars, caps, and the record that needs no score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from types import ModuleType

from scorecard.model.figures import settle
from scorecard.model.memo import Memo
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records import Records, quarter_of_id
from scorecard.model.transparency import Fact, IncidentFigures, PillarReading, TransparencyQuarter
from scorecard.score.archive import Archive
from scorecard.score.caps import capped, caps, unknown_share
from scorecard.score.clocks import Cutoff
from scorecard.score.indicators import discover
from scorecard.score.pillars import findings, pillar_reading, total
from scorecard.score.shelf import Shelf
from scorecard.score.tallies import figures
from scorecard.score.view import Case, View

FAULTS = ("ours", "supplier", "nature", "unknown")


def quarters(
    records: Records, as_of: datetime, quarters: Sequence[Quarter], memo: Memo | None = None, shelf: Shelf | None = None
) -> tuple[TransparencyQuarter, ...]:
    """Transparency of the given quarters, in their order, each at its own cut-off."""
    memo = memo or Memo()
    shelf = shelf or Shelf(Archive.of(records, memo), as_of, memo)
    indicators = discover()
    return tuple(_quarter(quarter, records, shelf, indicators) for quarter in quarters)


def absent(records: Records) -> tuple[str, ...]:
    """Registers the company does not publish."""
    organisation = records.organisation.record
    registers = {
        "promises": records.promises,
        "dialogue": records.dialogue,
        "risks": records.risks,
        "decisions": records.decisions,
        "enquiries": records.enquiries,
        "checks": organisation.waves_planned,
        "releases": organisation.releases,
    }
    return tuple(name for name, entries in registers.items() if not entries)


def _quarter(
    quarter: Quarter, records: Records, shelf: Shelf, indicators: Mapping[str, ModuleType]
) -> TransparencyQuarter:
    archive, cutoff = shelf.archive, shelf.cutoff(quarter)
    window = _window(quarter, shelf, cutoff)
    cases = shelf.cases(window, quarter)
    cases = shelf.memo.of(("cases", quarter), cases, lambda: cases)
    view = View(quarter, window, cutoff, cases, records, archive.almanac, shelf.memo, shelf.marked)
    found = findings(view, indicators)
    pillars = tuple(pillar_reading(one, found, indicators, archive.method) for one in archive.method.pillars)
    uncapped, coverage = total(pillars)
    reason = _no_total(view, pillars, coverage)
    held = caps(view)
    own = shelf.cases([quarter], quarter)
    unknown, fields = unknown_share(view)
    is_first = quarter.plus(-1) < _first_recorded(records, shelf)
    return TransparencyQuarter(
        quarter=quarter,
        score=None if reason or uncapped is None else capped(uncapped, held),
        coverage=coverage,
        window=window,
        pillars=pillars,
        incidents=_figures(quarter, own, is_first, shelf, cutoff),
        uncapped=None if reason else uncapped,
        caps=held,
        reason=reason,
        record=tuple(_record(pillars)),
        late=_late(quarter, shelf),
        absent=absent(records),
        provisional=not cutoff.whole or any(one.provisional for pillar in pillars for one in pillar.indicators),
        lengthened=len(window) > min(archive.method.windows.quarters),
        unknown_share=unknown / fields if fields else 0.0,
        faults={fault: sum(case.incident.fault == fault for case in view.cases) for fault in FAULTS},
    )


def _figures(quarter: Quarter, own: tuple[Case, ...], is_first: bool, shelf: Shelf, cutoff: Cutoff) -> IncidentFigures:
    planned = shelf.maintenances(quarter, cutoff)
    before = None if is_first else len(shelf.counted(quarter.plus(-1), cutoff))
    almanac, organisation = shelf.archive.almanac, shelf.archive.organisation
    inputs = (own, planned, before, cutoff.day, organisation)
    return shelf.memo.of(("figures", quarter), inputs, lambda: figures(quarter, own, planned, before, cutoff, almanac))


def _window(quarter: Quarter, shelf: Shelf, cutoff: Cutoff) -> tuple[Quarter, ...]:
    """The shortest window with enough incidents, the longest where none has; only quarters that are scored."""
    rules = shelf.archive.method.windows
    window: tuple[Quarter, ...] = ()
    for length in sorted(rules.quarters):
        span = (quarter.plus(-back) for back in reversed(range(length)))
        window = tuple(one for one in span if shelf.archive.is_scored(one))
        if sum(len(shelf.counted(one, cutoff)) for one in window) >= rules.least_incidents:
            break
    return window


def _no_total(view: View, pillars: Sequence[PillarReading], coverage: float) -> Reason | None:
    """Why there is no total, None when there is one. No incident is not perfect transparency."""
    first, needed = view.organisation.scored_from, view.method.windows.total_coverage
    if not view.quarters:
        return Reason(ReasonCode.NOT_TESTED, "before_scored_from", {"scored_from": str(first)})
    if settle(coverage) >= settle(needed):
        return None
    if not view.cases:
        return Reason(ReasonCode.NOT_TESTED, "no_incident", {"quarters": len(view.quarters)})
    facts = {"incidents": len(view.cases), "coverage": coverage, "needed": needed, "quarters": len(view.quarters)}
    few = len(view.cases) < view.method.windows.least_incidents
    return Reason(ReasonCode.TOO_FEW, "too_few_incidents" if few else "coverage", facts)


def _record(pillars: Iterable[PillarReading]) -> Iterator[Fact]:
    """Every count there is, in the order of the method."""
    for pillar in pillars:
        for indicator in pillar.indicators:
            yield from [indicator.fact] if indicator.fact is not None else []
            yield from indicator.also


def _late(quarter: Quarter, shelf: Shelf) -> tuple[str, ...]:
    """Critical and major incidents whose notice went past its limit in this quarter."""
    found = []
    for case in shelf.cases([quarter.plus(-1), quarter], quarter):
        known, limit = case.reading.known_at, case.reading.notice_limit_minutes
        if not case.is_serious or not case.reading.past_limit or known is None or limit is None:
            continue
        if shelf.archive.almanac.quarter(known + timedelta(minutes=limit)) == quarter:
            found.append(case.id)
    return tuple(found)


def _first_recorded(records: Records, shelf: Shelf) -> Quarter:
    """The first quarter anything was recorded for: before it, no incident means nobody wrote."""
    return min(_recorded(records, shelf), default=Quarter(2999, 4))


def _recorded(records: Records, shelf: Shelf) -> Iterator[Quarter]:
    yield from shelf.by_quarter
    yield from (entry.record.quarter for entry in records.waves)
    yield from (found for entry in records.enquiries if (found := quarter_of_id(entry.id)) is not None)
