"""Transparency of a quarter: its window, its caps, what is late, and what is said without a score."""

from typing import Any

import pytest

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records import Entry
from scorecard.model.transparency import Cap, Fact, IncidentReading
from scorecard.score.archive import Archive, Item
from scorecard.score.clocks import Cutoff
from scorecard.score.incidents import read
from scorecard.score.transparency import quarters
from tests.score.company import AS_OF, QUARTER, after, company, entry, incident, three, transparency


def full(n: int, **changes: Any) -> Entry[Any]:
    """A major incident with explanation, repair and cause: every pillar about incidents has a case."""
    known = after(days=n)
    fields: dict[str, Any] = {
        "severity": "major",
        "known": known,
        "postmortem": {"published": after(days=n + 5).date()},
        "cause": f"cause-{n}",
        "remediation": [{"what": "Mend it.", "due": after(days=n + 20).date(), "done": after(days=n + 9).date()}],
    }
    return incident(f"full-{n}", **{**fields, **changes})


def test_all_done_well_gives_all_points() -> None:
    """Four pillars are rated; without registers everyday openness is not, and the total says so by its coverage."""
    found = transparency(company([full(n) for n in range(3)]))
    assert (found.score, found.uncapped, found.reason) == (100, 100, None)
    assert found.coverage == pytest.approx(0.85)
    assert (found.caps, found.late, found.provisional, found.lengthened) == ((), (), False, False)


def test_no_incident_is_not_perfect_transparency() -> None:
    """Nothing happened in three years: nothing to judge."""
    found = transparency(company())
    assert found.score is None
    assert found.reason == Reason(ReasonCode.NOT_TESTED, "no_incident", {"quarters": 12})
    assert found.incidents.count == 0
    assert found.incidents.hi == pytest.approx(3.6889, abs=1e-4)


def test_everyday_openness_is_shown_alone_without_incidents() -> None:
    """V22: 15 % of the pillar weight, no total."""
    promise = entry(
        "promises", "p", title="P", made=after(days=-9).date(), due=after(days=9).date(), measure="M",
        history=[{"at": after(days=8).date(), "state": "kept"}],
    )  # fmt: skip
    found = transparency(
        company(
            promises=[promise],
            risks=[entry("risks", "r", title="R", owner="O", next_review=AS_OF.date(), reviewed=[after().date()])],
            enquiries=[entry("enquiries", "2026-q2", received=10, answered_in_time=10)],
        )
    )
    assert found.score is None
    assert found.coverage == pytest.approx(0.15)
    assert {one.id: one.score for one in found.pillars if one.score is not None} == {"everyday-openness": 100}


def test_the_record_is_shown_without_a_score() -> None:
    """Two incidents are too few to judge; what was done is counted all the same."""
    found = transparency(company([full(0), full(1, notified=after(days=1, hours=3))]))
    assert found.score is None
    assert found.reason is not None
    assert (found.reason.code, found.reason.detail) == (ReasonCode.TOO_FEW, "too_few_incidents")
    assert Fact("first-notice-time", 1, 2, "told in time") in found.record
    assert Fact("fault-stated", 2, 2, "fault owned") in found.record
    assert Fact("repairs-on-time", 2, 2, "repairs on time") in found.record


@pytest.mark.parametrize(("back", "length"), [(3, 4), (4, 8), (7, 8), (8, 12), (11, 12), (12, 12)])
def test_the_window_is_the_shortest_with_three_incidents(back: int, length: int) -> None:
    """4, 8 or 12 quarters; one window for all pillars, and it says when it was lengthened."""
    old = incident("old", known=after(days=-91.3 * back))
    found = transparency(company([*three()[:2], old]))
    assert (len(found.window), found.lengthened) == (length, length > 4)
    assert found.window[-1] == QUARTER


def test_maintenances_and_folded_incidents_do_not_fill_a_window() -> None:
    """Only counted incidents do."""
    others = [incident("work", kind="maintenance"), incident("child", parent="i0")]
    found = transparency(company([*three()[:2], *others]))
    assert (len(found.window), found.incidents.count, found.incidents.maintenances) == (12, 2, 1)


def test_made_public_by_others_and_past_the_limit_caps_at_40() -> None:
    """The cap names its case, lowers the total, and critical and major cases only bring it about."""
    press = {
        "made_public": {"at": after(hours=1), "by": "press"},
        "notified": after(hours=25),
        "resolved": after(days=2),
    }
    found = transparency(company([full(0, **press), *(full(n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9))]))
    assert found.caps == (Cap("made_public", 40, ("full-0",), {"cases": 1}),)
    assert found.score == 40
    assert found.uncapped is not None
    assert found.uncapped > 40
    minor = transparency(company([full(0, **press, severity="minor"), full(1), full(2)]))
    assert minor.caps == ()
    in_time = transparency(company([full(0, **{**press, "notified": after(hours=23)}), full(1), full(2)]))
    assert in_time.caps == ()


