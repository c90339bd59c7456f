"""What the clocks of an incident say at a cut-off: facts that came later are not seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from scorecard.model.lexical import Gap
from scorecard.model.records import Records
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import DurationRule
from scorecard.model.transparency import IncidentReading, Silence
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import MINUTE, Cutoff, duration_score, minutes_between
from scorecard.score.repairs import explanation, repairs
from scorecard.score.silences import Word, longest, next_updates, silences, words

#: Fields whose absence counts: an unknown one scores the worst value.
REQUIRED_FIELDS = ("started", "known", "notified", "fault", "severity", "affected")


def readings(records: Records, as_of: datetime) -> dict[str, IncidentReading]:
    """Every incident and maintenance as it stands at that moment, by id."""
    archive = Archive.of(records)
    cutoff = Cutoff(as_of, archive.almanac.day(as_of))
    return {id: read(item, archive, cutoff) for id, item in sorted(archive.items.items())}


def counts(item: Item, archive: Archive, cutoff: Cutoff) -> bool:
    """True when it is an incident, seen at the cut-off, and not folded into another that is seen too."""
    if item.incident.is_maintenance or item.known_at is None or not cutoff.seen(item.known_at):
        return False
    root = archive.items[item.root].known_at if item.root else None
    return root is None or not cutoff.seen(root)


def notice_rule(incident: Incident, archive: Archive) -> DurationRule:
    """Target and limit of the first notice for its kind."""
    durations = archive.method.durations
    return durations.get(incident.kind) or durations["other"]


def read(item: Item, archive: Archive, cutoff: Cutoff) -> IncidentReading:
    """The reading of one incident at a cut-off."""
    incident = item.incident
    if incident.is_maintenance:
        return IncidentReading(item.id, item.quarter, counted=False, scored=False, known_at=item.known_at)
    return _Look(item, archive, cutoff).reading()


@dataclass(frozen=True, slots=True)
class _Clock:
    """A duration in minutes (None: unknown) with its score (None: left out)."""

    minutes: float | None = None
    score: float | None = None
    open: bool = False


@dataclass(slots=True)
class _Look:
    """One look at one incident: what was said and what had ended by the cut-off."""

    item: Item
    archive: Archive
    cutoff: Cutoff
    incident: Incident = field(init=False)
    said: tuple[Word, ...] = field(init=False)
    told: datetime | None = field(init=False)
    ended: datetime | None = field(init=False)
    is_open: bool = field(init=False)

    def __post_init__(self) -> None:
        self.incident = self.item.incident
        self.said = words(self.incident, self.cutoff)
        self.told = self._seen(self.incident.notified)
        self.ended, self.is_open = self._end()

    def _seen(self, clock: datetime | Gap | None) -> datetime | None:
        return clock if isinstance(clock, datetime) and self.cutoff.seen(clock) else None

    def _end(self) -> tuple[datetime | None, bool]:
        """When it ended (None: open, or unknown), and whether it is open.

        Where no time was written down, a last word that says resolved is the end.
        """
        resolved = self.incident.resolved
        if isinstance(resolved, datetime):
            return (resolved, False) if self.cutoff.seen(resolved) else (None, True)
        said = [u for u in self.incident.updates if self.cutoff.seen(u.at) and u.status != "postmortem"]
        last = max(said, key=lambda update: update.at, default=None)
        if last is not None and last.status == "resolved":
            return last.at, False
        return None, resolved is Gap.NOT_YET

    @property
    def unknown_notice(self) -> bool:
        """True where nobody wrote down when the first word came."""
        return self.incident.notified is Gap.UNKNOWN

    @property
    def told_after_end(self) -> bool:
        """True where the first word came only when it was over."""
        told = self.told is not None
        return told and (
            self.incident.retroactive or (self.ended is not None and self.ended <= (self.told or self.ended))
        )

    def _until_told(self, start: datetime | Gap, rule: DurationRule) -> _Clock:
        """The clock from a moment to the first word. An unknown scores 0; a word after the end is never instant."""
        if self.incident.times_doubtful:
            return _Clock()
        if not isinstance(start, datetime) or self.unknown_notice:
            return _Clock(score=0.0)
        minutes = minutes_between(start, self.told or self.cutoff.at)
        if self.told_after_end and minutes == 0:
            started = self.incident.started
            minutes = minutes_between(started, self.told or started) if isinstance(started, datetime) else 0.0
            if minutes == 0:
                return _Clock(score=0.0)
        score = duration_score(minutes, rule.target / MINUTE, rule.limit / MINUTE)
        return _Clock(minutes, score, self.told is None)

    def reading(self) -> IncidentReading:
        """All of it."""
        item, incident, archive, cutoff = self.item, self.incident, self.archive, self.cutoff
        method, almanac = archive.method, archive.almanac
        rule = notice_rule(incident, archive)
        target, limit = rule.target / MINUTE, rule.limit / MINUTE
        promise = archive.organisation.notice_within.get(incident.kind, rule.target) / MINUTE
        notice = self._until_told(incident.known, rule)
        dark = self._until_told(incident.started, method.durations["in-the-dark"])
        past_limit = notice.minutes is not None and notice.minutes > limit
        word_due = not notice.open or past_limit
        others_first = self._others_first()
        counted = counts(item, archive, cutoff)
        silence = self._silences()
        worst = longest(silence)
        kept_words = (0, 0) if incident.times_doubtful else next_updates(self.said, cutoff)
        day_ended = almanac.day(self.ended) if self.ended else None
        if day_ended is None and not self.is_open:
            trace = self.said[-1].at if self.said else item.known_at
            day_ended = almanac.day(trace) if trace else None
        explained = explanation(incident, day_ended, cutoff, method.durations["explanation"])
        family = [incident, *(child.incident for child in self._children())]
        happened = almanac.day(item.known_at) if item.known_at else None
        repaired = repairs((a for one in family for a in one.actions), happened, cutoff, method.action_days)
        return IncidentReading(
            id=item.id,
            quarter=item.quarter,
            counted=counted,
            scored=counted and archive.is_scored(item.quarter),
            notice_minutes=notice.minutes,
            notice_open=self.told is None and not self.unknown_notice,
            notice_target_minutes=target,
            notice_limit_minutes=limit,
            notice_score=notice.score,
            kept=self._kept(notice, promise),
            past_limit=past_limit,
            dark_minutes=dark.minutes,
            dark_score=dark.score,
            told_after_end=self.told_after_end,
            told_after_end_minutes=self._after_end(),
            told_first=self._told_first(others_first, word_due),
            told_directly=self._told_directly(word_due),
            resolve_minutes=self._resolve_minutes(),
            resolve_open=self.is_open,
            longest_silence_minutes=max((minutes_between(s.start, s.end) for s in silence), default=None),
            promised_update_minutes=worst[0].promised_minutes if worst else None,
            silences=silence,
            next_updates_kept=kept_words[0],
            next_updates_promised=kept_words[1],
            fault_owned=self._fault_owned(word_due),
            staff_before_customers=self._staff_first(),
            before_first_enquiry=self._before_enquiry(),
            risk="not-stated" if incident.risks is None else "foreseen" if incident.risks else "not-foreseen",
            overdue_actions=repaired.overdue,
            repeat_of=item.repeat_of,
            unknown=self._unknown(),
            known_at=item.known_at,
            notice_promise_minutes=promise,
            others_first=others_first,
            silence_score=self._silence_score(worst[1] if worst else None),
            silence_ratio=worst[1] if worst else None,
            silence_open=bool(silence) and silence[-1].ongoing,
            told_what_to_do=self._told_what_to_do(word_due),
            explanation_published=explained.published,
            explanation_days=explained.days,
            explanation_open=explained.open,
            explanation_score=explained.score,
            repeat=None if incident.cause is None or incident.fault == "nature" else item.repeat_of is not None,
            repairs_due=repaired.due,
            repairs_on_time=repaired.on_time,
            repairs_renegotiated=repaired.renegotiated,
            people=_people(family),
            children=tuple(child.id for child in self._children()),
        )

    def _children(self) -> list[Item]:
        children = (self.archive.items[id] for id in self.item.children)
        return [child for child in children if child.known_at is not None and self.cutoff.seen(child.known_at)]

    def _kept(self, notice: _Clock, promise: float) -> bool | None:
        if notice.minutes is None:
            return None
        if notice.minutes > promise:
            return False
        return None if notice.open else True

    def _after_end(self) -> float | None:
        if not self.told_after_end or self.told is None or self.ended is None or self.incident.times_doubtful:
            return None
        return minutes_between(self.ended, self.told)

    def _others_first(self) -> bool:
        made = self.incident.made_public
        if made is None or not self.cutoff.seen(made.at):
            return False
        return bool(self.incident.times_doubtful) or self.told is None or made.at < self.told

    def _told_first(self, others_first: bool, word_due: bool) -> bool | None:
        if others_first:
            return False
        if self.told is not None:
            return True
        return False if word_due else None

    def _told_directly(self, word_due: bool) -> bool | None:
        affected = self.incident.affected
        if isinstance(affected, NotApplicable) or affected.customers == 0 or not word_due:
            return None
        return affected.told_directly is True and (self.told is not None or self.unknown_notice)

    def _told_what_to_do(self, word_due: bool) -> bool | None:
        if isinstance(self.incident.what_to_do, NotApplicable) or not word_due:
            return None
        return self.incident.what_to_do is not None and (self.told is not None or self.unknown_notice)

    def _fault_owned(self, word_due: bool) -> bool | None:
        given, fault = self.incident.acknowledged, self.incident.fault
        if fault == "unknown":
            return False if self._fault_overdue() else None
        if fault == "nature" or isinstance(given, NotApplicable):
            return None
        owned = given is not None and (
            self.cutoff.seen(given.at) if given.at else self.told is not None or self.unknown_notice
        )
        return owned or (False if word_due else None)

    def _fault_overdue(self) -> bool:
        """True when the fault is unknown for longer than the method allows."""
        since = self.item.known_at
        allowed = timedelta(days=self.archive.method.fault_unknown_days)
        return self.incident.fault == "unknown" and (since is None or self.cutoff.at - since > allowed)

    def _silences(self) -> tuple[Silence, ...]:
        """Stretches without a word, from the first word to the end; from first known where none came before the end."""
        incident = self.incident
        start = self.told
        if start is None or self.told_after_end:
            start = incident.known if isinstance(incident.known, datetime) else None
        end = self.cutoff.at if self.is_open else self.ended
        if end is None and self.said:
            end = self.said[-1].at
        if incident.times_doubtful or self.unknown_notice or start is None or end is None or end <= start:
            return ()
        interval = self.archive.organisation.update_interval(incident.severity)
        return silences(self.said, start, end, interval, self.is_open)

    def _silence_score(self, ratio: float | None) -> float | None:
        if self.incident.times_doubtful:
            return None
        if self.unknown_notice:
            return 0.0
        return None if ratio is None else duration_score(ratio, 1.0, self.archive.method.silence_limit)

    def _resolve_minutes(self) -> float | None:
        started = self.incident.started
        if self.incident.times_doubtful or not isinstance(started, datetime):
            return None
        if self.is_open:
            return self.cutoff.minutes_since(started)
        return (
            minutes_between(started, self.ended) if self.ended and self.incident.resolved is not Gap.UNKNOWN else None
        )

    def _staff_first(self) -> bool | None:
        if self.incident.times_doubtful or self.incident.staff_told in (None, Gap.UNKNOWN) or self.unknown_notice:
            return None
        staff = self._seen(self.incident.staff_told)
        if staff is None:
            return False if self.told else None
        return self.told is None or staff < self.told

    def _before_enquiry(self) -> bool | None:
        asked = self._seen(self.incident.first_enquiry)
        if asked is None or self.incident.times_doubtful or self.unknown_notice:
            return None
        return self.told is not None and self.told < asked

    def _unknown(self) -> tuple[str, ...]:
        incident = self.incident
        missing = {
            "started": not isinstance(incident.started, datetime),
            "known": not isinstance(incident.known, datetime),
            "notified": self.unknown_notice,
            "fault": self._fault_overdue(),
            "affected": not isinstance(incident.affected, NotApplicable)
            and not isinstance(incident.affected.customers, int),
        }
        return tuple(name for name in REQUIRED_FIELDS if missing.get(name))


def _people(family: Iterable[Incident]) -> int | None:
    """Customers touched, as far as stated; None where nothing is."""
    stated = [
        one.affected.customers
        for one in family
        if not isinstance(one.affected, NotApplicable) and isinstance(one.affected.customers, int)
    ]
    return sum(stated) if stated else None
