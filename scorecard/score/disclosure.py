"""What is hidden to protect people: small groups, groups of one mind, and answers that only a few gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import gcd

#: Answer counts from 1 up to this are merged with their neighbours.
FEW = 4
#: Above this many groups only their sum is looked at, not every way in which some of them could share out the whole.
MOST_GROUPS = 12
#: Scales with more answers than this are shown as a mean only.
MOST_ANSWERS = 11

Counts = Sequence[int]


def hidden(sizes: Mapping[str, int], below: int, also: Iterable[str] = ()) -> tuple[str, ...]:
    """Groups to hide: those under `below` and those in `also`, then the remainder rule; sorted by id.

    The remainder rule for a published total: hide the next smallest (ties by id) until at least 2 groups and `below`
    answers are hidden, so that no subtraction leads back. A group without answers has nothing to hide. Vector V24.
    """
    gone = {id for id, n in sizes.items() if 0 < n < below} | set(also)
    if not gone:
        return ()
    for id in sorted(sizes, key=lambda id: (sizes[id], id)):
        if len(gone) >= 2 and sum(sizes[id] for id in gone) >= below:
            break
        if sizes[id] > 0:
            gone.add(id)
    return tuple(sorted(gone))


def hidden_groups(total: Counts, groups: Mapping[str, Counts], below: int) -> frozenset[str]:
    """Groups of one question to hide when its total is published.

    Groups whose answers are all equal are hidden like small ones. Answers in no group count as a group that is not
    printed, so a hidden one cannot be had by subtraction. Where groups overlap (regions and sizes), every set of them
    that shares out the whole is kept safe, and every group against all others.
    """
    gone: frozenset[str] = frozenset()
    families = list(_families(total, groups))
    while True:
        more = gone
        for family in families:
            more |= _hidden_in(family, below, more & family.keys())
        if more == gone:
            return gone & groups.keys()
        gone = more


def _hidden_in(family: Mapping[str, Counts], below: int, already: frozenset[str]) -> frozenset[str]:
    sizes = {id: sum(counts) for id, counts in family.items()}
    gone = set(hidden(sizes, below, already | {id for id, counts in family.items() if of_one_mind(counts)}))
    for id in sorted(sizes, key=lambda id: (sizes[id], id)):
        if not gone or not of_one_mind([sum(answers) for answers in zip(*(family[id] for id in gone), strict=False)]):
            break
        if sizes[id] > 0:
            gone.add(id)
    return frozenset(gone)


def of_one_mind(counts: Counts) -> bool:
    """True when there are answers and all are the same."""
    return sum(count > 0 for count in counts) == 1


def _families(total: Counts, groups: Mapping[str, Counts]) -> Iterator[dict[str, Counts]]:
    def rest(ids: Iterable[str]) -> list[int]:
        return [whole - sum(part) for whole, *part in zip(total, *(groups[id] for id in ids), strict=False)]

    left = rest(groups)
    if min(left, default=0) >= 0:
        yield {**groups, "": left} if any(left) else dict(groups)
        return
    for id in groups:
        yield {id: groups[id], f"-{id}": rest([id])}
    if len(groups) <= MOST_GROUPS:
        for size in range(2, len(groups)):
            for ids in combinations(sorted(groups), size):
                if not any(rest(ids)):
                    yield {id: groups[id] for id in ids}


def merge(counts: Counts, low: int, tails: Sequence[range] = ()) -> tuple[tuple[int, int], ...]:
    """First and last answer of each part of a distribution that may be shown; () when none may.

    An answer given by 1 to 4 people is merged with a neighbour, inside its tail (answers that are told together: 1-2
    or 9-10, whose shares are printed) where that is possible. A merge that n, mean and variance would undo is made
    wider.
    """
    if len(counts) > MOST_ANSWERS:
        return ()
    parts = [(answer, answer) for answer in range(low, low + len(counts))]
    sizes = list(counts)
    few = [1 <= count <= FEW for count in counts]
    while len(parts) > 1:
        small = [i for i, size in enumerate(sizes) if 1 <= size <= FEW]
        if not small and not _undone(counts, [range(a - low, b - low + 1) for a, b in parts]):
            return tuple(parts)
        hot = small or [i for i, (a, b) in enumerate(parts) if any(few[a - low : b - low + 1])]
        reach = [min([min(abs(i - h), abs(i + 1 - h)) for h in hot]) for i in range(len(parts) - 1)]
        first = min(
            (_crosses(parts[i][0], parts[i + 1][1], tails), away, sizes[i] + sizes[i + 1], i)
            for i, away in enumerate(reach)
            if not small or away == 0
        )[-1]
        parts[first : first + 2] = [(parts[first][0], parts[first + 1][1])]
        sizes[first : first + 2] = [sizes[first] + sizes[first + 1]]
    return ()


def _crosses(low: int, high: int, tails: Sequence[range]) -> bool:
    """True where the answers from low to high lie partly inside a tail and partly outside."""
    for tail in tails:
        inside = min(high, tail.stop - 1) - max(low, tail.start) + 1
        if 0 < inside <= high - low:
            return True
    return False


def _undone(counts: Counts, parts: Sequence[range]) -> bool:
    """True when the parts' sums, n, mean and variance leave one small count without another possible value."""
    small = {i for i, count in enumerate(counts) if 1 <= count <= FEW}
    steps = [i for part in parts for i in part[:-1]]
    for move in _moves(steps):
        for sign in (1, -1):
            if small and all(counts[i] + sign * by >= 0 for i, by in move.items()):
                small -= {i for i, by in move.items() if by}
    return bool(small)


def _moves(steps: Sequence[int]) -> Iterator[dict[int, int]]:
    """Changes of counts that keep every part's sum, the mean and the variance: combinations of steps i to i + 1."""
    for i, j, k in combinations(steps, 3):
        by = gcd(k - j, j - i)
        yield _move({i: (k - j) // by, j: -(k - i) // by, k: (j - i) // by})
    for i, j, k, m in combinations(steps, 4):
        if i + m == j + k:
            yield _move({i: 1, j: -1, k: -1, m: 1})


def _move(steps: Mapping[int, int]) -> dict[int, int]:
    move: dict[int, int] = {}
    for i, by in steps.items():
        move[i] = move.get(i, 0) - by
        move[i + 1] = move.get(i + 1, 0) + by
    return move
