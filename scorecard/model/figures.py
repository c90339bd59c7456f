"""The one rounding of the house: decimal, half up, and never across a named boundary."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

#: Places to which every figure is rounded before it is compared or shown (METHOD.md section 3).
COMPARED_PLACES = 9
#: Below it neighbouring floats lie far closer than 10 decimals, so that no two numbers of 10 decimals are one float.
_FEW = 10_000.0


def round_half_up(value: float, places: int) -> Decimal:
    """Round half up on the decimal string of the value: 2.675 to 2 places is 2.68."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def settle(value: float) -> float:
    """The value as every comparison sees it: half up to 9 decimals, so exp(mean ln 7.0) is 7.0 again."""
    value = float(value)
    text = repr(value)
    if "e" in text or abs(value) >= _FEW:
        return float(round_half_up(value, COMPARED_PLACES))
    places = len(text) - text.find(".") - 1
    if places <= COMPARED_PLACES:
        return value
    # Python's own rounding looks at the binary value. It differs from the decimal string only where that ends half-way.
    return (
        float(round_half_up(value, COMPARED_PLACES)) if places == COMPARED_PLACES + 1 else round(value, COMPARED_PLACES)
    )


def shown(value: float, places: int = 1, boundaries: Iterable[float] = (7.0,)) -> str:
    """Print a figure, adding places until it stands on the same side of each boundary as the value.

    6.96 with a boundary at 7 is '6.96', 7.04 is '7.0'. Source: METHOD.md section 3, vector V23.
    """
    exact = Decimal(repr(settle(value)))
    limits = [Decimal(repr(float(b))) for b in boundaries]
    for more in range(places, COMPARED_PLACES + 1):
        figure = exact.quantize(Decimal(1).scaleb(-more), rounding=ROUND_HALF_UP)
        if all((figure >= limit) == (exact >= limit) and (figure > limit) <= (exact > limit) for limit in limits):
            return f"{figure:f}"
    return f"{exact:f}"
