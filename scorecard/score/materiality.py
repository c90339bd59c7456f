"""Whether a correction changes what was said, so that a published figure has to be restated."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.model.figures import settle, shown

#: A move of the unrounded score from which on a figure is restated although it looks the same. Our choice.
LEAST_MOVE = 0.05


def material(
    old: float | None,
    new: float | None,
    verdicts: tuple[Sequence[str], Sequence[str]] = ((), ()),
    states: tuple[str, str] = ("", ""),
    boundaries: Sequence[float] = (7.0,),
) -> bool:
    """True where the shown figure, the score by 0.05 or more, any verdict or the state changes; else it is only logged.

    A score that appears or disappears is a change. `verdicts` and `states` are pairs of before and after. Vector V28.
    """
    if list(verdicts[0]) != list(verdicts[1]) or states[0] != states[1]:
        return True
    if old is None or new is None:
        return (old is None) != (new is None)
    return (
        shown(old, boundaries=boundaries) != shown(new, boundaries=boundaries) or settle(abs(new - old)) >= LEAST_MOVE
    )
