"""Promises, risks, decisions and dialogue as they stand at a cut-off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise

from scorecard.model.records import Records
from scorecard.model.records.registers import Decision, Dialogue, Promise, PromiseState, Risk
from scorecard.model.scorecards import DecisionReading, DialogueFigures, PromiseReading, RiskReading
from scorecard.model.transparency import IncidentReading
from scorecard.score.clocks import Almanac, Cutoff, median

#: Days after its due date within which a promise may still be measured and rated. Our choice.
RATING_DAYS = 30
PARTIES = ("customers", "community", "staff", "operations", "agencies")
_UNDECIDED = ("in-the-works", "stalled", "not-yet-rated")
_OURSELVES = frozenset({"us", "we", "ourselves", "the company"})


def due_dates(promise: Promise, cutoff: Cutoff) -> tuple[date, ...]:
    """The first due date, then each later one that was agreed and published before the one in force had passed."""
    dues = [promise.due]
    for change in sorted(promise.renegotiated, key=lambda change: change.at):
        if cutoff.seen_day(change.at) and change.at <= dues[-1]:
            dues.append(change.due)
    return tuple(dues)


def last_state(promise: Promise, cutoff: Cutoff) -> PromiseState | None:
    """What was last said of a promise at the cut-off, None where nothing was."""
    said = [state for state in promise.history if cutoff.seen_day(state.at)]
    return max(said, key=lambda state: state.at, default=None) if said else None


def kept_in_time(promise: Promise, cutoff: Cutoff, due: date) -> bool | None:
    """Was it kept at that due date? A new date agreed in time is as good; None: it can still be measured and rated."""
    dues = due_dates(promise, cutoff)
    if any(before == due and cutoff.seen_day(due) for before, _ in pairwise(dues)):
        return True
    if promise.measure is None:
        return False
    stated, latest = last_state(promise, cutoff), due + timedelta(days=RATING_DAYS)
    if stated is None or stated.state in _UNDECIDED:
        return False if cutoff.day > latest else None
    first_kept = min((s.at for s in promise.history if s.state == "kept"), default=None)
    return stated.state == "kept" and first_kept is not None and first_kept <= latest


def promise_reading(id: str, promise: Promise, cutoff: Cutoff, almanac: Almanac) -> PromiseReading:
    """A promise as shown. Past its due date it is broken where it had no measure, or where nobody rated it in time."""
    dues, stated = due_dates(promise, cutoff), last_state(promise, cutoff)
    due = dues[-1]
    state, since, detail = (stated.state, stated.at, "") if stated else ("not-yet-rated", None, "")
    if cutoff.day > due and promise.measure is None and state != "broken":
        state, since, detail = "broken", due + timedelta(days=1), "not_measured"
    elif cutoff.day > due and state in _UNDECIDED:
        detail = "overdue"
        if cutoff.day > due + timedelta(days=RATING_DAYS):
            state, since = "broken", due + timedelta(days=1)
    return PromiseReading(id, state, due, since, detail, len(dues) > 1, almanac.calendar.quarter_of(due))


def looks(risk: Risk, cutoff: Cutoff) -> tuple[date, ...]:
    """The days on which a risk was looked at, as seen at the cut-off."""
    return tuple(sorted(day for day in {*risk.reviewed, *(r.at for r in risk.ratings)} if cutoff.seen_day(day)))


def review_overdue(risk: Risk, cutoff: Cutoff) -> bool:
    """True when the next look is past its day and did not happen."""
    return cutoff.day > risk.next_review and not any(day >= risk.next_review for day in looks(risk, cutoff))


def risk_reading(id: str, risk: Risk, cutoff: Cutoff, incidents: tuple[str, ...] = ()) -> RiskReading:
    """A risk with its latest rating; ratings are likelihood times impact, 1 to 25."""
    rating = max((r for r in risk.ratings if cutoff.seen_day(r.at)), key=lambda r: r.at, default=None)
    after = None
    if rating is not None and rating.likelihood_after is not None and rating.impact_after is not None:
        after = rating.likelihood_after * rating.impact_after
    looked = looks(risk, cutoff)
    return RiskReading(
        id=id,
        before=None if rating is None else rating.likelihood * rating.impact,
        after=after,
        last_review=looked[-1] if looked else None,
        next_review=risk.next_review,
        overdue=review_overdue(risk, cutoff),
        incidents=incidents,
    )


def effect_overdue(decision: Decision, cutoff: Cutoff) -> bool:
    """True when the effect should have been looked at and was not."""
    return cutoff.day > decision.check_by and not (decision.seen_effect and cutoff.seen_day(decision.seen_effect.at))


def promises(records: Records, as_of: datetime) -> dict[str, PromiseReading]:
    """Every promise that was made by then, by id."""
    almanac = Almanac.of(records.organisation.record)
    cutoff = almanac.now(as_of)
    made = (entry for entry in records.promises if cutoff.seen_day(entry.record.made))
    return {entry.id: promise_reading(entry.id, entry.record, cutoff, almanac) for entry in made}


def risks(records: Records, as_of: datetime, incidents: Mapping[str, IncidentReading]) -> dict[str, RiskReading]:
    """Every risk by id, with the counted incidents that came from it."""
    cutoff = Almanac.of(records.organisation.record).now(as_of)
    came: dict[str, list[str]] = {}
    for entry in records.incidents:
        if entry.id in incidents and incidents[entry.id].counted:
            for risk in entry.record.risks or ():
                came.setdefault(risk, []).append(entry.id)
    return {
        entry.id: risk_reading(entry.id, entry.record, cutoff, tuple(sorted(came.get(entry.id, ()))))
        for entry in records.risks
    }


def decisions(records: Records, as_of: datetime) -> dict[str, DecisionReading]:
    """Every decision by id."""
    cutoff = Almanac.of(records.organisation.record).now(as_of)
    return {entry.id: DecisionReading(entry.id, effect_overdue(entry.record, cutoff)) for entry in records.decisions}


def dialogue(records: Records, as_of: datetime) -> tuple[DialogueFigures, ...]:
    """Dialogue by party, those with items only."""
    cutoff = Almanac.of(records.organisation.record).now(as_of)
    ourselves = _OURSELVES | {records.organisation.record.name.casefold()}
    found = []
    for party in PARTIES:
        items = [e.record for e in records.dialogue if e.record.with_ == party and cutoff.seen_day(e.record.asked)]
        if items:
            clocks = [clock for item in items if (clock := _answer_clock(item, cutoff)) is not None]
            found.append(
                DialogueFigures(
                    party=party,
                    items=len(items),
                    open=sum(is_open(item, cutoff) for item in items),
                    median_days=median(clocks),
                    started_by_them=sum(item.started_by.strip().casefold() not in ourselves for item in items),
                )
            )
    return tuple(found)


def is_open(item: Dialogue, cutoff: Cutoff) -> bool:
    """True where nobody has answered by the cut-off."""
    return item.outcome == "open" if item.answered is None else not cutoff.seen_day(item.answered)


def _answer_clock(item: Dialogue, cutoff: Cutoff) -> tuple[float, bool] | None:
    """Days to the answer, and whether it came; None where it came on a day nobody wrote down."""
    if item.answered is not None and cutoff.seen_day(item.answered):
        return float(max(0, (item.answered - item.asked).days)), True
    return (float((cutoff.day - item.asked).days), False) if is_open(item, cutoff) else None
