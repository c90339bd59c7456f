"""The relationship state: partner, guarded, broken, recovering, unknown, over the whole history (rules R0 to R9).

A pure function of a sequence of points, one per calendar quarter. Every state tells the rule that gave it and the
numbers that rule looked at:

`rule` is that of the transition, or of staying the rule that was tried and not met (broken R2, recovering R3 to R5,
partner R8, guarded R6). `detail` says which part of it decided:

- R0 `unusable`, `lapsed` (changed: too long without a measurement), `marked` (changed in spite of a mark),
  `never` (nothing measured yet)
- R1 `drop`, `slide`, `deep_distrust` · R2 `rise`; staying: `no_rise`, `no_action`, `overdue`
- R3 `repeat`, `fall` · R4 `healed` · R5 `time` · staying in recovering: `waiting`
- R6 `partner` · R7 `first` · staying guarded R6: `no_trust`, `lower_end`, `margin`, `weakest`
- R8 `upper_end`, `twice`, `pooled` · R9 `weakest` · staying partner R8: `holds`

The fact `lacking` of `waiting` says what partner still needs: time, lower_end, once (7 or more only once), weakest or
no_trust. Facts always hold x, lo, hi and measure (T or S) where there is a usable score; those of R0 also silent, why
and measured.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from scorecard.model.figures import settle
from scorecard.model.quarters import Quarter
from scorecard.model.records.method import StateRules
from scorecard.model.states import StateName
from scorecard.model.trust import State
from scorecard.score.verdicts import Range, change

#: Usable quarters that the two look-backs of R1 see.
LOOK_BACK, SLOW_LOOK_BACK = 4, 12
#: Unusable quarters in a row after which a state is no longer known. Broken and recovering never lapse.
LAPSE_AFTER = {StateName.PARTNER: 2, StateName.GUARDED: 4}

Facts = dict[str, float | int | str]


@dataclass(frozen=True, slots=True)
class Point:
    """What one calendar quarter brings. `trust` and `direct` are T and S where published on at least 30 answers.

    `usable`: R0 does not hold. `marked`: unusable only by a mark set by hand on the same scale. `breaks`: the series
    breaks before this quarter, so that nothing earlier is compared with it or with what follows. `weakest`: score of
    the weakest dimension, None where it is missing. `why` a quarter is unusable: no_wave, no_score (too few or none),
    opt_in or break.
    """

    quarter: Quarter
    trust: Range | None = None
    direct: Range | None = None
    weakest: float | None = None
    weakest_id: str = ""
    usable: bool = False
    marked: bool = False
    breaks: bool = False
    why: str = "no_wave"

    @property
    def measure(self) -> str:
        """Which of the two is the lower: T or S."""
        if self.trust is None or self.direct is None:
            return "S" if self.trust is None else "T"
        return "T" if (self.trust.score, self.trust.lo) <= (self.direct.score, self.direct.lo) else "S"

    @property
    def x(self) -> Range | None:
        """The lower of T and S with its own interval."""
        return self.trust if self.measure == "T" else self.direct


class Repairs(Protocol):
    """What the incidents tell about putting right, as seen at the cut-off of a quarter."""

    def published(self, broke: Quarter, at: Quarter) -> int:
        """Repair actions of the incidents behind the break."""

    def overdue(self, broke: Quarter, at: Quarter) -> int:
        """Those of them past their due date and not done."""

    def repeat(self, broke: Quarter, at: Quarter) -> tuple[str, str] | None:
        """Incident of this quarter and the cause it repeats, None where none does."""


@dataclass(frozen=True, slots=True)
class _Past:
    """The history up to a quarter, and where it stands."""

    state: StateName = StateName.UNKNOWN
    usable: tuple[Point, ...] = ()
    comparable_from: int = 0  # index into usable: earlier ones lie across a break
    broke: Quarter | None = None
    silent: int = 0
    measured: Quarter | None = None

    def since_break(self, at: Quarter) -> int:
        return at.index - self.broke.index if self.broke is not None else 0

    def looked_back(self) -> tuple[Point, ...]:
        """Quarters that may be compared with; in recovering only those from the break quarter on."""
        seen = self.usable[self.comparable_from :]
        return self.from_break(seen) if self.state is StateName.RECOVERING else seen

    def from_break(self, points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple(p for p in points if self.broke is None or p.quarter >= self.broke)


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule that decided."""

    state: StateName
    rule: str
    detail: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Look:
    """One quarter as the rules see it."""

    point: Point
    x: Range
    past: _Past
    rules: StateRules
    repairs: Repairs