def test_an_unknown_notice_behind_others_news_is_too_late() -> None:
    """The press told, and nobody wrote down when we did."""
    press = {"made_public": {"at": after(hours=1), "by": "press"}}
    found = transparency(company([full(0, **press, notified="unknown"), full(1), full(2)]))
    assert [(cap.id, cap.cases) for cap in found.caps] == [("made_public", ("full-0",))]
    known = {**press, "known": "unknown", "resolved": after(days=3)}
    late = transparency(company([full(0, **known, notified=after(hours=26)), full(1), full(2)]))
    soon = transparency(company([full(0, **known, notified=after(hours=24)), full(1), full(2)]))
    assert [len(one.caps) for one in (late, soon)] == [1, 0]


def test_a_figure_changed_without_notice_caps_at_60() -> None:
    """Named even where there is no total."""
    quiet = entry(
        "corrections", "quiet", concerns="survey:2026-Q1", field="n", was="1", label="R1", notice="none",
        found=after(days=1).date(), published=after(days=2).date(), reason="Late data.", **{"is": "2"},
    )  # fmt: skip
    found = transparency(company(corrections=[quiet]))
    assert found.score is None
    assert found.caps == (Cap("changed_without_notice", 60, ("quiet",), {"cases": 1}),)
    assert transparency(company([full(n) for n in range(3)], corrections=[quiet])).score == 60


def test_more_than_a_fifth_of_unknown_fields_caps_at_70() -> None:
    """4 of 18 required fields is more than 20 %, 3 of 18 is not."""
    gaps = {"started": None, "affected": None}
    two = [full(0, **gaps), full(1, **gaps), full(2)]
    found = transparency(company(two))
    assert [(cap.id, cap.value, cap.cases) for cap in found.caps] == [("unknown_fields", 70, ("full-0", "full-1"))]
    assert found.caps[0].facts == {"unknown": 4, "fields": 18, "share": 4 / 18, "allowed": 0.2}
    assert found.unknown_share == 4 / 18
    assert transparency(company([full(0, **gaps), full(1, started=None), full(2)])).caps == ()


def test_exactly_a_fifth_is_not_more_than_a_fifth() -> None:
    """6 of 30 fields."""
    cases = [full(n, started=None, affected=None) if n < 3 else full(n) for n in range(5)]
    found = transparency(company(cases))
    assert (found.unknown_share, found.caps) == (0.2, ())


def test_late_notices_of_critical_and_major_incidents_are_listed() -> None:
    """Past the limit in this quarter, told by now or not; minor ones are not listed."""
    cases = [
        full(0, notified=after(hours=30)),
        full(1, notified="not-yet"),
        full(2),
        full(3, severity="minor", notified=after(days=9)),
    ]
    assert transparency(company(cases)).late == ("full-0", "full-1")


def test_a_limit_that_passes_in_the_next_quarter_is_late_there() -> None:
    """Known an hour before the end of June: late in the third quarter."""
    night = full(57, known=after(days=57, hours=13), notified="not-yet", resolved="not-yet")
    found = quarters(company([night]), AS_OF, [QUARTER, QUARTER.plus(1), QUARTER.plus(2)])
    assert [one.late for one in found] == [(), ("full-57",), ()]


def test_quarters_before_the_first_scored_one_are_shown_not_scored() -> None:
    """Imported history: counts and times, no points; and later windows leave it out."""
    records = company([full(n) for n in range(3)], organisation={"scored_from": "2026-Q3"})
    before, first = quarters(records, AS_OF, [QUARTER, QUARTER.plus(1)])
    assert before.score is None
    assert before.reason == Reason(ReasonCode.NOT_TESTED, "before_scored_from", {"scored_from": "2026-Q3"})
    assert (before.incidents.count, before.record, before.window) == (3, (), ())
    assert (first.window, first.lengthened) == ((QUARTER.plus(1),), False)
    assert first.reason == Reason(ReasonCode.NOT_TESTED, "no_incident", {"quarters": 1})


def test_an_incident_of_no_known_day_is_in_no_quarter() -> None:
    """Nothing says when it was, and the day in its name does not exist."""
    gone = {"known": "unknown", "notified": "unknown", "started": None, "resolved": "unknown"}
    found = transparency(company([*three(), incident("nowhere", **gone)]))
    assert found.incidents.count == 3


