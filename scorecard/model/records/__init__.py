"""Records: what staff wrote, parsed, and where each stood."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel

from scorecard.model.nodes import Node, Place, place_of
from scorecard.model.origins import Origin
from scorecard.model.quarters import Quarter
from scorecard.model.records.base import FileRecord, Record
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

if TYPE_CHECKING:
    from scorecard.model.records.vintage import Vintage  # loaded where something was published

__all__ = [
    "Correction",
    "Decision",
    "Dialogue",
    "Enquiries",
    "Entry",
    "FileRecord",
    "Incident",
    "Method",
    "Organisation",
    "Outcomes",
    "Promise",
    "Record",
    "Records",
    "Risk",
    "Wave",
    "quarter_of_id",
]

F = TypeVar("F", bound=FileRecord)
R = TypeVar("R", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id, its file (relative to the project, with /) and what it was read from.

    `origin` and `root` are None for packaged defaults and for records made in tests.
    """

    id: str
    record: R
    file: str = ""
    origin: Origin | None = field(default=None, repr=False, compare=False)

    @property
    def root(self) -> Node | None:
        """The nodes it was read from; asking may cost as much as reading the file."""
        return None if self.origin is None else self.origin.root

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without what is private."""
        return () if self.origin is None else self.origin.lines

    @property
    def text(self) -> str:
        """The lines in one piece: a cheap first look before asking for nodes."""
        return "" if self.origin is None else self.origin.text

    def place(self, *loc: str | int, key: bool = False) -> Place:
        """Where a field stands (or would stand): the nearest thing that exists."""
        root = self.root
        return Place(self.file) if root is None else place_of(root, self.file, loc, key=key)

    def line(self, place: Place) -> str:
        """The text of the line of a place."""
        lines = self.lines
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read, each group sorted by file name."""

    organisation: Entry[Organisation]
    method: Entry[Method]
    waves: tuple[Entry[Wave], ...] = ()
    incidents: tuple[Entry[Incident], ...] = ()
    promises: tuple[Entry[Promise], ...] = ()
    dialogue: tuple[Entry[Dialogue], ...] = ()
    risks: tuple[Entry[Risk], ...] = ()
    decisions: tuple[Entry[Decision], ...] = ()
    enquiries: tuple[Entry[Enquiries], ...] = ()
    outcomes: Entry[Outcomes] | None = None
    corrections: tuple[Entry[Correction], ...] = ()
    vintages: tuple[Entry[Vintage], ...] = ()  # by quarter, then by version

    def released(self, as_of: datetime) -> Records:
        """Without what is held back: entries whose publish_at, and quarters whose release day, lie after `as_of`."""
        held = {r.quarter for r in self.organisation.record.releases if r.at > as_of}

        def out(entry: Entry[F]) -> bool:
            return entry.record.publish_at is None or entry.record.publish_at <= as_of

        def wave_out(entry: Entry[Wave]) -> bool:
            return out(entry) and (entry.record.publish_at is not None or entry.record.quarter not in held)

        outcomes = self.outcomes
        if outcomes is not None:
            series = tuple(
                one.model_copy(update={"series": tuple(p for p in one.series if p.quarter not in held)})
                for one in outcomes.record.outcomes
            )
            outcomes = replace(outcomes, record=outcomes.record.model_copy(update={"outcomes": series}), origin=None)
        return replace(
            self,
            waves=tuple(filter(wave_out, self.waves)),
            incidents=tuple(filter(out, self.incidents)),
            promises=tuple(filter(out, self.promises)),
            dialogue=tuple(filter(out, self.dialogue)),
            risks=tuple(filter(out, self.risks)),
            decisions=tuple(filter(out, self.decisions)),
            enquiries=tuple(e for e in self.enquiries if out(e) and quarter_of_id(e.id) not in held),
            outcomes=outcomes,
            corrections=tuple(filter(out, self.corrections)),
            vintages=tuple(e for e in self.vintages if e.record.published <= as_of and e.record.quarter not in held),
        )


def quarter_of_id(id: str) -> Quarter | None:
    """The quarter a file name starts with (2026-q3), None when it does not."""
    try:
        return Quarter.parse(id[:7].upper())
    except ValueError:
        return None
