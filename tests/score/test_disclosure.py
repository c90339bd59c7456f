"""What is hidden to protect people, tried by somebody who wants to find out."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.readings import ReasonCode
from scorecard.score import disclosure, questions
from tests.score.waves import frame, mixed, question

sizes = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 60), max_size=7)


@given(sizes)
def test_what_is_hidden_cannot_be_had_by_subtraction(groups: dict[str, int]) -> None:
    """Nothing small is shown; if anything is hidden then two groups and ten answers, or all there are."""
    hidden = disclosure.hidden(groups, 10)
    assert all(id in hidden for id, n in groups.items() if 0 < n < 10)
    if hidden:
        people = [id for id, n in groups.items() if n > 0]
        enough = len(hidden) >= 2 and sum(groups[id] for id in hidden) >= 10
        assert enough or set(hidden) == set(people)


@given(sizes)
def test_no_more_is_hidden_than_needed(groups: dict[str, int]) -> None:
    """Without the largest that was hidden beyond the small ones, the remainder rule would not hold."""
    hidden = disclosure.hidden(groups, 10)
    extra = sorted((id for id in hidden if groups[id] >= 10), key=lambda id: (groups[id], id))
    if extra:
        rest = [id for id in hidden if id != extra[-1]]
        assert len(rest) < 2 or sum(groups[id] for id in rest) < 10


def test_equal_sizes_are_hidden_in_order_of_their_ids() -> None:
    """Ties by group id: the same groups are hidden on every machine."""
    assert disclosure.hidden({"north": 20, "east": 20, "west": 3}, 10) == ("east", "west")


def test_the_answers_of_no_group_count_as_a_group() -> None:
    """Household and the unlisted rest of 5 make the whole: household is hidden too, or the rest could be worked out."""
    rest_is_small = disclosure.hidden_groups(mixed(6, 105), {"household": mixed(6, 100)}, 10)
    assert rest_is_small == {"household"}
    rest_is_large = disclosure.hidden_groups(mixed(6, 200), {"household": mixed(6, 100)}, 10)
    assert rest_is_large == set()


def test_a_group_of_one_mind_is_hidden_like_a_small_one() -> None:
    """All answers equal tells what each person said, so the group is hidden and another with it."""
    same, other, third = [0] * 9 + [40], mixed(6, 60), mixed(6, 80)
    total = [sum(row) for row in zip(same, other, third, strict=True)]
    found = disclosure.hidden_groups(total, {"a": same, "b": other, "c": third}, 10)
    assert found == {"a", "b"}


def test_hidden_groups_of_one_mind_together_are_joined_by_a_third() -> None:
    """Two hidden groups that all gave tens would tell it together; a third one joins them."""
    a, b, c, d = [0] * 9 + [5], [0] * 9 + [20], mixed(6, 60), mixed(6, 80)
    total = [sum(row) for row in zip(a, b, c, d, strict=True)]
    assert disclosure.hidden_groups(total, {"a": a, "b": b, "c": c, "d": d}, 10) == {"a", "b", "c"}


def test_overlapping_groups_are_kept_safe_in_every_way_they_share_out_the_whole() -> None:
    """Regions and sizes: a hidden region takes the other region with it, and no size has to go."""
    small, large = mixed(6, 8), mixed(7, 92)
    total = [a + b for a, b in zip(small, large, strict=True)]
    households = [count // 2 for count in total]
    firms = [whole - part for whole, part in zip(total, households, strict=True)]
    groups = {"north": small, "south": large, "household": households, "firm": firms}
    assert disclosure.hidden_groups(total, groups, 10) == {"north", "south"}


def test_a_group_that_leaves_few_others_is_hidden() -> None:
    """All but 4 of the whole belong to one of two overlapping groups: showing it would show the 4."""
    whole, most, half = mixed(6, 100), mixed(6, 96), mixed(6, 80)
    assert "most" in disclosure.hidden_groups(whole, {"most": most, "half": half}, 10)


def bins(counts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return disclosure.merge(counts, 1, (range(1, 3), range(9, 11)))


def test_answers_of_many_are_shown_one_by_one() -> None:
    """Without a count of 1 to 4 nothing is merged; an answer nobody gave is not small."""
    assert bins([12, 9, 21, 33, 48, 71, 140, 188, 97, 0]) == tuple((a, a) for a in range(1, 11))


def test_small_counts_are_merged_and_stay_merged_against_mean_and_variance() -> None:
    """One small count merged once is undone by n and mean; the merge grows until it is not."""
    counts = [3, 9, 7, 8, 6, 7]
    found = disclosure.merge(counts, 1)
    assert ways(counts, ((1, 2), *((a, a) for a in range(3, 7))), 0) == 1
    assert found[0][1] > 2
    assert ways(counts, found, 0) > 1


def test_where_no_merge_helps_no_distribution_is_shown() -> None:
    """Ten answers, one of them apart: n, mean and variance tell everything, so no shares are printed."""
    assert bins([0, 0, 0, 0, 0, 0, 0, 0, 1, 9]) == ()


def test_long_scales_show_no_distribution() -> None:
    """A scale of 0 to 100 is shown as a mean."""
    assert disclosure.merge([10] * 101, 0) == ()


def ways(counts: Sequence[int], parts: Sequence[tuple[int, int]], cell: int) -> int:
    """How many values of one answer's count agree with the parts' sums, n, mean and variance, by trying all of them."""
    first = sum(a * c for a, c in enumerate(counts, 1))
    second = sum(a * a * c for a, c in enumerate(counts, 1))
    found = {(0, 0, -1)}
    for low, high in parts:
        left = {(sum(counts[low - 1 : high]), *one) for one in found}
        for answer in range(low, high + 1):
            left = {
                (rest - n, s1 + answer * n, s2 + answer * answer * n, n if answer == cell + 1 else seen)
                for rest, s1, s2, seen in left
                for n in ((rest,) if answer == high else range(rest + 1))
                if s1 + answer * n <= first and s2 + answer * answer * n <= second
            }
        found = {one[1:] for one in left}
    return len({seen for s1, s2, seen in found if (s1, s2) == (first, second)})


@given(st.lists(st.integers(0, 9), min_size=4, max_size=6), st.booleans())
def test_no_printed_figure_undoes_a_merge(counts: list[int], guided: bool) -> None:
    """Trying all distributions that give the same printed figures leaves each small count at least two values.

    That holds as well where answers are merged inside classes first.
    """
    parts = disclosure.merge(counts, 1, [range(1, 3), range(3, 5), range(5, 7)] if guided else ())
    for low, high in parts:
        assert not 1 <= sum(counts[low - 1 : high]) <= 4
    if parts:
        for cell, count in enumerate(counts):
            if 1 <= count <= 4:
                assert ways(counts, parts, cell) > 1


def test_a_question_under_ten_tells_nothing() -> None:
    """n < 10: no score, no n, no mean, no shares, no groups."""
    few = questions.read(question(counts={"all": mixed(6, 9), "a": mixed(6, 9)}, dont_know=3), frame())
    assert few.estimate.reason is not None
    assert (few.estimate.reason.code, few.estimate.reason.facts) == (ReasonCode.SUPPRESSED, {"below": 10})
    told = (few.estimate.n, few.mean, few.sd, few.s2, few.lo, few.dont_know_share, few.very_low)
    assert told == (None,) * 7
    assert (few.shares, few.groups) == ((), ())


@pytest.mark.parametrize(("n", "hidden"), [(9, True), (10, False)])
def test_a_group_is_shown_from_ten_answers(n: int, hidden: bool) -> None:
    """Nine answers are hidden with the reason, ten are shown with their n."""
    small, large, more = mixed(6, n), mixed(7, 100), mixed(7, 120)
    total = [sum(row) for row in zip(small, large, more, strict=True)]
    counts = {"all": total, "a": small, "b": large, "c": more}
    found = {one.id: one.estimate for one in questions.read(question(counts=counts), frame()).groups}
    assert (found["a"].n is None) is hidden
    assert (found["b"].n is None) is hidden
    assert found["c"].n == 120


def test_tails_are_printed_only_where_they_undo_no_merge() -> None:
    """3 people answered 1 or 2: their share is not printed; 61 + 97 answered 9 or 10: it is."""
    found = questions.read(question(counts=[1, 2, 21, 33, 48, 71, 140, 188, 97, 61]), frame())
    assert found.very_low is None
    assert found.very_high == pytest.approx((97 + 61) / 662)
    assert found.shares[0].high > 2
    assert sum(one.share for one in found.shares) == pytest.approx(1)
