"""What happened, in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from scorecard.model.scorecards import PromiseReading
from scorecard.present.words import Words, events, openness, terms
from scorecard.present.words.events import BrokenPromise, Happened
from tests.present import made

W = Words()


@pytest.mark.parametrize(
    ("affected", "text"),
    [
        ({"customers": "1"}, "It affected 1 customer."),
        ({"customers": "9400"}, "It affected 9,400 customers."),
        ({"customers": "1200", "estimate": "true"}, "It affected 1,200 customers, by our estimate."),
        ({"customers": "0"}, "It affected no customer."),
        ("unknown", "We do not know how many customers it affected."),
        ({"not-applicable": "Nobody was there."}, "It affected no customer."),
        ({}, "How many customers it affected is not stated."),
    ],
)
def test_people_are_counted_or_said_to_be_unknown(affected: Any, text: str) -> None:
    """A number, an estimate, or what we do not know."""
    assert events.people(W, made.incident(affected=affected).record) == text


def test_folded_incidents_count_their_people() -> None:
    """One storm in many areas is one incident with all its people."""
    one = made.incident().record
    assert events.people(W, one, made.reading("x", people=14_665, children=("a",))) == "It affected 14,665 customers."


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({}, "We told people after 2 h, not within 30 min as promised."),
        ({"kept": True, "notice_minutes": 21.0}, "We told people after 21 min, as promised."),
        ({"notice_open": True, "notice_minutes": 300.0}, "We have told nobody yet, 5 h on."),
        ({"notice_minutes": None, "kept": None}, "We do not know how fast we told people."),
        ({"told_after_end": True}, "We told people after 2 h, when it was over."),
        ({"kept": None}, "We told people after 2 h."),
    ],
)
def test_the_first_word_stands_against_the_promise(more: dict[str, Any], text: str) -> None:
    """Kept or broken, late or never."""
    assert events.told(W, made.incident().record, made.reading("x", **more)) == text


def test_doubtful_times_are_not_counted() -> None:
    """A record that doubts its own clocks gives no minutes."""
    doubtful = made.incident(times_doubtful="Written down from memory.").record
    assert events.told(W, doubtful, made.reading("x")) == "Its times are in doubt, so we count no minutes."


def test_the_first_line_names_what_how_many_and_whose_fault() -> None:
    """Our own fault in the active voice."""
    assert events.first_line(W, made.incident().record, made.reading("x")) == (
        "We sent 9,400 wrong bills.",
        "It affected 9,400 customers.",
        "The fault was ours.",
    )


def happened(**more: Any) -> Happened:
    return Happened(made.incident(**more).record, made.reading("x"))


def broken(title: str = "A person answers the phone", detail: str = "") -> BrokenPromise:
    return BrokenPromise(title, PromiseReading("p", "broken", made.AS_OF.date(), detail=detail))


def test_the_worst_stands_first_and_an_own_fault_is_never_left_out() -> None:
    """A supplier's critical failure does not hide our own major one."""
    critical = happened(title="The provider failed", severity="critical", fault="supplier")
    found = events.worst(W, [happened(severity="minor", title="Small"), happened(), critical], [], listed=True)
    assert found == [
        "In the same quarter: The provider failed. It affected 9,400 customers. The fault lay with a supplier.",
        "Also our fault: We sent 9,400 wrong bills. It affected 9,400 customers.",
    ]


def test_a_broken_promise_stands_before_a_minor_incident() -> None:
    """And after a major one."""
    minor = events.worst(W, [happened(severity="minor")], [broken(detail="not_measured")], listed=True)
    assert minor[0] == "In the same quarter we broke a promise: A person answers the phone. We did not measure it."
    major = events.worst(W, [happened()], [broken(), broken()], listed=True)
    assert major[1] == "We also broke a promise: A person answers the phone. We broke 1 more."


def test_an_open_incident_says_so() -> None:
    """It is not put right because the quarter ended."""
    found = events.worst(W, [happened(resolved="not-yet")], [], listed=True)
    assert found[0].endswith("The fault was ours. It is not put right yet.")


@pytest.mark.parametrize(
    ("listed", "found"), [(True, ["In the same quarter: no incident is on our list."]), (False, [])]
)
def test_a_quiet_quarter_claims_no_more_than_its_list(listed: bool, found: list[str]) -> None:
    """Without a list nothing is claimed."""
    assert events.worst(W, [], [], listed=listed) == found


def test_every_word_of_the_data_has_a_public_word() -> None:
    """No key of the data reaches a page as it is."""
    assert terms.fault(W, "ours") == "ours"
    assert terms.promise_state(W, "compromise") == "Partly kept"
    assert terms.audience(W, "community") == "Acceptance by neighbours"
    assert openness.absent(W, ("risks", "promises")) == "We publish no list of risks and no list of promises."
    assert openness.absent(W, ()) == ""
