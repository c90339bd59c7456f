"""Chart d: one incident's time line, with silence drawn as loud as the outage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count as counting

from scorecard.model.transparency import Silence
from scorecard.present.charts.geometry import NARROWEST, lanes, percent, plain

STRIP = 34.0
RAIL = 26.0
MARKER = 20.0
LETTER = 6.4  # px a letter of 12 px type takes at most on average
MINUTE = timedelta(minutes=1)
WIDE = 620.0  # a plot this wide is a desktop's; labels that fit only there carry class sc-w


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the list: `shape` is square (it began), circle (a word or step) or end (it was put right)."""

    at: datetime
    shape: str
    text: str
    remark: str = ""
    off_axis: bool = False  # an explanation days later: in the list, not in the picture


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the strip: dark (customers not told), silent (longer than promised) or told."""

    kind: str
    left: str
    width: str
    label: str
    middle: str
    wide_only: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered marker over the strip."""

    number: int
    shape: str
    x: str
    y: str
    line_top: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis with its words, hours or days from the start."""

    x: str
    label: str
    wide_only: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list under the picture."""

    number: int | None
    shape: str
    at: datetime
    after: str
    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the template prints; lengths are px unless they end in %."""

    id: str
    title: str
    description: str
    height: str
    strip_y: str
    strip_height: str
    label_y: str
    axis_y: str
    tick_y: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    promise: str  # place of the promise line, '' where it is off the axis
    lines: tuple[Line, ...]
    ongoing: bool
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the picture: labels take a duration in words."""

    not_told: Callable[[str], str]
    silent: Callable[[str], str]
    duration: Callable[[float], str]  # minutes → 3 h 10 min
    tick: Callable[[float], str]  # minutes → 3 h, 2 days


def make(
    id: str,
    title: str,
    description: str,
    start: datetime,
    told: datetime | None,
    end: datetime,
    ongoing: bool,
    happenings: Sequence[Happening],
    silences: Sequence[Silence],
    promise_minutes: float | None,
    wording: Wording,
    clock_from: datetime | None = None,
) -> Timeline:
    """The picture from `start` to `end` (the cut-off while ongoing).

    `clock_from` is when the company first knew: the promise runs from there; the start when None.
    """
    pictured = [not h.off_axis and start <= h.at <= end for h in happenings]
    on_axis = [h for h, seen in zip(happenings, pictured, strict=True) if seen]
    end = max([end, start + MINUTE, *(h.at for h in on_axis)])
    span = (end - start) / MINUTE

    def place(at: datetime) -> float:
        return min(100.0, max(0.0, (at - start) / MINUTE / span * 100))

    places = [place(h.at) for h in on_axis]
    rails = lanes(places, MARKER)
    strip = 14.0 + RAIL * (max(rails) + 1 if rails else 0)
    promised = (clock_from or start) + timedelta(minutes=promise_minutes) if promise_minutes is not None else None
    stretches = _stretches(start, told, end, silences, span, place, wording)
    numbers = counting(1)
    return Timeline(
        id=id,
        title=title,
        description=description,
        height=plain(strip + STRIP + 58),
        strip_y=plain(strip),
        strip_height=plain(STRIP),
        label_y=plain(strip + STRIP + 17),
        axis_y=plain(strip + STRIP + 28),
        tick_y=plain(strip + STRIP + 48),
        stretches=stretches,
        marks=tuple(
            Mark(n, h.shape, percent(at), plain(strip - 15 - RAIL * rail), plain(strip - 5 - RAIL * rail))
            for n, (h, at, rail) in enumerate(zip(on_axis, places, rails, strict=True), 1)
        ),
        ticks=_ticks(span, wording),
        promise=percent(place(promised)) if promised is not None and start <= promised <= end else "",
        lines=tuple(
            Line(
                next(numbers) if seen else None,
                h.shape,
                h.at,
                _after(h.at, start, wording),
                h.text,
                h.remark,
            )
            for h, seen in zip(happenings, pictured, strict=True)
        ),
        ongoing=ongoing,
        kinds=tuple(dict.fromkeys(s.kind for s in stretches)),
    )


def _after(at: datetime, start: datetime, wording: Wording) -> str:
    minutes = (at - start) / MINUTE
    return "+" + wording.duration(minutes) if minutes > 0 else ""


def _stretches(
    start: datetime,
    told: datetime | None,
    end: datetime,
    silences: Sequence[Silence],
    span: float,
    place: Callable[[datetime], float],
    wording: Wording,
) -> tuple[Stretch, ...]:
    first = min(max(told, start), end) if told is not None else end
    parts: list[tuple[str, datetime, datetime]] = [("dark", start, first)] if first > start else []
    at = first
    for silence in sorted((s for s in silences if s.too_long), key=lambda s: s.start):
        begin, stop = max(silence.start, at), min(silence.end, end)
        if stop <= begin:
            continue
        if begin > at:
            parts.append(("told", at, begin))
        parts.append(("silent", begin, stop))
        at = stop
    if at < end:
        parts.append(("told", at, end))
    return tuple(_stretch(kind, a, b, span, place, wording) for kind, a, b in parts)


def _stretch(
    kind: str, a: datetime, b: datetime, span: float, place: Callable[[datetime], float], wording: Wording
) -> Stretch:
    left, right = place(a), place(b)
    words = wording.duration((b - a) / MINUTE)
    label = wording.not_told(words) if kind == "dark" else wording.silent(words) if kind == "silent" else ""
    needed = len(label) * LETTER + 8
    middle = (left + right) / 2
    fits = (right - left) / 100 * NARROWEST >= needed
    fits_wide = (right - left) / 100 * WIDE >= needed
    return Stretch(
        kind, percent(left), percent(right - left), label if fits or fits_wide else "", percent(middle), not fits
    )


_STEPS = (5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 5760, 10080, 20160, 43200, 86400, 172800, 525600)


def _ticks(span: float, wording: Wording) -> tuple[Tick, ...]:
    """Ticks from 0 at a round step, at most nine; on a phone every second or fourth of them keeps its words."""
    step = next((s for s in _STEPS if span / s <= 8), _STEPS[-1])
    count = min(int(span // step), 60)
    keep = next(k for k in (1, 2, 4, 8, 60) if count // k <= 4)
    return tuple(
        Tick(
            percent(n * step / span * 100),
            wording.tick(n * step),
            n % keep != 0,
            "start" if n == 0 else "end" if n * step / span > 0.93 else "middle",
        )
        for n in range(count + 1)
    )
