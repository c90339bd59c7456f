"""The invented company of data/ shows every honest feature, and has no problem but the one it is there to show."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from scorecard import pipeline
from scorecard.model.lexical import Gap
from scorecard.model.readings import Flag, ReasonCode
from scorecard.model.records.base import NotApplicable
from scorecard.model.trust import TrustQuarter

REPOSITORY = Path(__file__).resolve().parent.parent
#: The day on which the story stands: two incidents are open, and one wave is held back.
TODAY = datetime(2026, 11, 23, 23, tzinfo=UTC)


@cache
def _scored() -> pipeline.Scored:
    return pipeline.score(REPOSITORY, TODAY)


def _customers() -> dict[str, TrustQuarter]:
    series = _scored().scorecard.of("customers")
    assert series is not None
    return {str(one.quarter): one for one in series.quarters}


def test_the_only_problem_is_the_one_that_is_shown_on_purpose() -> None:
    """A promise without a measure, which counts as broken at its due date."""
    found = [(problem.rule, problem.place.file) for problem in _scored().problems]
    assert found == [("promise-without-measure", "data/promises/2025-05-be-friendlier.yml")]


def test_it_is_marked_as_invented_and_large_enough() -> None:
    """Twelve quarters with answers of customers, forty incidents and three maintenances at least."""
    records = _scored().records
    assert records.organisation.record.data_source == "invented"
    assert sum(one.direct.score is not None for one in _customers().values()) >= 12
    planned = [entry for entry in records.incidents if entry.record.is_maintenance]
    assert len(records.incidents) - len(planned) >= 40
    assert len(planned) >= 3


def test_the_story_goes_from_partner_through_broken_to_recovering() -> None:
    """Silence and a first rise do not heal; the state of every quarter is that of the story."""
    assert [(quarter, one.state.name.value) for quarter, one in _customers().items()] == [
        ("2023-Q3", "guarded"),
        ("2023-Q4", "guarded"),
        ("2024-Q1", "guarded"),
        ("2024-Q2", "guarded"),
        ("2024-Q3", "partner"),
        ("2024-Q4", "partner"),
        ("2025-Q1", "broken"),
        ("2025-Q2", "broken"),
        ("2025-Q3", "broken"),
        ("2025-Q4", "recovering"),
        ("2026-Q1", "recovering"),
        ("2026-Q2", "recovering"),
        ("2026-Q3", "recovering"),
    ]


def test_waves_that_cannot_be_used_are_shown_and_not_used() -> None:
    """A change of method, an opt-in wave and a quarter that nobody was asked."""
    customers = _customers()
    assert customers["2024-Q1"].mark and not customers["2024-Q1"].usable
    assert customers["2024-Q2"].fielding is not None and customers["2024-Q2"].fielding.sample == "opt-in"
    assert not customers["2024-Q2"].usable
    missing = customers["2025-Q2"].direct.reason
    assert missing is not None and missing.code is ReasonCode.NOT_ASKED


def test_verdicts_of_every_kind_occur() -> None:
    """Better, worse, about the same, no clear change and not comparable, over quarters and parts."""
    words = set()
    for one in _customers().values():
        verdicts = [one.verdict, one.verdict_year, *(part.verdict for part in one.dimensions)]
        words |= {verdict.word.value for verdict in verdicts if verdict is not None}
    assert words == {"better", "worse", "about the same", "no clear change", "not comparable"}


def test_a_small_group_is_hidden_and_a_second_one_with_it() -> None:
    """Hiding one alone would let a reader subtract it from the total."""
    trust = next(item for item in _customers()["2026-Q1"].questions if item.id == "trust")
    hidden = [group.id for group in trust.groups if group.estimate.reason is not None]
    assert hidden == ["island", "farm"]


def test_questions_break_fail_and_go_unanswered() -> None:
    """Another scale, other words, a question left out, and don't-knows over 30 per cent."""
    customers = _customers()

    def flags(quarter: str, id: str) -> frozenset[Flag]:
        return next(item.estimate.flags for item in customers[quarter].questions if item.id == id)

    assert Flag.BREAK in flags("2024-Q3", "told-quickly")
    assert Flag.BREAK in flags("2025-Q3", "cost-service")
    assert Flag.LOW_RELIABILITY in flags("2026-Q2", "people-unwatched")
    left_out = next(item for item in customers["2026-Q1"].questions if item.id == "friendly")
    assert left_out.missing.startswith("Our web form left this question out")


def test_incidents_of_every_kind_occur() -> None:
    """Open, unknown, retroactive, told by the press first, never told, owned and not, with a parent, of each fault."""
    incidents = [entry.record for entry in _scored().records.incidents]
    assert sum(one.resolved is Gap.NOT_YET for one in incidents) >= 2
    assert any(one.started is Gap.UNKNOWN for one in incidents)
    assert any(one.notified is Gap.NOT_YET for one in incidents)
    assert any(one.retroactive for one in incidents)
    assert any(one.made_public is not None and one.made_public.by == "press" for one in incidents)
    assert any(one.parent is not None for one in incidents)
    assert {one.fault for one in incidents} == {"ours", "supplier", "nature", "unknown"}
    assert {one.kind for one in incidents} == {"service", "personal-data", "billing", "safety", "other", "maintenance"}
    owned = {
        isinstance(one.acknowledged, NotApplicable) for one in incidents if one.fault == "ours" and one.acknowledged
    }
    assert owned == {True, False}


def test_registers_hold_good_and_bad_news() -> None:
    """Promises in every state, dialogue with every outcome, decisions that hurt, corrections of every common label."""
    records = _scored().records
    states = {entry.record.history[-1].state for entry in records.promises}
    assert states == {"kept", "compromise", "broken", "in-the-works", "stalled", "not-yet-rated"}
    assert {entry.record.outcome for entry in records.dialogue} == {"changed", "answered", "declined-because", "open"}
    seen = [entry.record.seen_effect for entry in records.decisions]
    assert {one.better for one in seen if one is not None} >= {"better", "worse", "mixed"}
    assert any(entry.record.seen_effect is None and entry.record.check_by < TODAY.date() for entry in records.decisions)
    assert any(entry.record.next_review < TODAY.date() for entry in records.risks)
    assert {entry.record.label for entry in records.corrections} == {"R1", "R2", "C"}
    assert any("researcher" in (entry.record.found_by or "") for entry in records.corrections)


def test_the_wave_of_this_quarter_is_held_back() -> None:
    """It is read and checked, and in no record that leaves."""
    read = pipeline.check(REPOSITORY, TODAY).records
    assert read is not None
    assert "2026-q4" in [entry.id for entry in read.waves]
    assert "2026-q4" not in [entry.id for entry in _scored().records.waves]


def test_transparency_gets_better_after_the_break_with_misses_of_its_own() -> None:
    """Capped at 40 while the press had told first, over 80 later; a late notice is still named in 2026-Q3."""
    quarters = {str(one.quarter): one for one in _scored().scorecard.transparency}
    assert quarters["2025-Q1"].score == 40
    assert [cap.id for cap in quarters["2025-Q1"].caps] == ["made_public"]
    assert (quarters["2026-Q3"].score or 0) > 75
    assert quarters["2026-Q3"].late == ("2026-08-14-wrong-bills",)
