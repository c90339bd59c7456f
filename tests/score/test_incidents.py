"""What the clocks of one incident say."""

from datetime import timedelta
from typing import Any

import pytest

from scorecard.model.quarters import Quarter
from scorecard.score.incidents import anticipation
from scorecard.score.shelf import readings
from tests.score.company import AS_OF, START, after, company, incident, reading

MINOR_INTERVAL = 24 * 60


def test_the_example_of_the_design_reads_as_written() -> None:
    """Known 09:20, told 09:41, over 09:52, next word promised for 10:15 and given at 10:02."""
    known = START
    one = incident(
        "payment",
        severity="major",
        started=known - timedelta(minutes=8),
        notified=known + timedelta(minutes=21),
        resolved=known + timedelta(minutes=32),
        staff_told=known + timedelta(minutes=15),
        affected={"customers": 1200, "estimate": True, "told_directly": True},
        postmortem={"published": (known + timedelta(days=4)).date()},
        risks="not-foreseen",
        updates=[
            {"at": known + timedelta(minutes=21), "text": "Payments fail.", "next_update": after(minutes=55)},
            {"at": known + timedelta(minutes=42), "status": "resolved", "text": "They work again."},
        ],
    )
    found = reading(one)
    assert found.quarter == Quarter(2026, 2)
    assert (found.notice_minutes, found.notice_score, found.kept, found.past_limit) == (21, 100, True, False)
    assert (found.dark_minutes, found.resolve_minutes, found.resolve_open) == (29, 40, False)
    assert (found.longest_silence_minutes, found.promised_update_minutes, found.silence_score) == (11, 34, 100)
    assert (found.next_updates_kept, found.next_updates_promised) == (1, 1)
    assert (found.told_first, found.told_directly, found.told_what_to_do, found.fault_owned) == (True,) * 4
    assert (found.explanation_published, found.explanation_days, found.explanation_score) == (True, 4, 100)
    assert (found.staff_before_customers, found.risk, found.people) == (True, "not-foreseen", 1200)
    assert found.unknown == ()


def test_a_maintenance_has_no_clock_and_never_counts() -> None:
    """Planned work is no incident."""
    found = reading(incident("work", kind="maintenance"))
    assert (found.counted, found.scored, found.notice_minutes, found.resolve_minutes) == (False, False, None, None)


@pytest.mark.parametrize(
    ("kind", "target", "limit"),
    [
        ("service", 30, 24 * 60),
        ("billing", 30, 24 * 60),
        ("personal-data", 4 * 60, 72 * 60),
        ("safety", 60, 72 * 60),
        ("other", 24 * 60, 96 * 60),
    ],
)
def test_each_kind_has_its_target_and_limit(kind: str, target: float, limit: float) -> None:
    """Billing scores like service, safety like personal data with a target of one hour."""
    at_target, at_limit = (
        reading(incident("one", kind=kind, notified=after(minutes=m), resolved=after(days=9))) for m in (target, limit)
    )
    assert (at_target.notice_score, at_limit.notice_score) == (100, 0)
    assert (at_target.notice_target_minutes, at_target.notice_limit_minutes) == (target, limit)
    assert (at_limit.past_limit, reading(incident("one", kind=kind, notified=after(days=8))).past_limit) == (
        False,
        True,
    )


def test_kept_is_judged_by_the_companys_own_promise() -> None:
    """Who promises a word within an hour has kept it at 50 minutes, though the score falls from 30 on."""
    parts: dict[str, Any] = {"organisation": {"notice_within": {"service": "PT1H"}}}
    found = reading(incident("one", notified=after(minutes=50)), **parts)
    assert (found.kept, found.notice_promise_minutes, found.notice_target_minutes) == (True, 60, 30)
    assert found.notice_score is not None
    assert found.notice_score < 100
    assert reading(incident("one", notified=after(minutes=61)), **parts).kept is False


def test_a_word_after_the_end_counts_with_its_whole_time() -> None:
    """Told 60 minutes after first known, 45 after the end: 60 are scored, the 45 are a figure of their own."""
    found = reading(incident("one", resolved=after(minutes=15), notified=after(minutes=60)))
    assert (found.told_after_end, found.told_after_end_minutes, found.notice_minutes) == (True, 45, 60)
    assert found.notice_score is not None
    assert 0 < found.notice_score < 100


