"""Highest totals after what must not happen. They are named whether or not there is a total."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from scorecard.model.figures import settle
from scorecard.model.transparency import Cap
from scorecard.score.claims import REQUIRED_FIELDS
from scorecard.score.clocks import MINUTE
from scorecard.score.view import Case, View


def caps(view: View) -> tuple[Cap, ...]:
    """The caps that hold for the window, lowest first."""
    found = (_made_public(view), _changed_without_notice(view), _unknown_fields(view))
    return tuple(sorted((cap for cap in found if cap is not None), key=lambda cap: (cap.value, cap.id)))


def capped(score: float, held: Iterable[Cap]) -> float:
    """A total under its caps: the lowest of them all. Vector V22."""
    return min([score, *(cap.value for cap in held)])


def unknown_share(view: View) -> tuple[int, int]:
    """How many required fields of the window's incidents are unknown, and how many there are."""
    return sum(len(case.reading.unknown) for case in view.cases), len(REQUIRED_FIELDS) * len(view.cases)


def _made_public(view: View) -> Cap | None:
    """Critical and major incidents that others made public while the company said nothing past its limit."""
    cases = tuple(case.id for case in view.cases if case.is_serious and _unacknowledged(case, view))
    return Cap("made_public", view.method.caps.made_public, cases, {"cases": len(cases)}) if cases else None


def _unacknowledged(case: Case, view: View) -> bool:
    """The clock runs from first known; where that is unknown, from the day others told. No known notice is too late."""
    made, reading = case.incident.made_public, case.reading
    if made is None or not reading.others_first or case.incident.times_doubtful:
        return False
    if "notified" in reading.unknown:
        return True
    if "known" not in reading.unknown:
        return reading.past_limit
    told, limit = case.incident.notified, reading.notice_limit_minutes or 0.0
    end = told if isinstance(told, datetime) and view.cutoff.seen(told) else view.cutoff.at
    return (end - made.at) / MINUTE > limit


def _changed_without_notice(view: View) -> Cap | None:
    """Published figures that were changed without telling."""
    found = [e for e in view.records.corrections if e.record.notice == "none" and view.holds_day(e.record.found)]
    cases = tuple(sorted(entry.id for entry in found))
    value = view.method.caps.changed_without_notice
    return Cap("changed_without_notice", value, cases, {"cases": len(cases)}) if cases else None


def _unknown_fields(view: View) -> Cap | None:
    """More than the allowed share of required fields is unknown."""
    unknown, fields = unknown_share(view)
    allowed = view.method.caps.unknown_share
    if not fields or settle(unknown / fields) <= settle(allowed):
        return None
    cases = tuple(case.id for case in view.cases if case.reading.unknown)
    facts = {"unknown": unknown, "fields": fields, "share": unknown / fields, "allowed": allowed}
    return Cap("unknown_fields", view.method.caps.unknown_fields, cases, facts)
