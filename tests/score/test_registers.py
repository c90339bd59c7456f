"""Promises, risks, decisions, dialogue and outcomes as they stand."""

from datetime import date, timedelta
from typing import Any

import pytest

from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry
from scorecard.model.scorecards import DialogueFigures, OutcomeReading, RiskReading
from scorecard.score import registers
from scorecard.score.outcomes import outcomes
from scorecard.score.shelf import readings
from tests.score.company import AS_OF, company, entry, incident

TODAY = AS_OF.date()


def ago(days: int) -> date:
    """A day before the cut-off."""
    return TODAY - timedelta(days=days)


def promise(due: int, *states: tuple[int, str], **changes: Any) -> Entry[Any]:
    """A promise due, and rated, so many days ago."""
    history = [{"at": ago(at), "state": state} for at, state in states]
    fields = {"title": "T", "made": ago(400), "due": ago(due), "measure": "M", "history": history, **changes}
    return entry("promises", "p", **{key: value for key, value in fields.items() if value is not None})


@pytest.mark.parametrize(
    ("one", "state", "detail"),
    [
        (promise(-30), "not-yet-rated", ""),
        (promise(-30, (5, "in-the-works")), "in-the-works", ""),
        (promise(0, (5, "in-the-works")), "in-the-works", ""),
        (promise(1, (5, "in-the-works")), "in-the-works", "overdue"),
        (promise(30, (5, "stalled")), "stalled", "overdue"),
        (promise(31, (5, "stalled")), "broken", "overdue"),
        (promise(90, (5, "kept")), "kept", ""),
        (promise(90, (80, "kept"), (5, "compromise")), "compromise", ""),
        (promise(1, (5, "kept"), measure=None), "broken", "not_measured"),
        (promise(-1, (5, "kept"), measure=None), "kept", ""),
        (promise(1, (5, "broken"), measure=None), "broken", ""),
        (promise(90, (-5, "kept")), "broken", "overdue"),
    ],
)
def test_a_promise_is_shown_as_it_stands(one: Entry[Any], state: str, detail: str) -> None:
    """Past its due date: broken without a measure, overdue without a rating, and broken after thirty days of that."""
    found = registers.promises(company(promises=[one]), AS_OF)["p"]
    assert (found.state, found.detail) == (state, detail)


def test_a_new_date_counts_only_where_it_was_agreed_in_time() -> None:
    """Agreed on the due day is in time, a day later is not."""
    later = {"due": ago(-30), "why": "Parts are late."}
    in_time = promise(50, renegotiated=[{"at": ago(50), **later}])
    too_late = promise(50, renegotiated=[{"at": ago(49), **later}])
    found = [registers.promises(company(promises=[one]), AS_OF)["p"] for one in (in_time, too_late)]
    assert [(one.state, one.due, one.renegotiated) for one in found] == [
        ("not-yet-rated", ago(-30), True),
        ("broken", ago(50), False),
    ]
    assert found[0].quarter_due == Quarter(2027, 1)


def test_a_risk_shows_its_latest_rating_and_its_incidents() -> None:
    """Ratings are looks; a rating after the cut-off is not seen; folded incidents do not count twice."""
    ratings = [
        {"at": ago(200), "likelihood": 4, "impact": 5, "likelihood_after": 2, "impact_after": 5},
        {"at": ago(20), "likelihood": 3, "impact": 5},
        {"at": ago(-9), "likelihood": 1, "impact": 1},
    ]
    risk = entry("risks", "r", title="T", owner="O", next_review=ago(-60), ratings=ratings)
    came = incident("came", risks=["r"])
    records = company([came, incident("child", risks=["r"], parent="came"), incident("other")], risks=[risk])
    found = registers.risks(records, AS_OF, readings(records, AS_OF))
    assert found == {"r": RiskReading("r", 15, None, ago(20), ago(-60), False, ("came",))}
    early = registers.risks(records, AS_OF - timedelta(days=100), {})["r"]
    assert (early.before, early.after, early.last_review) == (20, 10, ago(200))