@pytest.mark.parametrize("resolved", [after(days=0), "unknown", "not-yet"])
def test_a_single_retroactive_resolved_is_never_instant(resolved: object) -> None:
    """One word that says resolved, written at the moment that is given as first known, scores from the start, or 0."""
    word = [{"at": START, "status": "resolved", "text": "It was down and is back."}]
    one = {"known": START, "notified": START, "resolved": resolved, "updates": word}
    from_start = reading(incident("one", **one, started=after(hours=-2)))
    assert (from_start.told_after_end, from_start.notice_minutes) == (True, 120)
    assert from_start.notice_score == pytest.approx(64.1896, abs=1e-4)
    nothing = reading(incident("one", **one, started=START))
    assert (nothing.notice_score, nothing.notice_minutes, nothing.kept) == (0, None, None)
    assert reading(incident("one", **one, started=None)).dark_score == 0


@pytest.mark.parametrize(
    ("field", "worst"),
    [
        ("known", {"notice_score": 0, "notice_minutes": None, "kept": None}),
        ("started", {"dark_score": 0, "dark_minutes": None, "resolve_minutes": None}),
        ("notified", {"notice_score": 0, "dark_score": 0, "silence_score": 0, "told_first": False}),
    ],
)
def test_an_unknown_time_scores_the_worst(field: str, worst: dict[str, Any]) -> None:
    """Where nobody wrote a required time down, its scores are 0 and it is listed as unknown."""
    found = reading(incident("one", **{field: "unknown"}))
    assert found.unknown == (field,)
    assert {name: getattr(found, name) for name in worst} == worst


def test_doubtful_times_leave_every_duration_out() -> None:
    """They are not scored, and not counted as the worst; what needs no clock is still judged."""
    found = reading(
        incident(
            "one",
            severity="major",
            notified="unknown",
            times_doubtful="Local time stored as UTC.",
            postmortem={"published": after(days=50).date()},
            updates=[{"at": after(minutes=30), "text": "Down.", "next_update": after(minutes=40)}],
        )
    )
    scores = (found.notice_score, found.dark_score, found.silence_score, found.explanation_score, found.kept)
    figures = (found.notice_minutes, found.dark_minutes, found.resolve_minutes, found.explanation_days)
    assert scores == (None,) * 5
    assert figures == (None,) * 4
    assert (found.silences, found.next_updates_promised, found.past_limit) == ((), 0, False)
    assert (found.told_directly, found.told_what_to_do, found.fault_owned) == (True, True, True)
    assert found.explanation_published is True


def test_others_who_told_first_are_seen_when_they_did() -> None:
    """Press before us: not told first. Press after us: still told first. Press after the cut-off: not seen."""
    press = {"made_public": {"at": after(minutes=10), "by": "press"}}
    assert reading(incident("one", **press)).told_first is False
    assert reading(incident("one", **press, notified=after(minutes=5))).told_first is True
    early = reading(incident("one", **press, notified="not-yet"), after(minutes=9))
    assert (early.told_first, early.others_first) == (None, False)


def test_nothing_is_held_against_a_company_before_the_limit() -> None:
    """While the first word is not out, yes-or-no claims wait; past the limit they are no."""
    one = incident("one", notified="not-yet", resolved="not-yet")
    names = ("told_first", "told_directly", "told_what_to_do", "fault_owned")
    assert [getattr(reading(one, after(hours=23)), name) for name in names] == [None] * 4
    assert [getattr(reading(one, after(hours=25)), name) for name in names] == [False] * 4


@pytest.mark.parametrize(
    ("fault", "acknowledged", "owned"),
    [
        ("ours", {"text": "Our mistake."}, True),
        ("ours", None, False),
        ("ours", {"not-applicable": "Shown to be harmless."}, None),
        ("supplier", {"text": "Our supplier failed, and we chose it."}, True),
        ("supplier", None, False),
        ("nature", None, None),
        ("unknown", None, False),
    ],
)
def test_a_suppliers_fault_is_ours_towards_customers(fault: str, acknowledged: object, owned: bool | None) -> None:
    """Ours and a supplier's must be owned; nature need not; a fault unknown for long counts as not owned."""
    assert reading(incident("one", fault=fault, acknowledged=acknowledged)).fault_owned is owned


def test_a_fault_may_be_unknown_for_thirty_days() -> None:
    """Until then it is neither owned nor disowned, and not an unknown field."""
    one = incident("one", fault="unknown")
    early, late = reading(one, after(days=30)), reading(one, after(days=30, minutes=1))
    assert (early.fault_owned, early.unknown) == (None, ())
    assert (late.fault_owned, late.unknown) == (False, ("fault",))


