"""The arithmetic of openness in one quarter: signs to pillars, pillars to the total."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model.transparency import IndicatorReading, PillarReading, TransparencyQuarter
from scorecard.present import addresses
from scorecard.present.words import Words, openness


@dataclass(frozen=True, slots=True)
class Product:
    """One line of a weighted mean; `reason` stands where it does not enter."""

    href: str
    name: str
    weight: str
    points: str
    product: str
    reason: str


@dataclass(frozen=True, slots=True)
class Weighted:
    """A weighted mean written out; `working` is '' where there is no result, then `reason` says why."""

    name: str
    rows: tuple[Product, ...]
    working: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpennessSums:
    """Every pillar, the total of the rated ones, and what holds it down."""

    window: str
    pillars: tuple[Weighted, ...]
    total: Weighted
    caps: tuple[str, ...]
    result: str


def make(words: Words, one: TransparencyQuarter) -> OpennessSums:
    """The steps of one quarter's openness."""
    rated = [(pillar.weight, pillar.score) for pillar in one.pillars if pillar.score is not None]
    return OpennessSums(
        window=openness.window(words, one),
        pillars=tuple(_pillar(words, pillar) for pillar in one.pillars),
        total=Weighted(
            name=words.say("All pillars"),
            rows=tuple(
                _product(
                    words, pillar.name, "", pillar.weight, pillar.score, openness.pillar_reason(words, pillar.reason)
                )
                for pillar in one.pillars
            ),
            working=_working(words, rated, one.uncapped) if one.uncapped is not None else "",
            reason=openness.total(words, one) if one.uncapped is None else "",
        ),
        caps=tuple(openness.cap(words, cap, one.score is not None) for cap in one.caps),
        result=openness.total(words, one),
    )


def _pillar(words: Words, pillar: PillarReading) -> Weighted:
    valued = [(part.weight, part.value) for part in pillar.indicators if part.value is not None and part.weight > 0]
    return Weighted(
        name=pillar.name,
        rows=tuple(_indicator(words, part) for part in pillar.indicators),
        working=_working(words, valued, pillar.score) if pillar.score is not None else "",
        reason=openness.pillar_reason(words, pillar.reason) if pillar.score is None else "",
    )


def _indicator(words: Words, one: IndicatorReading) -> Product:
    reason = openness.indicator(words, one) if one.value is None else ""
    return _product(words, words.say(one.name), addresses.indicator(one.id), one.weight, one.value, reason)


def _product(words: Words, name: str, href: str, weight: float, points: float | None, reason: str) -> Product:
    return Product(
        href=href,
        name=name,
        weight=words.plain(weight, 4),
        points=words.exact(points) if points is not None else "",
        product=words.exact(weight * points) if points is not None else "",
        reason=reason if points is None else "",
    )


def _working(words: Words, pairs: list[tuple[float, float]], result: float | None) -> str:
    """Products ÷ weights = points."""
    products, weights = sum(weight * points for weight, points in pairs), sum(weight for weight, _ in pairs)
    return f"{words.exact(products)} ÷ {words.plain(weights, 4)} = {words.exact(result or 0.0)}"