def test_decisions_are_overdue_until_somebody_looked() -> None:
    """The day after check_by; seen late is seen."""

    def overdue(check_by: int, seen: int | None) -> bool:
        effect = {} if seen is None else {"seen_effect": {"at": ago(seen), "text": "Fewer calls."}}
        fields = {"title": "T", "decided": ago(300), "what": "W", "why": "Y", "expected_effect": "E"}
        one = entry("decisions", "d", **fields, check_by=ago(check_by), **effect)
        return registers.decisions(company(decisions=[one]), AS_OF)["d"].overdue

    assert [overdue(0, None), overdue(1, None), overdue(50, 10), overdue(50, -1)] == [False, True, False, True]


def test_dialogue_is_counted_by_party_with_open_items_in_the_median() -> None:
    """Half of the customers' items were answered within 20 days; the council's item is open, so nobody knows yet."""

    def item(id: str, party: str, asked: int, answered: int | None, by: str = "a customer") -> Entry[Any]:
        answer = {} if answered is None else {"answered": ago(answered), "outcome": "answered"}
        return entry("dialogue", id, with_=party, started_by=by, asked=ago(asked), question="Why?", **answer)

    items = [
        item("a", "customers", 60, 55),
        item("b", "customers", 60, 40, by="us"),
        item("c", "customers", 60, None),
        item("d", "agencies", 9, -3, by="The council"),
        item("e", "customers", -5, None),
    ]
    assert registers.dialogue(company(dialogue=items), AS_OF) == (
        DialogueFigures("customers", 3, 1, 20, 2),
        DialogueFigures("agencies", 1, 1, None, 1),
    )


def test_outcomes_carry_their_interval_where_one_is_known() -> None:
    """V09 for the net promoter score (34, between 18.2 and 47.8), V06 for a share, nothing for a plain figure."""
    point = {"quarter": "2026-Q2"}
    series = {
        "outcomes": [
            {"id": "nps", "title": "N", "kind": "net-promoter-score",
             "series": [{**point, "promoters": 52, "passives": 30, "detractors": 18},
                        {"quarter": "2025-Q4", "missing": "not asked"},
                        {"quarter": "2026-Q1", "promoters": 0, "passives": 0, "detractors": 0}]},
            {"id": "back", "title": "B", "kind": "share", "series": [{**point, "value": 0.75, "n": 4}]},
            {"id": "calls", "title": "C", "series": [{**point, "value": 12}, {"quarter": "2030-Q1", "value": 1}]},
            {"id": "none", "title": "X", "series": [{**point, "missing": "not counted"}]},
        ]
    }  # fmt: skip
    found = outcomes(company(outcomes=series), AS_OF)
    assert [(one.id, one.quarter, one.missing) for one in found] == [
        ("nps", Quarter(2025, 4), "not asked"),
        ("nps", Quarter(2026, 1), "no figure"),
        ("nps", Quarter(2026, 2), ""),
        ("back", Quarter(2026, 2), ""),
        ("calls", Quarter(2026, 2), ""),
        ("none", Quarter(2026, 2), "not counted"),
    ]
    assert (found[2].value, found[2].n) == (34, 100)
    assert (found[2].lo, found[2].hi) == pytest.approx((18.2361, 47.7833), abs=5e-5)
    assert (found[3].lo, found[3].hi) == pytest.approx((0.3006, 0.9544), abs=5e-5)
    assert found[4] == OutcomeReading("calls", Quarter(2026, 2), 12)
    assert outcomes(company(), AS_OF) == ()


def test_a_score_at_the_end_of_the_scale_lies_within_its_interval() -> None:
    """One promoter alone: 100, and the adjusted interval is widened to hold it."""
    point = {"quarter": "2026-Q2", "promoters": 1, "passives": 0, "detractors": 0}
    series = {"outcomes": [{"id": "nps", "title": "N", "kind": "net-promoter-score", "series": [point]}]}
    found = outcomes(company(outcomes=series), AS_OF)[0]
    assert (found.value, found.hi) == (100, 100)
