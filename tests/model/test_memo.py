"""The memo: what did not change is not made again; what did is."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from scorecard.model.memo import Keeping, Memo
from scorecard.model.quarters import Quarter


def made(memo: Memo, *inputs: object) -> object:
    """The value under one key: a new object whenever it is made."""
    return memo.of("key", inputs, object)


ROME = timezone(timedelta(hours=1))
RECORD = {"a": 1}

SAME = [
    ((RECORD,), (RECORD,)),
    (("a", 1, 1.5, None), ("a", 1, 1.5, None)),
    ((("a", (RECORD,)),), (("a", (RECORD,)),)),
    ((Quarter(2026, 1), date(2026, 1, 2)), (Quarter(2026, 1), date(2026, 1, 2))),
    ((datetime(2026, 1, 2, tzinfo=UTC),), (datetime(2026, 1, 2, tzinfo=UTC),)),
]
OTHER = [
    ((RECORD,), ({"a": 1},)),
    ((1,), (True,)),
    ((1,), (1.0,)),
    (("a",), ("b",)),
    (("a",), ("a", "a")),
    (((RECORD,),), (({"a": 1},),)),
    ((datetime(2026, 1, 2, 1, tzinfo=ROME),), (datetime(2026, 1, 2, tzinfo=UTC),)),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_the_same_inputs_give_the_very_same_value(before: tuple[object, ...], after: tuple[object, ...]) -> None:
    """Same objects, equal plain values, tuples of such."""
    memo = Keeping()
    first = made(memo, *before)
    assert memo.holds("key", after)
    assert made(memo, *after) is first


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_other_inputs_give_a_new_value(before: tuple[object, ...], after: tuple[object, ...]) -> None:
    """An equal record of another reading is another input; so is an equal number of another kind."""
    memo = Keeping()
    first = made(memo, *before)
    assert not memo.holds("key", after)
    second = made(memo, *after)
    assert first is not second
    assert made(memo, *after) is second


def test_without_keeping_everything_is_made_anew() -> None:
    """The memo of a single run keeps nothing."""
    memo = Memo()
    assert made(memo, "a") is not made(memo, "a")
    assert not memo.holds("key", ("a",))


def test_what_fails_is_not_kept() -> None:
    """A value that could not be made is asked for again."""
    memo = Keeping()
    with pytest.raises(ZeroDivisionError):
        memo.of("key", (), lambda: 1 // 0)
    assert memo.of("key", (), lambda: 2) == 2


def test_what_nobody_asks_for_is_forgotten() -> None:
    """Not after one run that stops early, but after many."""
    memo = Keeping()
    first = made(memo)
    for _ in range(50):
        memo.sweep()
    assert made(memo) is first
    for _ in range(51):
        memo.sweep()
    assert made(memo) is not first