def run(points: Sequence[Point], rules: StateRules, repairs: Repairs) -> tuple[State, ...]:
    """The state after each quarter; points follow one another without gaps. Vector V25."""
    past = _Past()
    states = []
    for point in points:
        if point.breaks:
            past = replace(past, comparable_from=len(past.usable))
        found = (
            _usable(_Look(point, point.x, past, rules, repairs))
            if point.usable and point.x
            else _silent(point, past, rules)
        )
        changed = found.state is not past.state or (found.state is StateName.BROKEN and found.rule in ("R1", "R3"))
        past = _after(past, point, found, changed)
        states.append(
            State(
                name=found.state,
                rule=found.rule,
                changed=changed,
                detail=found.detail,
                facts=_base(point) | found.facts,
                measured=past.measured,
                broke=past.broke,
                since_break=past.since_break(point.quarter) if past.broke is not None else None,
            )
        )
    return tuple(states)


def _after(past: _Past, point: Point, found: _Found, changed: bool) -> _Past:
    usable = point.usable and point.x is not None
    broke = point.quarter if changed and found.state is StateName.BROKEN else past.broke
    if found.state not in (StateName.BROKEN, StateName.RECOVERING) and not changed:
        broke = None
    return replace(
        past,
        state=found.state,
        usable=(*past.usable, point) if usable else past.usable,
        broke=broke,
        silent=0 if usable else past.silent + 1,
        measured=point.quarter if usable else past.measured,
    )


def _base(point: Point) -> Facts:
    if point.x is None or not (point.usable or point.marked):
        return {}
    return {"x": point.x.score, "lo": point.x.lo, "hi": point.x.hi, "measure": point.measure}


def _silent(point: Point, past: _Past, rules: StateRules) -> _Found:
    """R0: keep the state; a mark hides no bad wave; partner lapses at the second, guarded at the fourth in a row."""
    silent = past.silent + 1
    facts: Facts = {"silent": silent, "why": point.why}
    if past.measured is not None:
        facts["measured"] = str(past.measured)
    x = point.x
    if point.marked and x is not None:
        if past.state is not StateName.BROKEN and x.hi < rules.floor:
            return _Found(StateName.BROKEN, "R0", "marked", facts | {"floor": rules.floor})
        if past.state is StateName.PARTNER and x.hi < rules.partner_at:
            return _Found(StateName.GUARDED, "R0", "marked", facts | {"line": rules.partner_at})
    if silent >= LAPSE_AFTER.get(past.state, math.inf):
        return _Found(StateName.UNKNOWN, "R0", "lapsed", facts)
    return _Found(past.state, "R0", "never" if past.measured is None else "unusable", facts)


def _usable(look: _Look) -> _Found:
    state = look.past.state
    if state is not StateName.BROKEN and (broken := _breaks(look)) is not None:
        return broken
    step: Callable[[_Look], _Found] = {
        StateName.BROKEN: _from_broken,
        StateName.RECOVERING: _from_recovering,
        StateName.PARTNER: _from_partner,
    }.get(state, _from_guarded)
    return step(look)


def _breaks(look: _Look) -> _Found | None:
    """R1: wholly below 5.5 and clearly fallen, or wholly below 4."""
    x, rules = look.x, look.rules
    if x.hi < rules.broken_below:
        seen = look.past.looked_back()
        for detail, quarters, limit in (
            ("drop", LOOK_BACK, rules.drop),
            ("slide", SLOW_LOOK_BACK, rules.slow_drop),
        ):
            fall = _fall(look.point, seen[-quarters:])
            if fall is not None and fall["least_drop"] >= limit:
                return _Found(StateName.BROKEN, "R1", detail, {**fall, "limit": limit, "below": rules.broken_below})
    if x.hi < rules.floor:
        return _Found(StateName.BROKEN, "R1", "deep_distrust", {"floor": rules.floor})
    return None


def _fall(now: Point, seen: Sequence[Point]) -> dict[str, float] | None:
    """From the highest T to T and from the highest S to S; the fall that is surer counts."""
    falls: list[dict[str, float]] = []
    for today, before in (
        (now.trust, [p.trust for p in seen if p.trust is not None]),
        (now.direct, [p.direct for p in seen if p.direct is not None]),
    ):
        if today is None or not before:
            continue
        top = max(before, key=lambda one: (one.score, one.lo))
        moved = change(today, top)
        falls.append({"least_drop": moved.lo, "drop": moved.score, "from": top.score, "to": today.score})
    return max(falls, key=lambda fall: fall["least_drop"], default=None)


def _from_broken(look: _Look) -> _Found:
    """R2: clearly above the lowest since the break, with a repair published and none overdue."""
    broke = look.past.broke or look.point.quarter
    seen = look.past.from_break(look.past.usable[look.past.comparable_from :])
    facts: Facts = {
        "published": look.repairs.published(broke, look.point.quarter),
        "overdue": look.repairs.overdue(broke, look.point.quarter),
        "least_needed": look.rules.rise,
    }
    lowest = min((p.x for p in seen if p.x is not None), key=lambda one: (one.score, one.hi), default=None)
    if lowest is None:
        return _Found(StateName.BROKEN, "R2", "no_rise", facts)
    rise = change(lowest, look.x)
    facts |= {"lowest": lowest.score, "rise": rise.score, "least_rise": rise.lo}
    if rise.lo < look.rules.rise:
        return _Found(StateName.BROKEN, "R2", "no_rise", facts)
    if facts["overdue"]:
        return _Found(StateName.BROKEN, "R2", "overdue", facts)
    if not facts["published"]:
        return _Found(StateName.BROKEN, "R2", "no_action", facts)
    return _Found(StateName.RECOVERING, "R2", "rise", facts)


