"""What every page is written from: the figures, the records, the words, and the look-ups several pages need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TypeVar, cast

from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records, quarter_of_id
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation, Release
from scorecard.model.records.registers import Promise, Risk
from scorecard.model.records.survey import Wave
from scorecard.model.scorecards import Scorecard
from scorecard.model.transparency import IncidentReading
from scorecard.model.trust import TrustQuarter, TrustSeries
from scorecard.present import addresses, asking
from scorecard.present.words import Words
from scorecard.present.words.events import BrokenPromise, Happened

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: who publishes, and at which moment the figures were cut off."""

    name: str
    contact: str
    contact_href: str
    as_of: str
    notes: tuple[str, ...]
    source: str  # where the data come from, '' where it is not stated
    source_url: str
    address: str = ""  # of the whole site, with a slash last

    def question(self, subject: str, uri: str, figure: str = "") -> str:
        """Where a question about a page, or a figure on it, can be asked; see asking.link."""
        return asking.link(self.contact_href, subject, self.address + uri, figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every template is given: `words` and `say` for its texts, and the frame around the page."""

    words: Words
    say: Callable[..., str]
    frame: Frame


@dataclass(frozen=True)
class Desk:
    """Everything a page may draw from. Nothing here changes."""

    scorecard: Scorecard
    records: Records
    as_of: datetime
    tool_version: str
    words: Words

    def once(self, make: Callable[[Desk], _Made]) -> _Made:
        """What `make` makes of this desk; it is asked at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_Made, self._made[make])

    @cached_property
    def _made(self) -> dict[Callable[[Desk], object], object]:
        return {}

    @cached_property
    def organisation(self) -> Organisation:
        """Who publishes."""
        return self.records.organisation.record

    @cached_property
    def method(self) -> Method:
        """The method in force."""
        return self.records.method.record

    @cached_property
    def frame(self) -> Frame:
        """What stands around every page."""
        org = self.organisation
        return Frame(
            name=org.name,
            contact=org.contact.removeprefix("mailto:"),
            contact_href=org.contact if ":" in org.contact else asking.mailto(org.contact),
            as_of=self.words.moment(self.as_of),
            notes=org.notes,
            source="" if self.invented else org.data_source or "",
            source_url=org.source_url or "",
            address=addresses.in_ascii(org.url).rstrip("/") + "/",
        )

    @property
    def quarter(self) -> Quarter | None:
        """The quarter the site leads with."""
        return self.scorecard.quarter

    @property
    def customers(self) -> TrustSeries | None:
        """The series of the customers."""
        return self.scorecard.of("customers")

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """Every quarter anything is known of, oldest first, without holes."""
        known = [one.quarter for series in self.scorecard.series for one in series.quarters]
        known += [one.quarter for one in self.scorecard.transparency if one.incidents.count]
        known += [one.quarter for one in self.scorecard.after_contact]
        known += [entry.record.quarter for entry in self.records.vintages]
        if self.quarter is not None:
            known.append(self.quarter)
        if not known:
            return ()
        first, last = min(known), max(known)
        return tuple(first.plus(i) for i in range(last.index - first.index + 1))

    def trust(self, audience: str, quarter: Quarter | None) -> TrustQuarter | None:
        """One audience in one quarter."""
        series = self.scorecard.of(audience)
        return series.at(quarter) if series is not None and quarter is not None else None

    def months(self, quarter: Quarter) -> str:
        """July to September 2026."""
        calendar = self.organisation.calendar
        return self.words.months(calendar.start(quarter), calendar.end(quarter))

    @cached_property
    def incidents(self) -> Mapping[str, Entry[Incident]]:
        """Every incident and planned work by its id."""
        return {entry.id: entry for entry in self.records.incidents}

    def reading(self, id: str) -> IncidentReading:
        """What the clocks of an incident say."""
        found = self.scorecard.incidents.get(id)
        return found if found is not None else IncidentReading(id, None, counted=False, scored=False)

    def quarter_of(self, entry: Entry[Incident]) -> Quarter | None:
        """The quarter an incident belongs to."""
        known = self.reading(entry.id).quarter
        if known is not None:
            return known
        at = entry.record.first_known
        return self.organisation.calendar.quarter_of(self.words.local(at).date()) if at is not None else None

    @cached_property
    def incidents_by_quarter(self) -> Mapping[Quarter | None, tuple[Entry[Incident], ...]]:
        """Incidents (no planned work) of each quarter, worst first."""
        found: dict[Quarter | None, list[Entry[Incident]]] = {}
        for entry in self.records.incidents:
            if not entry.record.is_maintenance:
                found.setdefault(self.quarter_of(entry), []).append(entry)
        return {quarter: tuple(sorted(entries, key=self._worst_first)) for quarter, entries in found.items()}

    def _worst_first(self, entry: Entry[Incident]) -> tuple[tuple[int, int, int], str]:
        return Happened(entry.record, self.reading(entry.id)).rank, entry.id

    @cached_property
    def planned_by_quarter(self) -> Mapping[Quarter | None, tuple[Entry[Incident], ...]]:
        """Planned work of each quarter, in the order of its files."""
        found: dict[Quarter | None, list[Entry[Incident]]] = {}
        for entry in self.records.incidents:
            if entry.record.is_maintenance:
                found.setdefault(self.quarter_of(entry), []).append(entry)
        return {quarter: tuple(entries) for quarter, entries in found.items()}

    def happened(self, quarter: Quarter | None) -> tuple[Happened, ...]:
        """Incidents of a quarter with their clocks, without those folded into a larger one."""
        entries = self.incidents_by_quarter.get(quarter, ()) if quarter is not None else ()
        return tuple(Happened(entry.record, self.reading(entry.id)) for entry in entries if entry.record.parent is None)

    @cached_property
    def open_incidents(self) -> tuple[Entry[Incident], ...]:
        """Incidents not put right yet, worst first."""
        found = [
            entry
            for entry in self.records.incidents
            if not entry.record.is_maintenance and self.reading(entry.id).resolve_open
        ]
        return tuple(sorted(found, key=self._worst_first))

    def broken_promises(self, quarter: Quarter | None) -> tuple[BrokenPromise, ...]:
        """Promises broken in a quarter: on the day it was said, else when they were due."""
        found = []
        for entry in self.records.promises:
            reading = self.scorecard.promises.get(entry.id)
            if reading is None or reading.state != "broken" or quarter is None:
                continue
            day = reading.since if reading.since is not None else reading.due
            if self.organisation.calendar.quarter_of(day) == quarter:
                found.append(BrokenPromise(entry.record.title, reading))
        return tuple(found)

    @cached_property
    def promises(self) -> Mapping[str, Entry[Promise]]:
        """Every promise by its id."""
        return {entry.id: entry for entry in self.records.promises}

    @cached_property
    def risks(self) -> Mapping[str, Entry[Risk]]:
        """Every risk by its id."""
        return {entry.id: entry for entry in self.records.risks}

    def wave(self, audience: str, quarter: Quarter) -> Entry[Wave] | None:
        """The quarterly wave of an audience, None where there is none."""
        return next(
            (
                entry
                for entry in self.records.waves
                if entry.record.audience == audience
                and entry.record.quarter == quarter
                and entry.record.kind == "quarterly"
            ),
            None,
        )

    def release(self, quarter: Quarter) -> Release | None:
        """The announced release of a quarter."""
        return next((one for one in self.organisation.releases if one.quarter == quarter), None)

    def released_on(self, quarter: Quarter) -> datetime | None:
        """When a quarter was published; None where it is not stated, and where it is not out at the cut-off."""
        release, wave = self.release(quarter), self.wave("customers", quarter)
        if release is not None and release.published is not None:
            return release.published if release.published <= self.as_of else None
        if wave is None:
            return None
        return wave.record.publish_at or (release.at if release is not None and release.at <= self.as_of else None)

    @cached_property
    def next_release(self) -> Release | None:
        """The next announced release after the cut-off."""
        ahead = [one for one in self.organisation.releases if one.at > self.as_of]
        coming = [one for one in ahead if one.published is None or one.published > self.as_of]
        return min(coming, key=lambda one: one.at, default=None)

    @cached_property
    def today(self) -> date:
        """The cut-off's day in the organisation's zone."""
        return self.words.local(self.as_of).date()

    @property
    def epoch(self) -> datetime:
        """A moment before everything, for sorting what has no time."""
        return datetime.fromtimestamp(0, UTC)

    @cached_property
    def this_quarter(self) -> Quarter:
        """The quarter the cut-off lies in."""
        return self.organisation.calendar.quarter_of(self.today)

    @cached_property
    def updated(self) -> date:
        """The day the leading quarter was published, else the cut-off's day."""
        day = self.released_on(self.quarter) if self.quarter is not None else None
        return self.words.local(day).date() if day is not None else self.today

    @property
    def invented(self) -> bool:
        """Does the project say that its data are invented?"""
        return (self.organisation.data_source or "").strip().lower() == "invented"

    def enquiries_quarter(self, id: str) -> Quarter | None:
        """The quarter a file of enquiries is about."""
        return quarter_of_id(id)
