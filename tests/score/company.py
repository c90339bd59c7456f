"""An invented company for tests of transparency: incidents are written like YAML, with only what a test is about."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records
from scorecard.model.records.base import FileRecord
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation
from scorecard.model.records.registers import (
    Correction,
    Decision,
    Dialogue,
    Enquiries,
    Outcomes,
    Promise,
    Risk,
)
from scorecard.model.records.survey import Wave
from scorecard.model.transparency import IncidentReading, IndicatorReading, TransparencyQuarter
from scorecard.read import read
from scorecard.score.shelf import readings
from scorecard.score.transparency import quarters

#: The quarter most tests look at, a day in it, and a day long after it.
QUARTER = Quarter(2026, 2)
START = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
AS_OF = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)

KINDS: Mapping[str, type[FileRecord]] = {
    "waves": Wave,
    "incidents": Incident,
    "promises": Promise,
    "dialogue": Dialogue,
    "risks": Risk,
    "decisions": Decision,
    "enquiries": Enquiries,
    "corrections": Correction,
}


def after(**span: float) -> datetime:
    """A moment after START."""
    return START + timedelta(**span)


def written(value: Any) -> Any:
    """A Python value as it would stand in YAML: everything is text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return {key: written(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [written(one) for one in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def entry(kind: str, id: str, /, **fields: Any) -> Entry[Any]:
    """A record of a kind (`incidents`, `risks` ...) with its id; a trailing underscore in a key is dropped."""
    fields = {key.removesuffix("_"): value for key, value in fields.items()}
    return Entry(id, KINDS[kind].model_validate(written(fields)))


def incident(id: str, /, **changes: Any) -> Entry[Any]:
    """A minor incident of our own fault, told, owned and ended well; `changes` replace fields, None leaves one out."""
    known = changes.get("known", START)
    known = known if isinstance(known, datetime) else START
    fields: dict[str, Any] = {
        "title": "Something failed",
        "kind": "service",
        "severity": "minor",
        "fault": "ours",
        "started": known - timedelta(minutes=10),
        "known": known,
        "notified": known + timedelta(minutes=20),
        "resolved": known + timedelta(hours=2),
        "affected": {"customers": 100, "told_directly": True},
        "acknowledged": {"text": "That was our mistake."},
        "what_to_do": "Nothing needs doing.",
    }
    fields |= changes
    return entry("incidents", id, **{key: value for key, value in fields.items() if value is not None})


def three(**changes: Any) -> list[Entry[Any]]:
    """Three equal incidents, a day apart: enough for a pillar."""
    return [incident(f"i{n}", **{"known": after(days=n), **changes}) for n in range(3)]


@cache
def default_method() -> Method:
    """The packaged method."""
    records = read(Path(__file__).parents[1] / "base_project").records
    assert records is not None
    return records.method.record


def company(
    incidents: Sequence[Entry[Any]] = (),
    *,
    organisation: Mapping[str, Any] | None = None,
    method: Method | None = None,
    outcomes: Any = None,
    **registers: Sequence[Entry[Any]],
) -> Records:
    """The records of the company; registers are named as in Records."""
    fields = {
        "name": "Example Water",
        "url": "https://trust.example.org",
        "contact": "trust@example.org",
        "timezone": "UTC",
        **(organisation or {}),
    }
    return Records(
        organisation=Entry("organisation", Organisation.model_validate(written(fields))),
        method=Entry("method", method or default_method()),
        incidents=tuple(incidents),
        outcomes=None if outcomes is None else Entry("outcomes", Outcomes.model_validate(written(outcomes))),
        **{name: tuple(entries) for name, entries in registers.items()},
    )


def transparency(records: Records, quarter: Quarter = QUARTER, as_of: datetime = AS_OF) -> TransparencyQuarter:
    """Transparency of one quarter."""
    return quarters(records, as_of, [quarter])[0]


def indicator(
    id: str,
    incidents: Sequence[Entry[Any]] = (),
    *,
    quarter: Quarter = QUARTER,
    as_of: datetime = AS_OF,
    **parts: Any,
) -> IndicatorReading:
    """One indicator of one quarter."""
    pillars = transparency(company(incidents, **parts), quarter, as_of).pillars
    return next(one for pillar in pillars for one in pillar.indicators if one.id == id)


def reading(one: Entry[Any], as_of: datetime = AS_OF, *others: Entry[Any], **parts: Any) -> IncidentReading:
    """One incident as it stands."""
    return readings(company([one, *others], **parts), as_of)[one.id]
