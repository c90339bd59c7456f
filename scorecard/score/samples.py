"""A set of answers, and what it says about the mean behind it, on the scale as asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """Mean and spread of n answers on a scale low..high.

    `star_mean` and `variance` (that of the mean) count one imaginary answer at the far end of the scale; `s2` is the
    plain variance of the answers (divisor n-1, 0 at n = 1). `df`: degrees of freedom, 0 where there is no interval.
    `kish`: effective n of a weighted mean. `at_most`: the spread is the largest that the mean allows.
    """

    low: int
    high: int
    n: int
    mean: float
    s2: float
    star_mean: float
    variance: float
    df: int
    kish: float
    at_most: bool = False


def of_moments(n: int, mean: float, s2: float | None, low: int, high: int) -> Sample:
    """A sample of n >= 1 answers from its mean and variance; without the variance, the largest that the mean allows.

    The imaginary answer stands at the low end when the mean is at the middle or above, else at the high end.
    Source: METHOD.md section 1, vectors V03 to V05.
    """
    at_most = s2 is None
    if s2 is None:
        s2 = max(0.0, (high - mean) * (mean - low) * n / (n - 1)) if n > 1 else 0.0
    far = low if mean >= (low + high) / 2 else high
    star_s2 = ((n - 1) * s2 + n / (n + 1) * (mean - far) ** 2) / n
    return Sample(low, high, n, mean, s2, (n * mean + far) / (n + 1), star_s2 / n, n - 1, float(n), at_most)


def of_counts(counts: Sequence[float], low: int, high: int, n: int | None = None) -> Sample:
    """A sample from the number (or percentage) of each answer, low end first; `n` where `counts` are shares of it."""
    total = sum(counts)
    mean = sum([count * answer for answer, count in enumerate(counts, low)]) / total
    squares = sum([count * (answer - mean) ** 2 for answer, count in enumerate(counts, low) if count]) / total
    answers = n if n is not None else round(total)
    return of_moments(answers, mean, squares * answers / (answers - 1) if answers > 1 else 0.0, low, high)
