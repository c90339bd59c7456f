"""Chart a: trust by quarter with its interval, the line at 7, gaps, breaks and numbered events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard.model.figures import shown
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Flag
from scorecard.model.trust import TrustQuarter
from scorecard.present.charts.geometry import NARROWEST, Scale, centre, lanes, percent, plain

PLOT = 270.0
RAIL = 26.0
FOOT = 40.0
MARKER = 20.0
#: Height of the letters of a value label, and width of a letter of the axis, in px.
LETTERS, AXIS = 12.0, 9.5
#: Width of a letter of the words in the plot, and the widest picture, in px.
WORD, WIDEST = 7.0, 1200
#: Value labels all stand up to this many points; above it only first, last, highest and lowest.
ALL_LABELS = 12
#: A picture shows at most this many quarters, the newest.
MOST_QUARTERS = 20


@dataclass(frozen=True, slots=True)
class Event:
    """Something to mark: `shape` is square (our error), circle (an action) or diamond (the method changed).

    `before` puts the mark on the border in front of the quarter instead of its middle.
    """

    quarter: Quarter
    shape: str
    text: str
    href: str = ""
    before: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One measured quarter: column in percent, heights in px; `label` '' where the picture leaves it out."""

    x: str
    y: str
    label: str
    label_y: str
    shift: str  # px the label stands left of its point, so that it stays in the narrowest picture
    last: bool
    hollow: bool  # few answers, or only those who chose to answer


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of line between two neighbouring quarters that may be compared."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Column:
    """One quarter on the axis; `missing` draws a grey column with `word`."""

    left: str
    width: str
    x: str
    quarter: str
    shift: str  # px its name stands left of the middle, as above
    year: str
    missing: bool
    word: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbered event at the head of the picture, with its line down through the plot."""

    number: int
    x: str
    y: str
    shape: str
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a marker, in the list under the picture."""

    number: int
    shape: str
    when: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class TrustChart:
    """All that the template prints. Lengths are px unless they end in %."""

    id: str
    title: str
    description: str
    height: str
    plot_top: str
    plot_bottom: str
    plot_height: str
    partner_height: str
    guarded_height: str
    partner_y: str
    partner_label_y: str
    guarded_label_y: str
    partner_words: str  # '' where every place for them is taken by a label
    guarded_words: str
    partner_right: bool  # they stand at the right end of the plot
    guarded_right: bool
    ticks: tuple[tuple[int, str, bool], ...]  # score, y, is the line that divides
    columns: tuple[Column, ...]
    bands: tuple[str, ...]  # path data in a box of 100 by 100
    lines: tuple[Segment, ...]
    points: tuple[Point, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    quarter_y: str
    year_y: str
    omitted: int  # earlier quarters that the picture leaves out


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the picture, in the page's language."""

    partner: str
    guarded: str
    none: str
    hidden: str
    figure: Callable[[float], str] = shown
    quarter: Callable[[Quarter], str] = lambda quarter: f"Q{quarter.number} {quarter.year}"
    quarter_number: Callable[[Quarter], str] = lambda quarter: f"Q{quarter.number}"


def make(
    id: str,
    title: str,
    description: str,
    quarters: Sequence[TrustQuarter],
    events: Sequence[Event],
    wording: Wording,
    partner_at: float = 7.0,
) -> TrustChart:
    """The picture of one series; `quarters` are consecutive, oldest first, at least one."""
    seen = tuple(quarters)[-MOST_QUARTERS:]
    index = {one.quarter: i for i, one in enumerate(seen)}
    marks = sorted(
        (e for e in events if e.quarter in index), key=lambda e: (_place(e, index, len(seen)), e.shape, e.text)
    )
    rails = lanes([_place(e, index, len(seen)) for e in marks], MARKER)
    top = 14.0 + RAIL * (max(rails) + 1 if rails else 0)
    scale = Scale(top, PLOT)
    bottom = top + PLOT
    points = _points(seen, scale, wording)
    line = scale.y(partner_at)
    upper = _free(wording.partner, (top + 15, line - 8), points)
    under = _free(wording.guarded, (bottom - 8, line + 42), points)
    return TrustChart(
        id=id,
        title=title,
        description=description,
        height=plain(bottom + FOOT),
        plot_top=plain(top),
        plot_bottom=plain(bottom),
        plot_height=plain(PLOT),
        partner_height=plain(scale.y(partner_at) - top),
        guarded_height=plain(bottom - scale.y(partner_at)),
        partner_y=plain(scale.y(partner_at)),
        partner_label_y=plain(upper[0]),
        guarded_label_y=plain(under[0]),
        partner_words=upper[2],
        guarded_words=under[2],
        partner_right=upper[1],
        guarded_right=under[1],
        ticks=tuple((n, plain(scale.y(n) + 4), n == partner_at) for n in range(1, 11)),
        columns=_columns(seen, wording, points, line + 22),
        bands=tuple(_band(run, index, len(seen), scale) for run in _runs(seen) if run[0].shown.lo is not None),
        lines=tuple(_segment(a, b, index, len(seen), scale) for run in _runs(seen) for a, b in pairwise(run)),
        points=points,
        markers=tuple(
            Marker(
                number,
                percent(_place(event, index, len(seen))),
                plain(top - 16 - RAIL * rail),
                event.shape,
                plain(top - 6 - RAIL * rail),
                plain(bottom),
            )
            for number, (event, rail) in enumerate(zip(marks, rails, strict=True), 1)
        ),
        notes=tuple(
            Note(number, event.shape, wording.quarter(event.quarter), event.text, event.href)
            for number, event in enumerate(marks, 1)
        ),
        quarter_y=plain(bottom + 17),
        year_y=plain(bottom + 34),
        omitted=len(quarters) - len(seen),
    )


def _place(event: Event, index: dict[Quarter, int], count: int) -> float:
    at = index[event.quarter]
    return at / count * 100 if event.before else centre(at, count)


def _free(words: str, heights: tuple[float, float], points: Sequence[Point]) -> tuple[float, bool, str]:
    """Baseline and side where a zone's words meet no value label at any width; no words where none is free."""
    wide = WORD * len(words)
    for y, right in ((heights[0], False), (heights[0], True), (heights[1], False), (heights[1], True)):
        met = False
        for width in range(NARROWEST, WIDEST, 24):
            left = width * 0.99 - wide if right else 8.0
            met = met or any(
                abs(y - float(one.label_y)) < 16
                and left - half < float(one.x[:-1]) / 100 * width + float(one.shift) < left + wide + half
                for one in points
                if one.label
                for half in (len(one.label) * 4.6 + 2,)
            )
        if not met:
            return y, right, words
    return heights[0], False, ""


def _columns(
    seen: tuple[TrustQuarter, ...], wording: Wording, points: Sequence[Point], word_y: float
) -> tuple[Column, ...]:
    """The quarters of the axis; the word of a missing one is left out where it would meet another or a value label."""
    count = len(seen)
    columns = []
    taken = [
        (float(one.x[:-1]) / 100 * NARROWEST + float(one.shift), len(one.label) * 4.6)
        for one in points
        if one.label and abs(float(one.label_y) - word_y) < 15
    ]
    for i, one in enumerate(seen):
        first_of_year = i == 0 or seen[i - 1].quarter.year != one.quarter.year
        hidden = one.shown.reason is not None and one.shown.reason.code == "suppressed"
        word = (wording.hidden if hidden else wording.none) if one.shown.score is None else ""
        at, half = centre(i, count) / 100 * NARROWEST, len(word) * WORD / 2 + 1
        if any(abs(at - other) < half + wide for other, wide in taken):
            word = ""
        if word:
            taken.append((at, half))
        name = wording.quarter_number(one.quarter) if count <= 14 or one.quarter.number in (1, 3) else ""
        columns.append(
            Column(
                left=percent(i / count * 100),
                width=percent(100 / count),
                x=percent(centre(i, count)),
                quarter=name,
                shift=plain(-_beyond(centre(i, count) / 100 * NARROWEST, len(name) * AXIS / 2)),
                year=str(one.quarter.year) if first_of_year and _room_for_year(seen, i) else "",
                missing=one.shown.score is None,
                word=word,
            )
        )
    return tuple(columns)


def _room_for_year(seen: tuple[TrustQuarter, ...], i: int) -> bool:
    """A year's number needs about 40 px before the next year's begins."""
    left = sum(1 for one in seen[i:] if one.quarter.year == seen[i].quarter.year)
    return left * NARROWEST / len(seen) >= 40 or i + left == len(seen)


def _runs(seen: tuple[TrustQuarter, ...]) -> list[list[TrustQuarter]]:
    """Stretches of neighbouring quarters that may be joined: no gap and no break inside."""
    runs: list[list[TrustQuarter]] = []
    for one in seen:
        if one.shown.score is None:
            runs.append([])
            continue
        broken = one.break_before is not None or bool(one.mark) or _opted(one)
        before = runs[-1][-1] if runs and runs[-1] else None
        if before is None or broken or _opted(before) or (before.shown.lo is None) != (one.shown.lo is None):
            runs.append([])
        runs[-1].append(one)
    return [run for run in runs if run]


def _opted(one: TrustQuarter) -> bool:
    return one.fielding is not None and one.fielding.sample == "opt-in"


def _band(run: list[TrustQuarter], index: dict[Quarter, int], count: int, scale: Scale) -> str:
    ends = [(centre(index[q.quarter], count), q.shown.lo or 1.0, q.shown.hi or 10.0) for q in run]
    if len(ends) == 1:
        x, lo, hi = ends[0]
        half = min(1.6, 30 / count)
        ends = [(x - half, lo, hi), (x + half, lo, hi)]
    upper = [f"{plain(x)} {plain(scale.share(hi))}" for x, _, hi in ends]
    lower = [f"{plain(x)} {plain(scale.share(lo))}" for x, lo, _ in reversed(ends)]
    return "M" + "L".join(upper + lower) + "Z"


def _segment(a: TrustQuarter, b: TrustQuarter, index: dict[Quarter, int], count: int, scale: Scale) -> Segment:
    return Segment(
        percent(centre(index[a.quarter], count)),
        plain(scale.y(a.shown.score or 1.0)),
        percent(centre(index[b.quarter], count)),
        plain(scale.y(b.shown.score or 1.0)),
    )


def _points(seen: tuple[TrustQuarter, ...], scale: Scale, wording: Wording) -> tuple[Point, ...]:
    measured = [(i, one, one.shown.score) for i, one in enumerate(seen) if one.shown.score is not None]
    scores = [score for _, _, score in measured]
    spots = [(NARROWEST * centre(i, len(seen)) / 100, scale.y(score)) for i, _, score in measured]
    heights = _labels(scores, spots, NARROWEST / len(seen))
    return tuple(
        Point(
            x=percent(centre(i, len(seen))),
            y=plain(scale.y(score)),
            label=wording.figure(score) if k in heights else "",
            label_y=plain(heights.get(k, 0.0)),
            shift=plain(-_beyond(spots[k][0], _half(score, last=k == len(measured) - 1))),
            last=k == len(measured) - 1,
            hollow=Flag.LOW_RELIABILITY in one.shown.flags or _opted(one),
        )
        for k, (i, one, score) in enumerate(measured)
    )


def _half(score: float, *, last: bool) -> float:
    """Half the width of a value label in px; that of the last point is larger."""
    return len(shown(score)) * (4.6 if last else 3.9) + 1


def _beyond(x: float, half: float) -> float:
    """How far something of that half width around x leaves the narrowest picture at its end, in px."""
    return max(0.0, x + half - NARROWEST)


def _labels(scores: list[float], spots: list[tuple[float, float]], column: float) -> dict[int, float]:
    """Heights of the value labels that fit in the narrowest picture without meeting each other.

    The last, first, highest and lowest come first; in a valley a label stands below its point, else above.
    """
    if not scores:
        return {}
    last = len(scores) - 1
    order = list(dict.fromkeys([last, 0, scores.index(max(scores)), scores.index(min(scores))]))
    if len(scores) <= ALL_LABELS and column >= 22:
        order += [k for k in range(last, -1, -1) if k not in order]
    boxes: list[tuple[float, float, float]] = []  # middle, half width, baseline
    heights: dict[int, float] = {}
    for k in order:
        before, after = scores[max(0, k - 1)], scores[min(last, k + 1)]
        valley = scores[k] <= min(before, after) and scores[k] < max(before, after)
        x, y = spots[k]
        above, below = y - 11, y + 21
        half = _half(scores[k], last=k == last)
        x -= _beyond(x, half)
        for baseline in (below, above) if (valley and scores[k] > 1.6) or scores[k] > 9.7 else (above, below):
            if baseline >= LETTERS and all(
                abs(x - ox) >= half + oh or abs(baseline - oy) >= 15 for ox, oh, oy in boxes
            ):
                boxes.append((x, half, baseline))
                heights[k] = baseline
                break
    return heights
