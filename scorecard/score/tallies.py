"""Counts and times of one quarter's own incidents: printed, never scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scorecard.model.quarters import Quarter
from scorecard.model.records.base import SEVERITIES
from scorecard.model.transparency import IncidentFigures
from scorecard.score.clocks import Almanac, Cutoff, median
from scorecard.score.counts import change_of_count, range_of_count
from scorecard.score.view import Case


def figures(
    quarter: Quarter, cases: Sequence[Case], maintenances: int, before: int | None, cutoff: Cutoff, almanac: Almanac
) -> IncidentFigures:
    """Figures of a quarter; `before` counts the incidents of the quarter before, None where nothing was recorded yet.

    A quarter that still runs is compared by its days so far.
    """
    readings = [case.reading for case in cases]
    notices = [r for r in readings if r.notice_minutes is not None]
    silences = [r.longest_silence_minutes for r in readings if r.longest_silence_minutes is not None]
    people = [r.people for r in readings if r.people is not None]
    lo, hi = range_of_count(len(cases))
    severities = Counter(case.incident.severity for case in cases)
    change = ""
    if before is not None:
        days = min(almanac.calendar.days(quarter), (cutoff.day - almanac.calendar.start(quarter)).days + 1)
        change = change_of_count(before, almanac.calendar.days(quarter.plus(-1)), len(cases), max(0, days))
    return IncidentFigures(
        count=len(cases),
        maintenances=maintenances,
        lo=lo,
        hi=hi,
        change=change,
        by_severity={severity: severities[severity] for severity in SEVERITIES if severities[severity]},
        own_fault=sum(case.incident.fault == "ours" for case in cases),
        open=sum(r.resolve_open for r in readings),
        people=sum(people) if people else None,
        people_unknown=sum("affected" in r.unknown for r in readings),
        median_minutes_to_notice=median((r.notice_minutes or 0.0, not r.notice_open) for r in notices),
        median_minutes_to_resolve=median(
            (r.resolve_minutes, not r.resolve_open) for r in readings if r.resolve_minutes is not None
        ),
        longest_silence_minutes=max(silences, default=None),
        worst_notice_minutes=max((r.notice_minutes or 0.0 for r in notices), default=None),
    )
