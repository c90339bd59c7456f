"""The risks page: overdue looks first, then what weighs most, and what nobody saw coming."""

from __future__ import annotations

from scorecard.model.records.registers import Risk
from scorecard.present.charts import risk as chart
from scorecard.present.pages import risks
from tests.present import made
from tests.present.pages.drawn import desk, entry, in_order, read


def risk(id: str, weight: tuple[int, int, int, int] | None = (4, 4, 2, 3), **more: object) -> object:
    rating = (
        dict(zip(("likelihood", "impact", "likelihood_after", "impact_after"), map(str, weight), strict=True))
        if weight
        else {}
    )
    given = {
        "title": f"The {id} fails",
        "owner": "Head of Networks",
        "next_review": "2027-01-31",
        "ratings": [{"at": "2026-05-01", **rating}] if weight else [],
        **more,
    }
    return entry(Risk, id, **given)


def test_an_overdue_look_stands_first() -> None:
    """A light risk that nobody looked at stands before a heavy one that was looked at."""
    known = made.records(risks=(risk("dam", (5, 5, 5, 5)), risk("cable", (1, 1, 1, 1), next_review="2026-10-30")))
    told = read(risks, desk(known))
    assert in_order(
        told,
        "1 of 2 risks is overdue for a new look",
        "Overdue for a new look",
        "The cable fails",
        "The new look was due on 30 October 2026.",
        "Other risks",
        "The dam fails",
    )


def test_the_heaviest_after_treatment_comes_first_and_the_unrated_before_it() -> None:
    """By the weight that is left; a risk nobody rated may weigh anything."""
    known = made.records(risks=(risk("a", (5, 5, 1, 1)), risk("b", (3, 3, 3, 3)), risk("c", None)))
    told = read(risks, desk(known))
    assert in_order(told, "The c fails", "The b fails", "The a fails")
    assert "16 of 25" not in told
    assert "9 of 25 (likelihood 3, harm 3)" in told


def test_without_a_list_the_page_says_so() -> None:
    """An absent register is named."""
    told = read(risks, desk(made.records()))
    assert told.startswith("Risks We publish no risk register So nobody can see what we think could go wrong for you.")
    assert "What we did not see coming" not in told


def test_a_measure_past_its_day_says_so() -> None:
    """Overdue in public, before the one that is done."""
    measures = [
        {"what": "Second pump", "due": "2026-03-31", "done": "2026-03-30"},
        {"what": "Third pump", "owner": "water", "due": "2026-09-30"},
    ]
    told = read(risks, desk(made.records(risks=(risk("pump", measures=measures),))))
    assert in_order(told, "Overdue since 30 Sep 2026", "Third pump Owner: water.", "Done 30 Mar 2026", "Second pump")


def test_a_rating_of_tomorrow_is_not_told() -> None:
    """Ratings after the cut-off do not count and are not shown."""
    ratings = [
        {"at": "2026-05-01", "likelihood": "2", "impact": "2"},
        {"at": "2026-12-01", "likelihood": "5", "impact": "5", "note": "Tomorrow’s rating."},
    ]
    told = read(risks, desk(made.records(risks=(risk("x", None, ratings=ratings),))))
    assert "4 of 25 (likelihood 2, harm 2)" in told
    assert "Tomorrow’s rating." not in told


def test_what_was_not_foreseen_is_counted_and_linked() -> None:
    """Incidents from no risk of the list are named; only those that say so are counted."""
    ids = ("2026-08-01-flood", "2026-08-02-fire", "2026-08-03-frost")
    readings = {
        ids[0]: made.reading(ids[0], risk="not-foreseen"),
        ids[1]: made.reading(ids[1], risk="foreseen"),
        ids[2]: made.reading(ids[2], risk="not-stated"),
    }
    known = made.records(risks=(risk("dam"),), incidents=tuple(made.incident(id, title=f"Title {id}") for id in ids))
    told = read(risks, desk(known, incidents=readings))
    assert "1 of 2 incidents came from something that was not on this list." in told
    assert "Title 2026-08-01-flood" in told
    assert "Title 2026-08-03-frost" not in told


def test_the_track_runs_from_1_to_25() -> None:
    """The ends of the picture are the ends of the weight."""
    assert chart.make(25, 1) == chart.RiskTrack("100%", "0%")
    assert chart.make(13, None) == chart.RiskTrack("50%", "")