def _from_recovering(look: _Look) -> _Found:
    """R3 back to broken, R4 to partner, R5 to guarded, else still recovering."""
    x, past, rules, at = look.x, look.past, look.rules, look.point.quarter
    broke = past.broke or at
    repeat = look.repairs.repeat(broke, at)
    if repeat is not None:
        return _Found(StateName.BROKEN, "R3", "repeat", {"incident": repeat[0], "cause": repeat[1]})
    comparable = past.usable[past.comparable_from :]
    before = comparable[-1].x if comparable else None
    if before is not None and x.hi < rules.broken_below:
        moved = change(before, x)
        if moved.hi < 0:
            facts: Facts = {"before": before.score, "change": moved.score, "change_hi": moved.hi}
            return _Found(StateName.BROKEN, "R3", "fall", facts | {"below": rules.broken_below})
    since = past.since_break(at)
    previous = past.usable[-1].x if past.usable else None
    facts = {"since_break": since, "line": rules.partner_at, "partner_after": rules.partner_after}
    facts |= {"guarded_after": rules.guarded_after, "guarded_line": rules.broken_below}
    lacking = [
        (since < rules.partner_after, "time"),
        (x.lo < rules.partner_at, "lower_end"),
        (previous is None or previous.lo < rules.partner_at, "once"),
        (_weak(look, rules.weakest_partner), "weakest"),
        (look.point.trust is None, "no_trust"),
    ]
    missing = next((what for fails, what in lacking if fails), "")
    facts |= _weakest(look, rules.weakest_partner)
    if not missing:
        return _Found(StateName.PARTNER, "R4", "healed", facts)
    if since >= rules.guarded_after and x.lo >= rules.broken_below:
        return _Found(StateName.GUARDED, "R5", "time", facts)
    rule = "R4" if since < rules.guarded_after else "R5"
    return _Found(StateName.RECOVERING, rule, "waiting", facts | {"lacking": missing})


def _from_guarded(look: _Look) -> _Found:
    """R6 guarded or unknown to partner, R7 unknown to guarded, else still guarded and why not partner."""
    x, rules = look.x, look.rules
    needed = settle(rules.partner_at + rules.margin)
    facts: Facts = {"line": rules.partner_at, "needed": needed, **_weakest(look, rules.weakest_partner)}
    lacking = [
        (look.point.trust is None, "no_trust"),
        (x.lo < rules.partner_at, "lower_end"),
        (x.score < needed, "margin"),
        (_weak(look, rules.weakest_partner), "weakest"),
    ]
    # The lower end explains itself to a reader; that T is missing is said where everything else would do.
    missing = next((detail for fails, detail in (*lacking[1:], lacking[0]) if fails), "")
    if not missing:
        return _Found(StateName.PARTNER, "R6", "partner", facts)
    rule = "R7" if look.past.state is StateName.UNKNOWN else "R6"
    return _Found(StateName.GUARDED, rule, missing, facts)


def _from_partner(look: _Look) -> _Found:
    """R8 and R9: partner to guarded, else still partner."""
    x, rules = look.x, look.rules
    facts: Facts = {"line": rules.partner_at}
    if x.hi < rules.partner_at:
        return _Found(StateName.GUARDED, "R8", "upper_end", facts)
    low = settle(rules.partner_at - rules.margin)
    last = [p.x for p in (*look.past.usable[-(LOOK_BACK - 1) :], look.point) if p.x is not None]
    if len(last) > 1 and all(one.score <= low for one in last[-2:]):
        return _Found(StateName.GUARDED, "R8", "twice", facts | {"low": low, "before": last[-2].score})
    if len(last) == LOOK_BACK and all(one.lo < rules.partner_at for one in last):
        mean = sum(one.score for one in last) / LOOK_BACK
        pooled = settle(mean - math.sqrt(sum((one.score - one.lo) ** 2 for one in last)) / LOOK_BACK)
        if pooled < rules.partner_at:
            return _Found(StateName.GUARDED, "R8", "pooled", facts | {"mean": settle(mean), "pooled_lo": pooled})
    if _weak(look, rules.weakest_guarded):
        return _Found(StateName.GUARDED, "R9", "weakest", facts | _weakest(look, rules.weakest_guarded))
    return _Found(StateName.PARTNER, "R8", "holds", facts | _weakest(look, rules.weakest_guarded))


def _weak(look: _Look, limit: float) -> bool:
    """A missing weakest dimension is no veto."""
    return look.point.weakest is not None and look.point.weakest < limit


def _weakest(look: _Look, limit: float) -> Facts:
    if look.point.weakest is None:
        return {}
    return {"weakest": look.point.weakest, "weakest_id": look.point.weakest_id, "weakest_limit": limit}
