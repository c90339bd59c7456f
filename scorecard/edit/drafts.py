"""Drafts of changes: finds the file, makes the change, has it checked, and puts it on disk whole or not at all."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.edit import disk, templates
from scorecard.edit.proof import edited
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Step, Value
from scorecard.model import nodes
from scorecard.model.intake import Reading
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Entry, Records

#: What a file holds: its nodes, private ones too; its entry; every problem of reading it. None where there is none.
Read = Callable[[str, str, bytes, ZoneInfo], tuple[nodes.Mapping | None, Entry[Any] | None, tuple[Problem, ...]]]
#: A kind of files: the folder below data/, and whether years lie below it.
Folder = tuple[str, bool]

#: What people call a file of a kind.
WORDS = {
    "waves": "survey wave",
    "incidents": "incident",
    "promises": "promise",
    "dialogue": "question",
    "risks": "risk",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that is proven and checked, not yet on disk. `before` is None for a new file.

    `problems` are the warnings that the change brings, `standing` those that were in the file before.
    """

    file: str
    before: bytes | None
    after: bytes
    problems: tuple[Problem, ...] = ()
    standing: tuple[Problem, ...] = ()

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        old, new = ((data or b"").decode("utf-8").splitlines(keepends=True) for data in (self.before, self.after))
        name = self.file if self.before is not None else "/dev/null"
        lines = difflib.unified_diff(old, new, name, self.file)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


@dataclass(frozen=True)
class Drafts:
    """A project whose files are to be changed. `judge` gives every problem of a set of records."""

    project: Path
    as_of: datetime
    reading: Reading
    records: Records
    folders: Mapping[str, Folder]
    read: Read
    judge: Callable[[Records], tuple[Problem, ...]]

    @property
    def zone(self) -> ZoneInfo:
        """The organisation's zone."""
        return ZoneInfo(self.records.organisation.record.timezone)

    @property
    def today(self) -> date:
        """The organisation's day."""
        return self.as_of.astimezone(self.zone).date()

    def entries(self, group: str) -> tuple[Entry[Any], ...]:
        """All entries of a kind that can be read."""
        found: tuple[Entry[Any], ...] = getattr(self.records, group)
        return found

    def find(self, group: str, name: str) -> Entry[Any]:
        """The entry of an id or file name. Raises Refused with the nearest ones."""
        given = name.strip().replace("\\", "/").rpartition("/")[2].removesuffix(".yml")
        for entry in self.entries(group):
            if entry.id == given:
                return entry
        folder, word = self.folders[group][0], WORDS[group]
        for file in self.reading.files:
            if file.startswith(f"data/{folder}/") and file.rpartition("/")[2] == f"{given}.yml":
                problems = tuple(one for one in self.reading.problems if one.place.file == file)
                raise Refused("this file has problems", file, by_hand="Mend them first.", problems=problems)
        known = [entry.id for entry in self.entries(group)]
        near = [id for id in known if given and given.lower() in id][:3] or difflib.get_close_matches(
            given, known, 3, 0.4
        )
        hint = f"Did you mean {' or '.join(near)}?" if near else f"They are the files in data/{folder}/."
        raise Refused(f"there is no {word} {name!r}", by_hand=hint)

    def amended(self, group: str, entry: Entry[Any], steps: Sequence[Step]) -> Draft:
        """The entry's file with these steps made. Raises Refused."""
        before = disk.read(self.project / entry.file)
        try:
            after = edited(before, steps, lambda data: self._nodes(group, entry.file, data))
        except Refused as refused:
            raise refused.at(entry.file) from None
        others = tuple(one for one in self.entries(group) if one is not entry)
        return self._draft(group, entry.file, before, after, others)

    def created(self, group: str, id: str, values: Mapping[str, Value], year: int | None = None) -> Draft:
        """A new file from the template of its kind. Raises Refused, also where a file of that name is there."""
        folder, years = self.folders[group]
        file = f"data/{folder}/{f'{year:04d}/' if years else ''}{id}.yml"
        taken = next((one.file for one in self.entries(group) if one.id == id), None)
        if taken is not None or disk.exists(self.project / file):
            raise Refused(
                f"this {WORDS[group]} is there already; nothing is overwritten",
                taken or file,
                by_hand="Write into that file, or name another quarter."
                if group == "waves"
                else "For another one give a name with --id.",
            )
        template = {"waves": "quarter", "dialogue": "question"}.get(group, WORDS[group])
        try:
            after = templates.filled(template, values, lambda data: self._nodes(group, file, data))
        except Refused as refused:
            raise refused.at(file) from None
        return self._draft(group, file, None, after, self.entries(group))

    def save(self, draft: Draft) -> None:
        """Put a draft on disk. Raises Refused where the disk says no, or the file has changed meanwhile."""
        disk.write(self.project, draft.file, draft.before, draft.after)

    def _nodes(self, group: str, file: str, data: bytes) -> nodes.Mapping:
        root, _, problems = self.read(group, file, data, self.zone)
        if root is None or any(problem.code.startswith(("SC1", "SC2")) for problem in problems):
            first = problems[0] if problems else None
            raise Refused(
                first.message if first else "this is not a record",
                line=first.place.line if first else 0,
                by_hand=f"{first.help[:1].upper()}{first.help[1:]}." if first and first.help else "",
                problems=problems,
            )
        return root

    def _draft(self, group: str, file: str, before: bytes | None, after: bytes, others: Iterable[Entry[Any]]) -> Draft:
        _, entry, unread = self.read(group, file, after, self.zone)
        old = Counter(map(_essence, (*self.reading.problems, *self.judge(self.records))))
        found = unread
        if entry is not None:
            entries = tuple(sorted((*others, entry), key=lambda one: one.file))
            changed: dict[str, Any] = {group: entries}
            found = (*unread, *self.judge(replace(self.records, **changed)))
        new, standing = [], []
        for problem in found:
            essence = _essence(problem)
            if old[essence] > 0:
                old[essence] -= 1
                if problem.place.file == file:
                    standing.append(problem)
            else:
                new.append(problem)
        if entry is None or any(problem.severity is Severity.ERROR for problem in new):
            raise Refused(
                "with this change the file would not pass the check; nothing was written",
                file,
                by_hand="Mend what is told above and run the command again.",
                problems=tuple(new),
            )
        return Draft(file, before, after, tuple(new), tuple(standing))


def _essence(problem: Problem) -> tuple[str, str, str]:
    return (problem.place.file, problem.rule, problem.message)
