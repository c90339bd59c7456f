"""Answers weighted by the size of the groups they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.score.samples import Sample, of_counts


def weighable(total: Sequence[int], groups: Mapping[str, Sequence[int]], customers: Mapping[str, int]) -> bool:
    """True when the groups share out all answers, each has at least 2, and how many people stand behind it is known."""
    return (
        len(groups) > 1
        and all(customers.get(id, 0) > 0 and sum(counts) >= 2 for id, counts in groups.items())
        and all(len(counts) == len(total) for counts in groups.values())
        and [sum(answers) for answers in zip(*groups.values(), strict=True)] == list(total)
    )


def weights(groups: Mapping[str, Sequence[int]], customers: Mapping[str, int]) -> dict[str, float]:
    """Share of each group among the people behind all groups."""
    people = sum(customers[id] for id in groups)
    return {id: customers[id] / people for id in groups}


def combine(groups: Mapping[str, Sequence[int]], customers: Mapping[str, int], low: int, high: int) -> Sample:
    """The stratified mean of `weighable` groups, its variance, Kish n, and n minus groups as degrees of freedom.

    No finite-population correction: moods vary by next quarter even when everybody answered. Vector V07.
    """
    share = weights(groups, customers)
    strata = {id: of_counts(counts, low, high) for id, counts in groups.items()}
    n = sum(stratum.n for stratum in strata.values())
    return Sample(
        low=low,
        high=high,
        n=n,
        mean=sum(share[id] * stratum.mean for id, stratum in strata.items()),
        s2=_spread([sum(answers) for answers in zip(*groups.values(), strict=True)], low),
        star_mean=sum(share[id] * stratum.star_mean for id, stratum in strata.items()),
        variance=sum(share[id] ** 2 * stratum.variance for id, stratum in strata.items()),
        df=n - len(strata),
        kish=1 / sum(share[id] ** 2 / stratum.n for id, stratum in strata.items()),
    )


def _spread(counts: Sequence[int], low: int) -> float:
    return of_counts(counts, low, low + len(counts) - 1).s2
