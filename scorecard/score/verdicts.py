"""What a change is called: MOVER limits, the words, and Holm's correction for many words at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorecard.model.figures import settle
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, Verdict, VerdictWord
from scorecard.model.records.method import Verdicts
from scorecard.score.quantiles import Z975, two_sided_p

#: A better or worse among many needs an adjusted p below this.
ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Range:
    """A score with both ends of its interval."""

    score: float
    lo: float
    hi: float

    @classmethod
    def of(cls, estimate: Estimate) -> Range | None:
        """The range of an estimate, None where it has no interval."""
        if estimate.score is None or estimate.lo is None or estimate.hi is None:
            return None
        return cls(estimate.score, estimate.lo, estimate.hi)


def change(before: Range, now: Range) -> Range:
    """The difference now - before with its MOVER limits, settled.

    Source: Newcombe 1998 (method 10 for two shares), Zou and Donner 2008; vector V13.
    """
    d = now.score - before.score
    down = math.hypot(now.score - now.lo, before.hi - before.score)
    up = math.hypot(now.hi - now.score, before.score - before.lo)
    return Range(settle(d), settle(d - down), settle(d + up))


def word(moved: Range, rules: Verdicts) -> VerdictWord:
    """Better or worse: clear and at least `least`; about the same: wholly within `same`; else no clear change. V14."""
    if moved.lo > 0 and moved.score >= rules.least:
        return VerdictWord.BETTER
    if moved.hi < 0 and moved.score <= -rules.least:
        return VerdictWord.WORSE
    return unmoved(moved, rules)


def unmoved(moved: Range, rules: Verdicts) -> VerdictWord:
    """About the same where the limits lie within `same`, both included; else no clear change."""
    same = moved.lo >= -rules.same and moved.hi <= rules.same
    return VerdictWord.SAME if same else VerdictWord.UNCLEAR


def p_of(moved: Range) -> float:
    """Two-sided p of a change: 2(1 - Phi(1.959964 |d| / h)), h the half-width towards zero."""
    half = moved.score - moved.lo if moved.score > 0 else moved.hi - moved.score
    if half <= 0:
        return 1.0 if moved.score == 0 else 0.0
    return two_sided_p(Z975 * moved.score / half)


def judge(before: Range, now: Range, against: Quarter, rules: Verdicts) -> Verdict:
    """The verdict on a change taken by itself."""
    moved = change(before, now)
    return Verdict(
        word=word(moved, rules),
        against=against,
        d=moved.score,
        lo=moved.lo,
        hi=moved.hi,
        before=before.score,
        now=now.score,
        p=p_of(moved),
    )


def not_comparable(against: Quarter, reason: Reason) -> Verdict:
    """No change is computed, and why."""
    return Verdict(VerdictWord.NOT_COMPARABLE, against, reason=reason)


def holm(ps: Sequence[float]) -> list[float]:
    """Holm's step-down adjusted p values, in the order given. Source: Holm 1979, vector V15."""
    adjusted = [0.0] * len(ps)
    highest = 0.0
    for rank, i in enumerate(sorted(range(len(ps)), key=lambda i: ps[i])):
        highest = max(highest, min(1.0, (len(ps) - rank) * ps[i]))
        adjusted[i] = highest
    return adjusted


def together(verdicts: Sequence[Verdict], rules: Verdicts) -> list[Verdict]:
    """The same verdicts after Holm: a better or worse whose adjusted p is not below 0.05 loses its word.

    Verdicts without a p (not comparable) stay as they are and do not count.
    """
    judged = [i for i, one in enumerate(verdicts) if one.p is not None]
    found = list(verdicts)
    for i, p in zip(judged, holm([verdicts[i].p or 0.0 for i in judged]), strict=True):
        one = replace(found[i], adjusted_p=p)
        if one.word in (VerdictWord.BETTER, VerdictWord.WORSE) and settle(p) >= ALPHA:
            one = replace(one, word=unmoved(Range(one.d or 0.0, one.lo or 0.0, one.hi or 0.0), rules))
        found[i] = one
    return found


def gap(trust: Estimate, direct: Estimate, least: float) -> tuple[float | None, bool]:
    """S minus T, and whether it is clear: more than `least`, and the intervals do not meet."""
    if trust.score is None or direct.score is None:
        return None, False
    apart = settle(direct.score - trust.score)
    t, s = Range.of(trust), Range.of(direct)
    return apart, abs(apart) > least and t is not None and s is not None and (t.hi < s.lo or s.hi < t.lo)
