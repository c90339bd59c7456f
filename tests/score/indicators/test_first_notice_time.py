"""The first notice counts from first known, class by class, own fault double."""

import pytest

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.transparency import Fact
from tests.score.company import after, company, incident, indicator, three, transparency

ID = "first-notice-time"


def test_the_value_is_the_mean_of_the_scores() -> None:
    """At 2 hours a service incident scores 64; 20 minutes are within the target."""
    slow = incident("slow", notified=after(hours=2))
    found = indicator(ID, [*three(), slow])
    assert found.value == pytest.approx((300 + 64.1896) / 4, abs=1e-4)
    assert (found.cases, found.median, found.worst, found.unit) == (4, 20, 120, "minutes")
    assert found.fact == Fact(ID, 3, 4, "told in time")


def test_own_fault_weighs_double() -> None:
    """An own-fault notice at the limit pulls the mean to a third."""
    late = incident("late", notified=after(days=1))
    assert indicator(ID, [late, incident("quick", fault="nature")]).value == pytest.approx(100 / 3)
    assert indicator(ID, [late, incident("quick")]).value == 50


def test_an_unknown_notice_is_a_zero_in_the_fact_too() -> None:
    """Silence does not pay: it counts as not told in time, and has no minutes."""
    found = indicator(ID, [incident("one"), incident("two", notified="unknown")])
    assert (found.value, found.median, found.fact) == (50, 20, Fact(ID, 1, 2, "told in time"))


def test_doubtful_times_leave_both_sums() -> None:
    """A record whose times are doubtful is no case."""
    found = indicator(ID, [incident("one", times_doubtful="Typed in later.")])
    assert (found.value, found.reason) == (None, Reason(ReasonCode.NOT_APPLICABLE, "no_case"))


def test_words_after_the_end_are_counted_apart() -> None:
    """Told only after the end is a fact of its own on the record."""
    record = transparency(company([*three(), incident("after", notified=after(hours=3))])).record
    assert Fact("told-after-end", 1, 4, "told only after the end") in record
