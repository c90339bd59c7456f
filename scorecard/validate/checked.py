"""The records as rules see them: what several rules ask for is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.model.records import Entry, Incident, Records, Wave
from scorecard.model.records.survey import Question, Scale
from scorecard.validate.texts import BETWEEN, Texts, strings, text_keys, texts_of

#: An earlier wave and the place of a question in it; the later wave, the place there, and the question.
Pair = tuple[Entry[Wave], int, Entry[Wave], int, Question]
#: So many texts are searched in one, and those of so many entries are kept.
_AT_ONCE = 50
_ONE_TO_TEN = Scale.model_construct(low=1, high=10)


@dataclass(frozen=True)
class Checked(Records):
    """Records with their indexes; made for one run of all rules."""

    unread: frozenset[str] = frozenset()
    """Files that are there, but could not be read."""
    text_keys: frozenset[str] = field(default_factory=text_keys, repr=False)
    """Keys that hold public texts."""

    @classmethod
    def of(cls, records: Records, unread: Iterable[str] = ()) -> Checked:
        """The same records."""
        values = {one.name: getattr(records, one.name) for one in fields(Records)}
        return cls(**values, unread=frozenset(unread))

    def may_stand_unread(self, folder: str, start: str) -> bool:
        """Whether a file of data/FOLDER that could not be read has a name that begins so."""
        return any(
            file.startswith(f"data/{folder}/") and file.rpartition("/")[2].startswith(start) for file in self.unread
        )

    @cached_property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        return ZoneInfo(self.organisation.record.timezone)

    def day(self, moment: datetime) -> date:
        """The organisation's local day of a moment."""
        return moment.astimezone(self.zone).date()

    @cached_property
    def entries(self) -> tuple[Entry[Any], ...]:
        """Every entry, of whatever kind."""
        return tuple(chain(self._single, *self._groups))

    @property
    def _single(self) -> tuple[Entry[Any], ...]:
        return (self.organisation, self.method, *([self.outcomes] if self.outcomes else []))

    @property
    def _groups(self) -> tuple[tuple[Entry[Any], ...], ...]:
        groups = (self.waves, self.incidents, self.promises, self.dialogue, self.risks)
        return (*groups, self.decisions, self.enquiries, self.corrections)

    def texts_like(self, suspicious: Callable[[str], bool]) -> Iterator[Texts]:
        """The public texts of every entry that may hold what a rule looks for; nodes are made for no other.

        `suspicious` is asked about many texts in one, with BETWEEN between them.
        """
        for start in range(0, len(self._strings), _AT_ONCE):
            some = self._strings[start : start + _AT_ONCE]
            if suspicious(BETWEEN.join(words for _, words in some)):
                yield from (self._texts(entry) for entry, words in some if suspicious(words))
        yield from self._of_company

    def texts_written(self, suspicious: Callable[[str], bool]) -> Iterator[Texts]:
        """The same, for rules about how a file is written: `suspicious` sees the file as it stands."""
        yield from (self._texts(entry) for entry, _ in self._strings if suspicious(entry.text))
        yield from self._of_company

    @cached_property
    def _strings(self) -> tuple[tuple[Entry[Any], str], ...]:
        """All entries but those of one file each, with their texts in one."""
        shapes: dict[type, str] = {}
        read = (entry for entry in chain(*self._groups) if entry.origin is not None)
        return tuple((entry, strings(entry.record, shapes)) for entry in read)

    @cached_property
    def _of_company(self) -> tuple[Texts, ...]:
        return tuple(self._texts(entry) for entry in self._single)

    def _texts(self, entry: Entry[Any]) -> Texts:
        texts = self._known_texts.get(id(entry))
        if texts is None:
            if len(self._known_texts) == _AT_ONCE:
                self._known_texts.clear()
            texts = self._known_texts[id(entry)] = texts_of(entry, self.text_keys)
        return texts

    @cached_property
    def _known_texts(self) -> dict[int, Texts]:
        """Of the last entries that a rule asked for; each keeps its nodes."""
        return {}

    @cached_property
    def cases(self) -> tuple[Entry[Incident], ...]:
        """Incidents without planned work, and without those whose clocks are said not to be trusted."""
        return tuple(
            entry for entry in self.incidents if not entry.record.is_maintenance and entry.record.times_doubtful is None
        )

    @cached_property
    def series(self) -> Mapping[str, tuple[Entry[Wave], ...]]:
        """The quarterly waves of each audience in the order of their quarters."""
        waves = sorted(self.waves, key=lambda entry: (entry.record.quarter, entry.file))
        audiences = dict.fromkeys(entry.record.audience for entry in waves)
        return {
            audience: tuple(w for w in waves if w.record.audience == audience and w.record.kind == "quarterly")
            for audience in audiences
        }

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Questions with the last time they were asked before, where no break between the two is marked."""
        found: list[Pair] = []
        for waves in self.series.values():
            last: dict[str, tuple[Entry[Wave], int]] = {}
            for wave in waves:
                if wave.record.method_changed is not None:
                    last = {}
                asked = [(i, q) for i, q in enumerate(wave.record.questions) if q.missing is None]
                found += [(*last[q.id], wave, i, q) for i, q in asked if q.comparable and q.id in last]
                last |= {q.id: (wave, i) for i, q in asked}
        return tuple(found)

    def scale(self, question: Question) -> Scale:
        """The scale of a question: as asked, else the method's, else 1-10."""
        if question.scale is not None:
            return question.scale
        item = self.method.record.item(question.id)
        return item.scale if item is not None else _ONE_TO_TEN
