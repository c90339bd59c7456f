"""Low, middle and high answers: one meaning on every scale, for what is merged and for what is drawn."""

from __future__ import annotations

#: From low to high.
CLASSES = ("very-low", "low", "middle", "high", "very-high")


def class_of(answer: int, scale: tuple[int, int]) -> str:
    """The class of an answer, by its place on 1 to 10: 1 2 | 3 4 | 5 6 | 7 8 | 9 10. Symmetric about the middle."""
    low, high = scale
    at, whole = 9 * (answer - low), high - low  # place = 1 + at / whole, compared in whole numbers
    if at <= whole:
        return "very-low"
    if at < 4 * whole:
        return "low"
    if at <= 5 * whole:
        return "middle"
    return "high" if at < 8 * whole else "very-high"


def members(scale: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """First and last answer of each class on a scale; a class without an answer is left out."""
    found: dict[str, tuple[int, int]] = {}
    for answer in range(scale[0], scale[1] + 1):
        name = class_of(answer, scale)
        found[name] = (found.get(name, (answer, answer))[0], answer)
    return found