def test_a_settled_incident_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many quarters look at it; one that is open is read for each."""
    looked: list[str] = []

    def counting(item: Item, archive: Archive, cutoff: Cutoff) -> IncidentReading:
        looked.append(item.id)
        return read(item, archive, cutoff)

    monkeypatch.setattr("scorecard.score.shelf.read", counting)
    is_open = incident("open", resolved="not-yet")
    quarters(company([full(1), full(2), is_open]), AS_OF, [QUARTER.plus(n) for n in (1, 2)])
    assert (looked.count("full-1"), looked.count("full-2")) == (1, 1)
    assert looked.count("open") > 1


def test_absent_registers_are_named() -> None:
    """What the company does not publish, in a fixed order."""
    assert transparency(company()).absent == (
        "promises", "dialogue", "risks", "decisions", "enquiries", "checks", "releases",
    )  # fmt: skip
    there = company(enquiries=[entry("enquiries", "2026-q2", received=1, answered_in_time=1)])
    assert "enquiries" not in transparency(there).absent


def test_a_running_quarter_is_provisional() -> None:
    """Before its end a quarter can still change."""
    records = company([full(n) for n in range(3)])
    assert transparency(records, as_of=after(days=40)).provisional is True
    assert transparency(records).provisional is False


def test_an_open_clock_makes_a_quarter_provisional() -> None:
    """An explanation not yet out at the end of the quarter."""
    late = full(50, postmortem=None)
    assert transparency(company([late, full(1), full(2)])).provisional is True


def test_figures_of_a_quarter_are_its_own() -> None:
    """Counts, people, faults and medians of the quarter, not of the window."""
    cases = [
        full(0, affected={"customers": 10}, fault="supplier"),
        full(1, affected=None, notified=after(days=1, minutes=40)),
        full(2, severity="critical", notified="not-yet", resolved="not-yet", postmortem=None),
        full(-60),
    ]
    found = transparency(company(cases)).incidents
    assert (found.count, found.by_severity, found.own_fault, found.open) == (3, {"critical": 1, "major": 2}, 2, 1)
    assert (found.people, found.people_unknown) == (110, 1)
    assert (found.median_minutes_to_notice, found.median_minutes_to_resolve) == (40, 130)
    assert found.worst_notice_minutes == found.longest_silence_minutes == (55 * 24 + 14) * 60
    assert (found.lo, found.hi) == pytest.approx((0.6187, 8.7673), abs=1e-4)


def test_a_quarter_is_compared_with_the_one_before() -> None:
    """20 in the first quarter and 6 in the second are fewer; before the first there is nothing to compare with."""
    first = [incident(f"a{n}", known=after(days=-90 + n)) for n in range(20)]
    second = [incident(f"b{n}", known=after(days=n)) for n in range(6)]
    records = company([*first, *second])
    found = quarters(records, AS_OF, [QUARTER.plus(-2), QUARTER.plus(-1), QUARTER, QUARTER.plus(1)])
    assert [one.incidents.change for one in found] == ["", "", "fewer", "fewer"]


def test_a_quarter_that_has_just_begun_is_compared_by_its_days() -> None:
    """Three incidents in the first four days are more than nine in the quarter before."""
    before = [incident(f"a{n}", known=after(days=-90 + n)) for n in range(9)]
    start = after(days=-33)
    now = [incident(f"b{n}", known=start.replace(hour=n)) for n in range(3)]
    found = transparency(company([*before, *now]), as_of=start.replace(day=4))
    assert start.date().isoformat() == "2026-04-01"
    assert found.incidents.change == "more"


def test_faults_of_the_window_are_counted() -> None:
    """Ours, supplier, nature and unknown stand beside the pillar."""
    cases = [full(0), full(1, fault="supplier"), full(2, fault="nature"), full(3, fault="unknown")]
    assert transparency(company(cases)).faults == {"ours": 1, "supplier": 1, "nature": 1, "unknown": 1}


def test_local_time_decides_the_quarter() -> None:
    """Half past eleven in Rome on 30 June is the second quarter, half an hour later the third."""
    rome = {"timezone": "Europe/Rome"}
    early = incident("early", known=after(days=57, hours=11, minutes=30))
    late = incident("late", known=after(days=57, hours=12))
    found = quarters(company([early, late], organisation=rome), AS_OF, [QUARTER, Quarter(2026, 3)])
    assert [one.incidents.count for one in found] == [1, 1]
    utc = quarters(company([early, late]), AS_OF, [QUARTER, Quarter(2026, 3)])
    assert [one.incidents.count for one in utc] == [2, 0]
