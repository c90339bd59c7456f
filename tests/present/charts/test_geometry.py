"""Markers, labels and heights of the pictures."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.states import StateName
from scorecard.model.trust import State, TrustQuarter
from scorecard.present.charts import dimensions, sparkline, trust
from scorecard.present.charts.geometry import NARROWEST, Scale, along, lanes, percent, plain

WORDING = trust.Wording("Partner", "Guarded", "none", "hidden")
scores = st.floats(1, 10, allow_nan=False)


def quarter(index: int, score: float | None, mark: str = "") -> TrustQuarter:
    reading = (
        Estimate(score, max(1.0, score - 0.4), min(10.0, score + 0.4), 400)
        if score is not None
        else Estimate(reason=Reason(ReasonCode.NOT_ASKED))
    )
    state = State(StateName.GUARDED, "R7", False)
    return TrustQuarter(
        Quarter(2023, 1).plus(index), "customers", 400, None, reading, reading, reading, state, True, mark=mark
    )


@given(st.lists(st.floats(0, 100, allow_nan=False), max_size=30))
def test_markers_on_one_rail_never_meet(places: list[float]) -> None:
    """Two markers on the same rail stand at least their own width apart in the narrowest picture."""
    places = sorted(places)
    rails = lanes(places, 20)
    for rail in set(rails):
        own = [p / 100 * NARROWEST for p, r in zip(places, rails, strict=True) if r == rail]
        assert all(b - a >= 20 - 1e-6 for a, b in pairwise(own))


@given(scores)
def test_the_axis_always_runs_from_one_to_ten(score: float) -> None:
    """A score's height is its share of 1 to 10, whatever the data."""
    scale = Scale(20, 270)
    assert scale.y(10) == 20 and scale.y(1) == 290
    assert abs(scale.y(score) - (20 + (10 - score) * 30)) < 1e-9
    assert 0 <= along(score) <= 100


def test_lengths_are_printed_short_and_never_as_minus_nothing() -> None:
    """Two decimals at most, no trailing zeros, no exponent, no -0."""
    assert (plain(1.0), plain(2.505), plain(-0.001), percent(41.666)) == ("1", "2.5", "0", "41.67%")


@given(st.lists(st.one_of(st.none(), scores), min_size=1, max_size=20))
def test_value_labels_never_meet(values: list[float | None]) -> None:
    """In the narrowest picture two labels keep a letter's height or their widths apart, and the last one stands."""
    chart = trust.make("t", "x", "y", [quarter(i, v) for i, v in enumerate(values)], [], WORDING)
    boxes = [(float(p.x[:-1]) / 100 * NARROWEST, len(p.label) * 3.5, float(p.label_y)) for p in chart.points if p.label]
    for i, (x, half, y) in enumerate(boxes):
        for ox, other, oy in boxes[i + 1 :]:
            assert abs(x - ox) >= half + other - 1 or abs(y - oy) >= 14
    assert not chart.points or chart.points[-1].label


def test_a_gap_and_a_break_end_the_line() -> None:
    """No line crosses a missing quarter nor a hand-set mark; both bands stand alone."""
    series = [quarter(0, 7.0), quarter(1, 7.1), quarter(2, None), quarter(3, 5.0), quarter(4, 5.2, mark="web now")]
    chart = trust.make("t", "x", "y", series, [], WORDING)
    assert len(chart.lines) == 1
    assert len(chart.bands) == 3
    assert [c.word for c in chart.columns] == ["", "", "none", "", ""]


def test_only_the_newest_twenty_quarters_are_drawn_and_the_rest_counted() -> None:
    """Forty quarters draw twenty and say that twenty are left out."""
    chart = trust.make("t", "x", "y", [quarter(i, 6.0) for i in range(40)], [], WORDING)
    assert (len(chart.points), chart.omitted) == (20, 20)


def test_target_is_judged_by_the_interval() -> None:
    """Met needs the lower end at the target, missed the upper end below it, all else is too close to call."""
    judge = dimensions.against_target
    assert judge(Estimate(7.4, 7.0, 7.8, 99), 7.0) == "met"
    assert judge(Estimate(6.0, 5.6, 6.9, 99), 7.0) == "missed"
    assert judge(Estimate(6.9, 6.4, 7.4, 99), 7.0) == "close"
    assert judge(Estimate(reason=Reason(ReasonCode.TOO_FEW)), 7.0) == ""


def test_a_sparkline_leaves_gaps_open() -> None:
    """A quarter without a score breaks the line; the last measured one carries the dot."""
    line = sparkline.make([7.0, 7.2, None, 6.0])
    assert len(line.segments) == 1
    assert line.dot == (plain(92), plain(Scale(3, 18).y(6.0)))
