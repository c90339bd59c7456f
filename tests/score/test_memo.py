"""A memo changes how much is worked out, never what comes out."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scorecard.model.lexical import Gap
from scorecard.model.memo import Keeping
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records
from scorecard.model.records.incident import Affected
from scorecard.model.records.method import DurationRule
from scorecard.read import read
from scorecard.score import score
from tests.score.company import AS_OF, QUARTER, after, company, incident, three

#: In the middle of the example's records, so that clocks are open.
DAY = datetime(2026, 8, 20, 12, 0, tzinfo=UTC)
GROUPS = ("waves", "incidents", "promises", "dialogue", "risks", "decisions", "enquiries", "corrections")
SLOW = DurationRule.model_construct(target=timedelta(minutes=1), limit=timedelta(days=30))
Change = Callable[[Records, random.Random], Records]


@cache
def example() -> Records:
    """The records of the example company of this repository."""
    records = read(Path(__file__).parents[2]).records
    assert records is not None
    return records


def put(records: Records, group: str, old: Entry[Any], **fields: Any) -> Records:
    """The records with other fields in one entry."""
    new = replace(old, record=old.record.model_copy(update=fields))
    groups: dict[str, Any] = {group: tuple(new if one is old else one for one in getattr(records, group))}
    return replace(records, **groups)


def delete(records: Records, chance: random.Random) -> Records:
    """One entry is gone."""
    group = chance.choice([group for group in GROUPS if getattr(records, group)])
    entries = list(getattr(records, group))
    del entries[chance.randrange(len(entries))]
    groups: dict[str, Any] = {group: tuple(entries)}
    return replace(records, **groups)


def incident_field(records: Records, chance: random.Random) -> Records:
    """A word of one incident is another."""
    old = chance.choice(records.incidents)
    name, values = chance.choice(
        [
            ("severity", ("critical", "major", "minor")),
            ("fault", ("ours", "supplier", "nature", "unknown")),
            ("kind", ("service", "personal-data", "maintenance")),
            ("cause", (None, *(one.record.cause for one in records.incidents if one.record.cause))),
            ("parent", (None, *(one.id for one in records.incidents))),
            ("resolved", (Gap.NOT_YET, Gap.UNKNOWN)),
            ("notified", (Gap.NOT_YET, Gap.UNKNOWN)),
            ("made_public", (None,)),
            ("risks", (None, (), *((one.id,) for one in records.risks))),
        ]
    )
    return put(records, "incidents", old, **{name: chance.choice(values)})


def incident_time(records: Records, chance: random.Random) -> Records:
    """One incident was known some days before or after."""
    old = chance.choice(records.incidents)
    known = old.record.known
    if not isinstance(known, datetime):
        return records
    return put(records, "incidents", old, known=known + timedelta(days=chance.randrange(-200, 200)))


def wave_field(records: Records, chance: random.Random) -> Records:
    """One wave was done otherwise."""
    old = chance.choice(records.waves)
    changes: list[dict[str, Any]] = [
        {"sample": chance.choice(("random", "opt-in", "census"))},
        {"method_changed": chance.choice((None, "Another way of asking."))},
        {"respondents": None},
        {"questions": old.record.questions[1:]},
        {"audience": chance.choice(("customers", "staff"))},
        {"kind": chance.choice(("quarterly", "after-contact"))},
        {"quarter": old.record.quarter.plus(chance.choice((-1, 1)))},
    ]
    return put(records, "waves", old, **chance.choice(changes))


def method(records: Records, **fields: Any) -> Records:
    """The records with another method."""
    return replace(records, method=replace(records.method, record=records.method.record.model_copy(update=fields)))


def organisation(records: Records, **fields: Any) -> Records:
    """The records with another organisation."""
    old = records.organisation
    return replace(records, organisation=replace(old, record=old.record.model_copy(update=fields)))


def method_field(records: Records, chance: random.Random) -> Records:
    """The method has another number."""
    changes: list[dict[str, Any]] = [
        {"own_fault_weight": chance.choice((1.0, 2.0, 3.0))},
        {"aggregation": chance.choice(("geometric", "arithmetic"))},
        {"fault_unknown_days": chance.choice((5, 30))},
        {"severity_weights": {"critical": chance.choice((4, 0)), "major": 2, "minor": 1}},
    ]
    return method(records, **chance.choice(changes))


def organisation_field(records: Records, chance: random.Random) -> Records:
    """The organisation says something else of itself."""
    changes: list[dict[str, Any]] = [
        {"timezone": chance.choice(("UTC", "Asia/Tokyo"))},
        {"scored_from": chance.choice((None, Quarter(2025, 3)))},
        {"notice_within": {"service": timedelta(minutes=chance.choice((5, 500)))}},
        {"fiscal_year_starts": chance.choice(("01-01", "10-01"))},
    ]
    return organisation(records, **chance.choice(changes))


CHANGES: tuple[Change, ...] = (
    delete, incident_field, incident_field, incident_time, wave_field, method_field, organisation_field,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_a_warm_memo_gives_what_a_fresh_computation_gives(seed: int) -> None:
    """However the records and the day change from one run to the next."""
    chance = random.Random(seed)
    memo, records, as_of = Keeping(), example(), DAY
    for _ in range(10):
        assert score(records.released(as_of), as_of, memo) == score(records.released(as_of), as_of)
        memo.sweep()
        if chance.random() < 0.3:
            as_of += timedelta(minutes=chance.choice((1, 600, 90_000, -90_000, -400_000)))
        else:
            records = chance.choice((example(), chance.choice(CHANGES)(records, chance)))


def family() -> Records:
    """Two incidents of one storm, and two by themselves; all are settled at AS_OF."""
    area = {"parent": "storm", "known": after(days=1), "cause": "wind"}
    alone = incident("alone", known=after(days=20), cause="wind", fault="unknown")
    return company([incident("storm", cause="wind"), incident("area", **area), alone, incident("other")])


def edited(records: Records, id: str, **fields: Any) -> Records:
    """The records with other fields in one incident."""
    return put(records, "incidents", next(one for one in records.incidents if one.id == id), **fields)


@pytest.mark.parametrize(
    "change",
    [
        lambda records: edited(records, "area", affected=Affected.model_construct(customers=7)),
        lambda records: edited(records, "area", parent=None),
        lambda records: edited(records, "area", parent="alone"),
        lambda records: edited(records, "area", kind="maintenance"),
        lambda records: edited(records, "area", known=after(days=400)),
        lambda records: edited(records, "storm", known=after(days=3)),
        lambda records: edited(records, "alone", cause="rain"),
        lambda records: replace(records, incidents=records.incidents[1:]),
        lambda records: replace(records, incidents=records.incidents[:1]),
        lambda records: method(records, durations={**records.method.record.durations, "service": SLOW}),
        lambda records: method(records, fault_unknown_days=500),
        lambda records: method(records, own_fault_weight=1.0),
        lambda records: method(records, severity_weights={"critical": 4, "major": 2, "minor": 0}),
        lambda records: organisation(records, notice_within={"service": timedelta(minutes=1)}),
        lambda records: organisation(records, scored_from=QUARTER.plus(1)),
        lambda records: organisation(records, fiscal_year_starts="06-01"),
        lambda records: organisation(records, update_every={"minor": timedelta(minutes=7)}),
    ],
)
def test_an_edit_reaches_all_that_looks_at_it(change: Callable[[Records], Records]) -> None:
    """Folded incidents, repeats, the method and the organisation; and so does taking the edit back."""
    memo, records = Keeping(), family()
    before = score(records, AS_OF, memo)
    fresh = score(change(records), AS_OF)
    assert score(change(records), AS_OF, memo) == fresh
    assert fresh != before
    assert score(records, AS_OF, memo) == before


@pytest.mark.parametrize("later", [timedelta(minutes=1), timedelta(days=1), timedelta(days=100)])
def test_an_open_clock_runs_on(later: timedelta) -> None:
    """Nothing was edited, only the day is another: what is open has grown."""
    memo = Keeping()
    records = company([*three(), incident("open", resolved="not-yet", notified="not-yet")])
    earlier, now = score(records, AS_OF, memo), score(records, AS_OF + later, memo)
    assert now == score(records, AS_OF + later)
    was, so_far = earlier.incidents["open"].notice_minutes, now.incidents["open"].notice_minutes
    assert was is not None
    assert so_far == pytest.approx(was + later / timedelta(minutes=1))


def test_what_is_not_new_is_the_very_object_of_the_last_time() -> None:
    """An edit of one incident makes no other reading anew."""
    memo = Keeping()
    one, *others = three()
    records = company([one, *others])
    first = score(records, AS_OF, memo)
    changed = replace(one, record=one.record.model_copy(update={"severity": "major"}))
    second = score(replace(records, incidents=(changed, *others)), AS_OF, memo)
    assert second.incidents[one.id] is not first.incidents[one.id]
    assert all(second.incidents[other.id] is first.incidents[other.id] for other in others)
    assert second.transparency_at(QUARTER) != first.transparency_at(QUARTER)
