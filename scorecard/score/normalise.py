"""Figures of other scales on the house's scale of 1 to 10."""

from __future__ import annotations

#: Ends of the scale on which trust is published.
LOW, HIGH = 1.0, 10.0


def rescale(x: float, low: float, high: float) -> float:
    """Put an answer, a mean or an end of an interval of a scale low..high on 1 to 10. METHOD.md 1, vector V01."""
    return LOW + (HIGH - LOW) * (x - low) / (high - low)
