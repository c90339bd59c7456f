"""What the clocks of each incident say at a cut-off: facts that came later are not seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from scorecard.model.quarters import Quarter
from scorecard.model.records.incident import Incident
from scorecard.model.records.method import DurationRule
from scorecard.model.transparency import Fact, IncidentReading
from scorecard.score import claims
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import MINUTE, Cutoff, duration_score, minutes_between
from scorecard.score.look import Look
from scorecard.score.repairs import explanation, repairs
from scorecard.score.silences import longest, next_updates


def anticipation(incidents: Mapping[str, IncidentReading], window: Iterable[Quarter] | None = None) -> Fact | None:
    """How many notices went out before the first customer asked, of all quarters or a window; None: none recorded."""
    quarters = None if window is None else set(window)
    said = [
        reading.before_first_enquiry
        for reading in incidents.values()
        if reading.scored
        and reading.before_first_enquiry is not None
        and (quarters is None or reading.quarter in quarters)
    ]
    return Fact("anticipation", sum(said), len(said), "told before the first customer asked") if said else None


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
    incident, almanac, method = item.incident, archive.almanac, archive.method
    if incident.is_maintenance:
        return IncidentReading(item.id, item.quarter, counted=False, scored=False, known_at=item.known_at)
    look = Look(item, archive, cutoff)
    rule = notice_rule(incident, archive)
    target, limit = rule.target / MINUTE, rule.limit / MINUTE
    promise = archive.organisation.notice_within.get(incident.kind, rule.target) / MINUTE
    notice = look.until_told(incident.known, rule)
    dark = look.until_told(incident.started, method.durations["in-the-dark"])
    past_limit = notice.minutes is not None and notice.minutes > limit
    word_due = not notice.open or past_limit
    counted = counts(item, archive, cutoff)
    silences = look.silences()
    worst = longest(silences)
    next_kept, next_promised = (0, 0) if look.is_doubtful else next_updates(look.said, cutoff)
    explained = explanation(incident, _day_ended(look), cutoff, method.durations["explanation"])
    family = [incident, *(child.incident for child in look.children)]
    happened = almanac.day(item.known_at) if item.known_at else None
    repaired = repairs((a for one in family for a in one.actions), happened, cutoff, method.action_days)
    ended, told = look.ended, look.told
    return IncidentReading(
        id=item.id,
        quarter=item.quarter,
        counted=counted,
        scored=counted and archive.is_scored(item.quarter),
        notice_minutes=notice.minutes,
        notice_open=not look.was_told,
        notice_target_minutes=target,
        notice_limit_minutes=limit,
        notice_score=notice.score,
        kept=claims.kept(notice, promise),
        past_limit=past_limit,
        dark_minutes=dark.minutes,
        dark_score=dark.score,
        told_after_end=look.told_after_end,
        told_after_end_minutes=(
            minutes_between(ended, told) if look.told_after_end and ended and told and not look.is_doubtful else None
        ),
        told_first=claims.told_first(look, word_due),
        told_directly=claims.told_directly(look, word_due),
        resolve_minutes=look.minutes_to_resolve(),
        resolve_open=look.is_open,
        longest_silence_minutes=max((minutes_between(s.start, s.end) for s in silences), default=None),
        promised_update_minutes=worst[0].promised_minutes if worst else None,
        silences=silences,
        next_updates_kept=next_kept,
        next_updates_promised=next_promised,
        fault_owned=claims.fault_owned(look, word_due),
        staff_before_customers=claims.staff_first(look),
        before_first_enquiry=claims.before_enquiry(look),
        risk="not-stated" if incident.risks is None else "foreseen" if incident.risks else "not-foreseen",
        overdue_actions=repaired.overdue,
        repeat_of=item.repeat_of,
        unknown=claims.unknown_fields(look),
        known_at=item.known_at,
        notice_promise_minutes=promise,
        others_first=claims.others_first(look),
        silence_score=_silence_score(look, worst[1] if worst else None),
        silence_ratio=worst[1] if worst else None,
        silence_open=bool(silences) and silences[-1].ongoing,
        told_what_to_do=claims.told_what_to_do(look, word_due),
        explanation_published=explained.published,
        explanation_days=explained.days,
        explanation_open=explained.open,
        explanation_score=explained.score,
        repeat=claims.repeated(look),
        repairs_due=repaired.due,
        repairs_on_time=repaired.on_time,
        repairs_renegotiated=repaired.renegotiated,
        people=claims.people(family),
        children=tuple(child.id for child in look.children),
    )


def _silence_score(look: Look, ratio: float | None) -> float | None:
    """Score of the longest silence as a multiple of its promise; an unknown first word scores 0."""
    if look.is_doubtful:
        return None
    if look.unknown_notice:
        return 0.0
    return None if ratio is None else duration_score(ratio, 1.0, look.archive.method.silence_limit)


def _day_ended(look: Look) -> date | None:
    """The local day it ended; the last word, or first known, where nobody wrote the end down; None while open."""
    moment = look.ended
    if moment is None and not look.is_open:
        moment = look.said[-1].at if look.said else look.item.known_at
    return look.archive.almanac.day(moment) if moment else None
