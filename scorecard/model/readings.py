"""The pieces every score is made of: a score with its interval, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from scorecard.model.quarters import Quarter


class ReasonCode(StrEnum):
    """Why there is no score; each is a different thing."""

    NOT_ASKED = "not_asked"
    NOT_PUBLISHED = "not_published"
    TOO_FEW = "too_few"
    NOT_APPLICABLE = "not_applicable"
    NOT_TESTED = "not_tested"
    SUPPRESSED = "suppressed"
    BREAK = "break"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code, a finer detail that chooses the sentence, and the counts the sentence names. Words: present/words."""

    code: ReasonCode
    detail: str = ""
    facts: Mapping[str, str | int | float] = field(default_factory=dict)


class Flag(StrEnum):
    """Marks a figure carries. b outranks suppression."""

    BREAK = "b"
    PROVISIONAL = "p"
    LOW_RELIABILITY = "u"
    MISSING = "m"
    RESTATED = "r"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with its 95 % interval, or a reason; never both, never neither.

    `lo`/`hi` are None together: a single answer, or no n. `at_most`: the interval is the widest the data allow
    (mean without standard deviation). `n` is the number of answers behind it, None where it is not known or hidden.
    """

    score: float | None = None
    lo: float | None = None
    hi: float | None = None
    n: int | None = None
    reason: Reason | None = None
    flags: frozenset[Flag] = frozenset()
    at_most: bool = False

    def __post_init__(self) -> None:
        if (self.score is None) == (self.reason is None):
            raise ValueError("an estimate has a score or a reason, never both and never neither")
        if (self.lo is None) != (self.hi is None):
            raise ValueError("an interval has two ends or none")
        if self.lo is None or self.hi is None:
            return
        if self.score is None:
            raise ValueError("an interval needs a score")
        if not self.lo - 1e-9 <= self.score <= self.hi + 1e-9:
            raise ValueError(f"score {self.score} outside its interval {self.lo} to {self.hi}")


class VerdictWord(StrEnum):
    """How a change is called."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "about the same"
    UNCLEAR = "no clear change"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A change against another quarter: d = this minus that with its MOVER limits, None where not comparable.

    `before` is the other quarter's score on the dimensions both have; `adjusted_p` is Holm's where it was applied.
    """

    word: VerdictWord
    against: Quarter | None = None
    d: float | None = None
    lo: float | None = None
    hi: float | None = None
    before: float | None = None
    now: float | None = None
    p: float | None = None
    adjusted_p: float | None = None
    reason: Reason | None = None  # why not comparable
