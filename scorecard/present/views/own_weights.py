"""What a reader's own weights would make of the parts of trust, and how far weights can move the score at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.model.figures import settle
from scorecard.model.trust import DimensionReading
from scorecard.present.charts.geometry import along, percent
from scorecard.present.desk import Desk
from scorecard.present.words.book import LINE

#: The most a reader may give, and what equal weights start with.
MOST, EQUAL = 10.0, 5.0


@dataclass(frozen=True, slots=True)
class Weight:
    """One part: `value` is its score with all its decimals, `start` our own weight on 0 to 10, for the script."""

    id: str
    name: str
    score: str
    value: str
    start: str


@dataclass(frozen=True, slots=True)
class OwnWeights:
    """The parts with a score, and the range over all weights: from the weakest part alone to the strongest alone.

    `lines` are the limits that no figure is rounded across; lo_x, hi_x and own_x are places on a track of 1 to 10.
    """

    parts: tuple[Weight, ...]
    aggregation: str
    lines: str
    decimal: str
    step: str
    range: str
    ours: str
    own_x: str
    lo_x: str
    width: str
    scaled: str


def make(desk: Desk, present: Sequence[DimensionReading], score: float) -> OwnWeights:
    """The controls for the parts that enter the score; at least one."""
    words = desk.words
    scored = [(one, one.estimate.score) for one in present if one.estimate.score is not None]
    low, high = min(scored, key=lambda pair: pair[1]), max(scored, key=lambda pair: pair[1])
    starts = start_weights([one.weight for one, _ in scored])
    whole = all(start == int(start) for start in starts)
    return OwnWeights(
        parts=tuple(
            Weight(one.id, one.name, words.figure(value), repr(value), f"{start:g}")
            for (one, value), start in zip(scored, starts, strict=True)
        ),
        aggregation=desk.method.aggregation,
        lines=" ".join(repr(line) for line in dict.fromkeys((LINE, float(desk.method.state.partner_at)))),
        decimal=words.decimal_sign,
        step="1" if whole else "0.1",
        range=words.say(
            "Whatever the weights, the result lies between {lo} ({weakest} alone) and {hi} ({strongest} alone).",
            lo=words.figure(low[1]),
            weakest=low[0].name,
            hi=words.figure(high[1]),
            strongest=high[0].name,
        ),
        ours=words.say("Our weights give {score}.", score=words.figure(score, float(desk.method.state.partner_at))),
        own_x=percent(along(score)),
        lo_x=percent(along(low[1])),
        width=percent(along(high[1]) - along(low[1])),
        scaled=words.say("Here our weights are brought to a scale of 0 to 10; only their ratio matters.")
        if starts != [one.weight for one, _ in scored]
        else "",
    )


def start_weights(weights: Sequence[float]) -> list[float]:
    """Our weights on 0 to 10: equal ones in the middle, whole ones as they are, others scaled to a highest of 10."""
    if len(set(weights)) == 1:
        return [EQUAL] * len(weights)
    if all(weight == int(weight) and 0 <= weight <= MOST for weight in weights):
        return [float(weight) for weight in weights]
    most = max(weights)
    return [settle(round(MOST * weight / most, 1)) for weight in weights]
