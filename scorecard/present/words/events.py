"""What happened, in sentences: one incident, one broken promise, and the worst facts of a quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scorecard.model.lexical import Gap
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Affected, Incident
from scorecard.model.scorecards import PromiseReading
from scorecard.model.transparency import IncidentReading
from scorecard.present.words import terms
from scorecard.present.words.book import Words

_ORDER = {"critical": 0, "major": 1, "minor": 3}
_PROMISE = 2  # a broken promise stands between a major and a minor incident


def people(words: Words, incident: Incident, reading: IncidentReading | None = None) -> str:
    """How many customers, in a sentence; with those of incidents folded into this one."""
    affected = incident.affected
    if isinstance(affected, NotApplicable):
        return words.say("It affected no customer.")
    count = _count(affected, reading)
    if count is Gap.UNKNOWN:
        return words.say("We do not know how many customers it affected.")
    if not isinstance(count, int):
        return words.say("How many customers it affected is not stated.")
    if count == 0:
        return words.say("It affected no customer.")
    if affected.estimate:
        return words.count(
            "It affected {n} customer, by our estimate.", "It affected {n} customers, by our estimate.", count
        )
    return words.count("It affected {n} customer.", "It affected {n} customers.", count)


def _count(affected: Affected, reading: IncidentReading | None) -> int | Gap | None:
    if reading is not None and reading.children and reading.people is not None:
        return reading.people
    return affected.customers


def people_cell(words: Words, incident: Incident, reading: IncidentReading | None = None) -> str:
    """The same for a table: a number, or what is missing."""
    if isinstance(incident.affected, NotApplicable):
        return words.say("none")
    count = _count(incident.affected, reading)
    if count is Gap.UNKNOWN:
        return words.say("not known")
    return words.number(count) if isinstance(count, int) else words.say("not stated")


def head_count(incident: Incident, reading: IncidentReading) -> int:
    """Customers affected for sorting; unknown counts as more than none."""
    if isinstance(incident.affected, NotApplicable):
        return 0
    count = _count(incident.affected, reading)
    return count if isinstance(count, int) else 1


def first_line(words: Words, incident: Incident, reading: IncidentReading) -> tuple[str, str, str]:
    """What, how many people, whose fault: the first words of an incident's page."""
    return stop(incident.title), people(words, incident, reading), terms.fault_sentence(words, incident.fault)


def told(words: Words, incident: Incident, reading: IncidentReading) -> str:
    """How fast the first word came, against the promise; '' for planned work."""
    if incident.is_maintenance:
        return ""
    minutes, target = reading.notice_minutes, reading.notice_promise_minutes
    if incident.times_doubtful:
        return words.say("Its times are in doubt, so we count no minutes.")
    if incident.notified is Gap.NOT_YET or reading.notice_open:
        if minutes is None:
            return words.say("We have told nobody yet.")
        return words.say("We have told nobody yet, {time} on.", time=words.duration(minutes))
    if minutes is None:
        return words.say("We do not know how fast we told people.")
    facts = {"time": words.duration(minutes), "target": words.duration(target or 0)}
    if reading.told_after_end:
        return words.say("We told people after {time}, when it was over.", **facts)
    if target is None or reading.kept is None:
        return words.say("We told people after {time}.", **facts)
    if reading.kept:
        return words.say("We told people after {time}, as promised.", **facts)
    return words.say("We told people after {time}, not within {target} as promised.", **facts)


def told_cell(words: Words, incident: Incident, reading: IncidentReading) -> str:
    """The same for a table cell."""
    if incident.times_doubtful or (reading.notice_minutes is None and incident.notified is not Gap.NOT_YET):
        return words.say("not known")
    if reading.notice_minutes is None:
        return words.say("not yet")
    time = words.duration(reading.notice_minutes)
    return words.say("not yet, {time} on", time=time) if reading.notice_open else words.say("after {time}", time=time)


def lasted(words: Words, reading: IncidentReading) -> str:
    """How long until it was put right, for a table."""
    if reading.resolve_minutes is None:
        return words.say("not known")
    time = words.duration(reading.resolve_minutes)
    return words.say("open, {time} so far", time=time) if reading.resolve_open else time


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident with what its clocks say."""

    incident: Incident
    reading: IncidentReading

    @property
    def rank(self) -> tuple[int, int, int]:
        """Worst first: severity, own fault, people."""
        return (
            _ORDER.get(self.incident.severity, 3),
            0 if self.incident.fault == "ours" else 1,
            -head_count(self.incident, self.reading),
        )


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """A promise broken in the quarter."""

    title: str
    reading: PromiseReading


def worst(words: Words, incidents: Sequence[Happened], promises: Sequence[BrokenPromise], listed: bool) -> list[str]:
    """The worst facts of a quarter, at most two, each one or more sentences, the worst first.

    One is always an own fault or a broken promise where there was one. `listed` says that a list of incidents exists.
    """
    ranked = sorted(incidents, key=lambda one: one.rank)
    first = ranked[0] if ranked else None
    own = next((one for one in ranked if one.incident.fault == "ours"), None)
    if first is None or (promises and first.rank[0] > _PROMISE):
        if not promises:
            return [words.say("In the same quarter: no incident is on our list.")] if listed else []
        found = [_promise(words, promises, words.say("In the same quarter we broke a promise: {title}."), 12)]
        return [*found, _also(words, own)] if own else found
    further = ""
    if promises:
        further = _promise(words, promises, words.say("We also broke a promise: {title}."), 8)
    elif own is not None and own is not first:
        further = _also(words, own)
    return [_incident(words, first, further != ""), *([further] if further else [])]


def _incident(words: Words, one: Happened, short: bool) -> str:
    """The worst incident; short where another fact follows, which must stand among the first words too."""
    title = words.clip(one.incident.title, 8 if short else 12, 76).rstrip(".")
    sentences = [
        words.say("In the same quarter: {title}.", title=title),
        people(words, one.incident, one.reading),
        terms.fault_sentence(words, one.incident.fault),
    ]
    if not short and (one.reading.resolve_open or one.incident.resolved is Gap.NOT_YET):
        sentences.append(words.say("It is not put right yet."))
    return " ".join(sentences)


def _also(words: Words, one: Happened) -> str:
    """A further fault of our own: named first, so that it stands among the first words."""
    title = words.clip(one.incident.title, 8, 76).rstrip(".")
    return " ".join((words.say("Also our fault: {title}.", title=title), people(words, one.incident, one.reading)))


def _promise(words: Words, promises: Sequence[BrokenPromise], pattern: str, most: int) -> str:
    title = words.clip(promises[0].title, most, 76).rstrip(".")
    sentences = [pattern.format(title=title)]
    if promises[0].reading.detail == "not_measured":
        sentences.append(words.say("We did not measure it."))
    if len(promises) > 1:
        sentences.append(words.count("We broke {n} more.", "We broke {n} more.", len(promises) - 1))
    return " ".join(sentences)


def clock(words: Words, value: datetime | Gap | None) -> str:
    """A clock of an incident: a moment, not yet, not known, or not stated."""
    if isinstance(value, datetime):
        return words.moment(value)
    if value is Gap.NOT_YET:
        return words.say("not yet")
    return words.say("not known") if value is Gap.UNKNOWN else words.say("not stated")


def stop(text: str) -> str:
    """A title as a sentence: on one line, with a full stop."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…")) else text + "."
