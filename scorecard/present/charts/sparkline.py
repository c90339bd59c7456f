"""Chart g: a small line of one series beside a figure in a sentence; the figure itself stands in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard.present.charts.geometry import Scale, plain

WIDTH, HEIGHT = 96.0, 24.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Segments and the last dot in a box of 96 by 24; the scale stays 1 to 10, so it looks as flat as it is."""

    segments: tuple[tuple[str, str, str, str], ...]
    dot: tuple[str, str] | None
    line_y: str


def make(scores: Sequence[float | None], partner_at: float = 7.0) -> Sparkline:
    """A line per pair of neighbouring measured quarters; None leaves a gap."""
    scale = Scale(3.0, HEIGHT - 6)
    step = (WIDTH - 8) / max(1, len(scores) - 1)
    spots = [(4 + i * step, scale.y(score)) if score is not None else None for i, score in enumerate(scores)]
    segments = tuple((plain(a[0]), plain(a[1]), plain(b[0]), plain(b[1])) for a, b in pairwise(spots) if a and b)
    last = next((spot for spot in reversed(spots) if spot), None)
    return Sparkline(segments, (plain(last[0]), plain(last[1])) if last else None, plain(scale.y(partner_at)))
