"""What must hold for every history of incidents."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.records import Entry
from scorecard.model.records.incident import Incident
from scorecard.model.transparency import TransparencyQuarter
from scorecard.score.archive import Archive
from scorecard.score.clocks import Almanac
from scorecard.score.incidents import read
from scorecard.score.settled import settled_from
from scorecard.score.transparency import quarters
from tests.score.company import AS_OF, QUARTER, START, company, transparency, written
from tests.score.histories import incidents, several

ALMANAC = Almanac.of(company().organisation.record)
SPAN = [QUARTER.plus(n) for n in (-1, 0, 1)]


@given(several())
def test_every_figure_lies_within_its_bounds(history: list[Entry[Any]]) -> None:
    """0 <= low <= value <= high <= 100 for indicators, and 0 to 100 for pillars and total; coverage 0 to 1."""
    for found in quarters(company(history), AS_OF, SPAN):
        assert found.score is None or 0 <= found.score <= (found.uncapped or 0) <= 100
        assert 0 <= found.coverage <= 1
        assert (found.score is None) == (found.reason is not None)
        for pillar in found.pillars:
            assert pillar.score is None or 0 <= pillar.score <= 100
            assert (pillar.score is None) == (pillar.reason is not None)
            for one in pillar.indicators:
                assert one.value is None or (one.lo is not None and one.hi is not None)
                assert one.value is None or 0 <= (one.lo or 0) <= one.value <= (one.hi or 0) <= 100


@given(several(), st.randoms())
def test_the_order_of_the_files_does_not_matter(history: list[Entry[Any]], random: Random) -> None:
    """Equal records in another order give equal figures to the last digit."""
    shuffled = list(history)
    random.shuffle(shuffled)
    assert quarters(company(shuffled), AS_OF, SPAN) == quarters(company(history), AS_OF, SPAN)


@given(several(), incidents("later"), st.booleans())
def test_later_incidents_do_not_change_earlier_quarters(
    history: list[Entry[Any]], later: Entry[Any], folded: bool
) -> None:
    """What became known after the end of a quarter leaves that quarter alone."""
    end = ALMANAC.cutoff(QUARTER, AS_OF).at
    before = transparency(company(history))
    moved = at_or_after(later, end)
    if folded and history:
        history = [replace(history[0], record=history[0].record.model_copy(update={"parent": "later"})), *history[1:]]
    assert transparency(company([*history, moved])) == before


def at_or_after(one: Entry[Any], moment: datetime) -> Entry[Any]:
    """The same incident, first known at that moment or later and told after it."""
    known = max(one.record.known, moment)
    changes = {"known": known, "notified": known + timedelta(hours=1), "started": known - timedelta(hours=1)}
    return replace(one, record=one.record.model_copy(update=changes))


@given(several(4))
def test_facts_after_the_cutoff_are_not_seen(history: list[Entry[Any]]) -> None:
    """Dropping everything dated after the end of a quarter does not change that quarter."""
    cutoff = ALMANAC.cutoff(QUARTER, AS_OF)

    def cut(one: Incident) -> Incident:
        changes: dict[str, Any] = {"updates": tuple(u for u in one.updates if cutoff.seen(u.at))}
        for name in ("notified", "resolved"):
            clock = getattr(one, name)
            if isinstance(clock, datetime) and not cutoff.seen(clock):
                changes[name] = "not-yet"
        if one.made_public and not cutoff.seen(one.made_public.at):
            changes["made_public"] = None
        if one.postmortem and not cutoff.seen_day(getattr(one.postmortem, "published", None)):
            changes["postmortem"] = None
        if one.acknowledged and (at := getattr(one.acknowledged, "at", None)) and not cutoff.seen(at):
            changes["acknowledged"] = None
        if one.actions:
            changes["remediation"] = tuple(
                a.model_copy(update={"done": a.done if cutoff.seen_day(a.done) else None}) for a in one.actions
            )
        clocks = {k: v for k, v in changes.items() if v == "not-yet"}
        parsed = Incident.model_validate(written({"title": "x", "kind": "other", "severity": "minor", "fault": "ours",
                                                  "known": START, "notified": START, **clocks}))  # fmt: skip
        return one.model_copy(update={**changes, **{name: getattr(parsed, name) for name in clocks}})

    known = [one for one in history if cutoff.seen(one.record.known)]
    before = [replace(one, record=cut(one.record)) for one in known]
    assert transparency(company(before)) == transparency(company(history))


@given(
    st.data(),
    several(5, known_everything=True),
    st.integers(0, 4),
    st.sampled_from(["started", "notified", "affected"]),
)
def test_an_unknown_never_raises_a_figure(
    data: st.DataObject, history: list[Entry[Any]], place: int, field: str
) -> None:
    """Not writing a required field down lowers every indicator, or leaves it; and the total of the same pillars."""
    if not history:
        return
    place %= len(history)
    one = history[place].record
    unknown = Incident.model_validate(
        written({"title": "x", "kind": "other", "severity": "minor", "fault": "ours", "known": START,
                 "notified": "unknown", "affected": "unknown"})
    )  # fmt: skip
    worse = one.model_copy(update={field: getattr(unknown, field)})
    changed = [*history[:place], replace(history[place], record=worse), *history[place + 1 :]]
    compare(transparency(company(history)), transparency(company(changed)))


@given(several(5, known_everything=True), st.integers(0, 4))
def test_an_unknown_fault_never_raises_a_figure(history: list[Entry[Any]], place: int) -> None:
    """More than thirty days on, a fault nobody states lowers every indicator, or leaves it."""
    late = [one for one in history if AS_OF - one.record.known > timedelta(days=31)]
    if not late:
        return
    place %= len(late)
    worse = replace(late[place], record=late[place].record.model_copy(update={"fault": "unknown"}))
    changed = [*late[:place], worse, *late[place + 1 :]]
    quarter = ALMANAC.quarter(AS_OF)
    compare(transparency(company(late), quarter), transparency(company(changed), quarter))


def compare(known: TransparencyQuarter, unknown: TransparencyQuarter) -> None:
    """No indicator is higher in `unknown`, and no total over the same pillars and indicators.

    (A case more can make a pillar rated that was not, and so move a total either way.)
    """
    before = {one.id: one.value for pillar in known.pillars for one in pillar.indicators}
    after = {one.id: one.value for pillar in unknown.pillars for one in pillar.indicators}
    for id, value in after.items():
        was = before[id]
        assert value is None or was is None or value <= was + 1e-9, id
    rated = [[one.score is not None for one in found.pillars] for found in (known, unknown)]
    same = rated[0] == rated[1] and all((before[id] is None) == (after[id] is None) for id in before)
    if same and known.score is not None and unknown.score is not None:
        assert unknown.score <= known.score + 1e-9


@given(several(3), st.integers(0, 400))
def test_a_settled_reading_is_what_would_be_read_again(history: list[Entry[Any]], days: int) -> None:
    """Once an incident is settled, its reading at any later moment is the same."""
    archive = Archive.of(company(history))
    for item in archive.items.values():
        since = settled_from(item, archive)
        if since is not None:
            first = read(item, archive, ALMANAC.now(since + timedelta(microseconds=1)))
            assert read(item, archive, ALMANAC.now(since + timedelta(days=days, minutes=1))) == first
            assert (
                read(item, archive, ALMANAC.cutoff(ALMANAC.quarter(since).plus(1), AS_OF.replace(year=2030))) == first
            )