def test_an_acknowledgement_counts_from_its_own_day() -> None:
    """Owned a week later is not owned before that."""
    one = incident("one", acknowledged={"text": "Our mistake.", "at": after(days=7)})
    assert [reading(one, after(days=days)).fault_owned for days in (6, 8)] == [False, True]


def test_affected_not_stated_is_unknown_and_nobody_affected_does_not_apply() -> None:
    """Left out, unknown, none, and not applicable are four things."""

    def look(affected: object) -> tuple[object, tuple[str, ...]]:
        found = reading(incident("one", affected=affected))
        return found.told_directly, found.unknown

    assert look(None) == (False, ("affected",))
    assert look("unknown") == (False, ("affected",))
    assert look({"customers": "unknown", "told_directly": True}) == (True, ("affected",))
    assert look({"customers": 0}) == (None, ())
    assert look({"not-applicable": "It touched no customer."}) == (None, ())


def test_silence_is_measured_against_the_sooner_of_both_promises() -> None:
    """After a word that promised 30 minutes, 120 minutes are 4 times too long though a day is usual."""
    words = [
        {"at": after(minutes=20), "text": "We look into it.", "next_update": after(minutes=50)},
        {"at": after(minutes=140), "text": "Still at it.", "next_update": after(days=3)},
    ]
    found = reading(incident("one", resolved=after(minutes=1000), updates=words))
    assert [(s.promised_minutes, s.too_long) for s in found.silences] == [(30, True), (MINOR_INTERVAL, False)]
    assert (found.silence_ratio, found.promised_update_minutes, found.longest_silence_minutes) == (4, 30, 860)
    assert found.silence_score == pytest.approx(100 / 3)


def test_a_silence_of_eight_times_the_promise_scores_nothing() -> None:
    """The limit is 8 times."""
    assert reading(incident("one", resolved=after(days=8, minutes=20))).silence_score == pytest.approx(0)
    assert reading(incident("one", resolved=after(days=1, minutes=20))).silence_score == 100


def test_without_a_word_before_the_end_silence_runs_from_first_known() -> None:
    """Nobody was told while it lasted: those 26 hours are the silence."""
    found = reading(incident("one", resolved=after(hours=26), notified=after(hours=30)))
    assert [(s.start, s.end) for s in found.silences] == [(after(hours=0), after(hours=26))]


def test_the_last_silence_of_an_open_incident_still_grows() -> None:
    """While it is open the silence since the last word counts, so far."""
    found = reading(incident("one", resolved="not-yet"), after(hours=30))
    assert (found.silences[-1].ongoing, found.silence_open, found.resolve_open) == (True, True, True)
    assert found.longest_silence_minutes == 30 * 60 - 20


def test_words_of_the_same_minute_are_one() -> None:
    """Two updates at once make no silence of nothing; the shorter promise holds."""
    words = [
        {"at": after(minutes=20), "text": "First.", "next_update": after(minutes=200)},
        {"at": after(minutes=20), "text": "Second.", "next_update": after(minutes=80)},
    ]
    found = reading(incident("one", updates=words))
    assert [s.promised_minutes for s in found.silences] == [60]
    assert (found.next_updates_kept, found.next_updates_promised) == (0, 1)


def test_a_next_update_is_judged_when_its_time_has_come() -> None:
    """Before its time a promise is neither kept nor broken; a word in time keeps it, later facts do not."""
    words = [
        {"at": after(minutes=20), "text": "First.", "next_update": after(minutes=60)},
        {"at": after(minutes=90), "text": "Second.", "next_update": after(minutes=120)},
        {"at": after(minutes=110), "text": "Third."},
    ]
    one = incident("one", updates=words)
    seen = [reading(one, after(minutes=m)) for m in (50, 61, 115)]
    assert [(r.next_updates_kept, r.next_updates_promised) for r in seen] == [(0, 0), (0, 1), (1, 2)]


def test_without_an_end_a_last_word_that_says_resolved_is_the_end() -> None:
    """Where nobody wrote `resolved`, the update does; a later word that it is back opens it again."""
    words = [{"at": after(hours=3), "status": "resolved", "text": "Over."}]
    ended = reading(incident("one", resolved="not-yet", updates=words))
    assert (ended.resolve_open, ended.resolve_minutes) == (False, 190)
    again = [*words, {"at": after(hours=4), "status": "investigating", "text": "Back again."}]
    assert reading(incident("one", resolved="not-yet", updates=again)).resolve_open is True


