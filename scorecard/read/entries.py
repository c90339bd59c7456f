"""From a claimed file to its entry, the short way where the file is in order, and again only where it changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from scorecard.model.memo import Memo
from scorecard.model.problems import Problem
from scorecard.model.records import Entry, Incident
from scorecard.read import guards, quick
from scorecard.read.files import Claim, read_bytes
from scorecard.read.origins import OnDemand, Shelf, lighter
from scorecard.read.records import needs_resolved, parse, record
from scorecard.read.sources import Finding

Result = tuple[Entry[Any] | None, tuple[Problem, ...]]

#: Nanoseconds. No file system in use tells two changes that lie so far apart by the same time (FAT: two seconds).
TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the files of one run. `base` holds the values of the packaged method.

    A file whose stamp (size, times, number) is that of an earlier run is not opened again, if that can be relied on:
    a change leaves a stamp as it was when it falls into the same tick of the file system's clock. So a stamp counts
    only when, at the time the bytes were read, that tick was over. No clock is asked: the newest file of the same run
    tells how late it was at least. Where times of change are not kept (Windows), every file is read.
    """

    memo: Memo
    zone: ZoneInfo
    base: Mapping[str, Any]
    newest: int
    shelf: Shelf = field(repr=False)

    def entry(self, claim: Claim) -> Result:
        """The entry of a file, and what is wrong with it."""
        stamp = claim.stamp
        settled = os.name == "posix" and stamp is not None and max(stamp[:2]) + TICK < self.newest
        key, rest = ("entry", claim.file), (claim.kind, claim.id, self.zone.key, self._base(claim))
        if settled and self.memo.holds(("digest", claim.file), (stamp,)):
            digest = self.memo.of(("digest", claim.file), (stamp,), bytes)
            if self.memo.holds(key, (digest, *rest)):
                return self.memo.of(key, (digest, *rest), lambda: (None, ()))
        data = read_bytes(claim)
        if isinstance(data, Finding):
            return self._long(claim, data)
        digest = blake2b(data, digest_size=20).digest()
        if settled:
            self.memo.of(("digest", claim.file), (stamp,), lambda: digest)
        return self.memo.of(key, (digest, *rest), lambda: self._made(claim, data))

    def _base(self, claim: Claim) -> Mapping[str, Any] | None:
        return self.base if claim.kind.merged else None

    def _made(self, claim: Claim, data: bytes) -> Result:
        text = guards.decode(data)
        entry = self._short(claim, text) if isinstance(text, str) and not claim.kind.merged else None
        return (entry, ()) if entry is not None else self._long(claim, data)

    def _long(self, claim: Claim, data: bytes | Finding) -> Result:
        page = parse(claim.file, data)
        entry, problems = record(page, claim.kind.record, claim.id, self.zone, self._base(claim))
        return (lighter(entry, self.shelf, sure=not page.private) if entry is not None else None), problems

    def _short(self, claim: Claim, text: str) -> Entry[Any] | None:
        values = quick.values(text)
        if values is None or claim.id is None or values.get("id", claim.id) != claim.id:
            return None
        kind = claim.kind.record
        if kind is Incident and needs_resolved(values):
            return None
        try:
            made = kind.model_validate(values, context={"zone": self.zone}, by_alias=True, by_name=False)
        except ValidationError:
            return None
        return Entry(claim.id, made, claim.file, OnDemand(text, self.shelf))


def newest(claims: list[Claim]) -> int:
    """The time of change of the file that changed last: a moment that is over when this is asked."""
    return max((claim.stamp[1] for claim in claims if claim.stamp is not None), default=0)