def test_an_unknown_end_is_an_end_without_a_duration() -> None:
    """It is over, and nobody knows since when."""
    found = reading(incident("one", resolved="unknown"))
    assert (found.resolve_open, found.resolve_minutes) == (False, None)


def test_an_explanation_runs_from_the_end_and_is_due_after_thirty_days() -> None:
    """Open until published; then its days are fixed. Minor incidents need none."""
    one = {"severity": "critical", "resolved": after(hours=2)}
    seen = [reading(incident("one", **one), after(days=days)) for days in (5, 30, 31)]
    assert [(r.explanation_published, r.explanation_days, r.explanation_open) for r in seen] == [
        (None, 5, True),
        (None, 30, True),
        (False, 31, True),
    ]
    published = incident("one", **one, postmortem={"published": after(days=10).date()})
    assert reading(published, after(days=9)).explanation_published is None
    assert reading(published).explanation_score == pytest.approx(75.4911, abs=1e-4)
    assert reading(incident("one", resolved=after(hours=2))).explanation_open is False
    assert reading(incident("one", severity="critical", resolved="not-yet")).explanation_days is None


def test_children_are_folded_into_their_parent() -> None:
    """One storm, two areas: one incident with the people and repairs of both, and the parent's clocks."""
    storm = incident("storm")
    action = {"what": "Cut the trees.", "due": after(days=20).date()}
    area = incident("area", known=after(hours=5), parent="storm", affected={"customers": 30}, remediation=[action])
    found = readings(company([storm, area]), AS_OF)
    assert (found["storm"].counted, found["area"].counted) == (True, False)
    assert (found["storm"].people, found["storm"].children) == (130, ("area",))
    assert (found["storm"].notice_minutes, found["storm"].overdue_actions) == (20, 1)


def test_a_ring_of_parents_folds_nothing() -> None:
    """A names B and B names A: both count, and nothing hangs."""
    ring = [incident("a", parent="b"), incident("b", parent="a"), incident("c", parent="a"), incident("d", parent="d")]
    assert {id: found.counted for id, found in readings(company(ring), AS_OF).items()} == dict.fromkeys("abcd", True)


def test_a_child_counts_alone_until_its_parent_is_known() -> None:
    """Later facts do not change what counted before."""
    child, parent = incident("child", parent="storm"), incident("storm", known=after(days=1))
    records = company([child, parent])
    assert readings(records, after(hours=5))["child"].counted is True
    assert readings(records, after(days=2))["child"].counted is False


def test_an_incident_without_any_clock_stays_on_the_record() -> None:
    """The first trace decides the quarter; the day in the file's name comes last."""
    gone = {"known": "unknown", "notified": "unknown", "started": None, "resolved": "unknown"}
    word = {"at": after(days=3), "text": "It happened."}
    assert reading(incident("one", **gone, updates=[word])).known_at == after(days=3)
    assert reading(incident("2026-02-03-late", **gone)).quarter == Quarter(2026, 1)
    assert reading(incident("2026-02-31-no-day", **gone)).quarter is None
    assert reading(incident("nowhere", **gone)).counted is False


def test_staff_who_heard_it_later_than_customers_are_shown() -> None:
    """Before, after, not yet, not stated."""
    times: list[Any] = [after(minutes=5), after(minutes=30), "not-yet", "unknown", None]
    found = [reading(incident("one", staff_told=time)).staff_before_customers for time in times]
    assert found == [True, False, False, None, None]


def test_anticipation_counts_notices_before_the_first_enquiry() -> None:
    """Only incidents whose first enquiry was recorded count."""
    asked = [("a", after(minutes=30)), ("b", after(minutes=10)), ("c", None)]
    found = readings(company([incident(id, first_enquiry=time) for id, time in asked]), AS_OF)
    fact = anticipation(found)
    assert fact is not None
    assert (fact.met, fact.of, fact.words) == (1, 2, "told before the first customer asked")
    assert anticipation(found, [Quarter(2026, 1)]) is None


def test_before_the_first_scored_quarter_nothing_is_scored() -> None:
    """Imported history is counted and shown."""
    found = reading(incident("one"), organisation={"scored_from": "2026-Q3"})
    assert (found.counted, found.scored) == (True, False)
