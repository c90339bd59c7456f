"""The first word: the axis, the marks, the counts and what they say."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.present.charts import notices as chart
from scorecard.present.charts.geometry import NARROWEST
from scorecard.present.charts.notices import Case
from scorecard.present.views import notices
from scorecard.present.words import Words
from tests.golden import Golden
from tests.present import made
from tests.present.charts.drawn import drawer, incident_desk, random_views
from tests.present.pages.drawn import text

MAY, AUGUST = datetime(2026, 5, 4, 8, tzinfo=UTC), datetime(2026, 8, 3, 8, tzinfo=UTC)
minutes = st.one_of(st.floats(0, 1e6, allow_nan=False), st.sampled_from([0.0, 1.0, 30.0, 43200.0]))
cases = st.builds(Case, minutes, st.sampled_from([True, False, None]), st.booleans())


@given(st.lists(st.lists(cases, max_size=70), max_size=9))
def test_every_mark_is_inside_and_slower_is_further_right(rows: list[list[Case]]) -> None:
    """From one minute to years; no two marks of a lane meet, and at most 60 stand in a row."""
    found = chart.make(rows, Words().duration, 30.0)
    for row, strip in zip(rows, found.strips, strict=True):
        assert len(strip.marks) == min(len(row), chart.MOST_MARKS)
        assert strip.left_out == len(row) - len(strip.marks)
        places = [float(mark.x[:-1]) for mark in strip.marks]
        assert places == sorted(places) and all(0 <= place <= 100 for place in places)
        assert all(0 < float(mark.y) < float(strip.height) for mark in strip.marks)
        for lane in {mark.y for mark in strip.marks}:
            own = [float(mark.x[:-1]) / 100 * NARROWEST for mark in strip.marks if mark.y == lane]
            assert all(b - a >= chart.MARKER - 0.1 for a, b in pairwise(own))


def test_a_minute_and_a_month_stand_at_the_ends() -> None:
    """Steps multiply: ten minutes lie as far from one as a hundred from ten."""
    assert chart.along(0, 43200) == chart.along(1, 43200) == 0
    assert chart.along(43200, 43200) == 100
    assert abs(chart.along(100, 43200) - 2 * chart.along(10, 43200)) < 1e-9


def test_labels_of_the_axis_never_meet() -> None:
    """On a phone, for every end of the axis."""
    for last in (4320.0, 4500.0, 43200.0, 46000.0, 90840.0, 525600.0, 800000.0):
        found = chart.make([[Case(last, False)]], Words().duration)
        boxes = []
        for tick in found.ticks:
            if tick.label:
                at, wide = float(tick.x[:-1]) / 100 * NARROWEST, 7 * len(tick.label)
                left = {"start": at, "middle": at - wide / 2, "end": at - wide}[tick.anchor]
                boxes.append((left, left + wide))
        assert len(boxes) >= 3
        assert all(a[1] < b[0] for a, b in pairwise(boxes))


def test_half_within_counts_those_who_still_wait() -> None:
    """Half of all cases, told or not; none while fewer than half are told."""
    told = [Case(10, True), Case(20, True), Case(90, False)]
    assert chart.half_within(told) == 20
    assert chart.half_within([*told, Case(9000, False, True)]) == 20
    assert chart.half_within([Case(10, True), Case(9000, False, True), Case(9000, False, True)]) is None
    assert chart.half_within([]) is None


def test_counts_in_words_and_the_finding() -> None:
    """Late and unknown ones are counted, folded ones and planned work are not."""
    desk = incident_desk(
        {"known": MAY, "minutes": 12.0},
        {"known": MAY, "minutes": 500.0, "kept": False},
        {"known": AUGUST, "minutes": 25.0},
        {"known": AUGUST, "minutes": None, "kept": None},
        {"known": AUGUST, "minutes": 90.0, "kept": False, "counted": False},
        {"known": AUGUST, "minutes": 9000.0, "kept": False, "open": True},
    )
    found = notices.make(desk)
    assert found is not None
    assert found.finding == "We told people in time in 2 of 4 cases since Q2 2026"
    rows = {row.quarter: row for row in found.rows}
    assert list(rows) == ["Q4 2026", "Q3 2026", "Q2 2026"]
    assert (rows["Q2 2026"].kept, rows["Q2 2026"].half, rows["Q2 2026"].slowest) == ("1 of 2", "12 min", "8 h 20 min")
    assert (rows["Q3 2026"].kept, rows["Q3 2026"].detail) == ("1 of 2", "1 not known")
    assert rows["Q3 2026"].slowest == "6 days 6 h so far"
    assert (rows["Q4 2026"].kept, rows["Q4 2026"].half) == ("no incident", "")
    assert ("open", "not told yet") in found.key


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([Case(5, True)], "We told people in time in the one case since Q3 2026"),
        ([Case(5, None)], "No first word since Q3 2026 can be judged"),
        ([Case(5, False)], "We told people in time in 0 of 1 cases since Q3 2026"),
    ],
)
def test_findings(row: list[Case], said: str) -> None:
    """Every form of the finding."""
    assert notices.finding(Words(), row, made.Q3) == said


def test_no_incident_no_figure() -> None:
    """Nothing to draw, nothing drawn; a single one with an unknown time neither."""
    assert notices.make(made.desk()) is None
    assert notices.make(incident_desk({"known": MAY, "minutes": None, "kept": None})) is None


def test_the_promise_is_a_line_only_where_it_is_named() -> None:
    """The most frequent promise is drawn; where there are several the figure says so."""
    one = notices.make(incident_desk({"known": MAY}))
    two = notices.make(incident_desk({"known": MAY}, {"known": MAY}, {"known": AUGUST, "promise": 240.0}))
    none = notices.make(incident_desk({"known": MAY, "promise": None}))
    assert one is not None and two is not None and none is not None
    assert one.key[-1] == ("promise", "promised within 30 min")
    assert two.key[-1] == ("promise", "the promise for most: 30 min")
    assert "30 min and 4 h" in two.subtitle
    assert none.chart.promise == "" and [shape for shape, _ in none.key] == ["dot", "cross"]


@pytest.mark.parametrize("seed", range(40))
def test_every_number_of_the_finding_is_counted_from_the_table(seed: int, tmp_path: Path) -> None:
    """Sums of the drawn rows, and as many marks as there are cases."""
    view = random_views(seed).get("notices")
    if view is None:
        return
    assert isinstance(view, notices.Notices)
    drawn = drawer(tmp_path)("notices", view)
    body = drawn.partition("<tbody>")[2].partition("</tbody>")[0]
    pairs = re.findall(r"<strong>(\d+) of (\d+)</strong>", body)
    met, of = (sum(int(pair[i]) for pair in pairs) for i in (0, 1))
    shapes = [body.count(f'class="{name}"') for name in ("sc-intime", "sc-late", "sc-unjudged")]
    assert (shapes[0], shapes[0] + shapes[1]) == (met, of)
    numbers = [int(number) for number in re.findall(r"(?<!Q)\b\d+", view.finding)][:-1]
    assert numbers in ([met, of], [of] if met == of else None, [] if met == of == 1 or not of else None)
    assert text(drawn).startswith(view.finding)


def test_drawn(golden: Golden, tmp_path: Path) -> None:
    """The markup as accepted: a minute, a month, one that still waits, one that cannot be judged."""
    desk = incident_desk(
        {"known": MAY, "minutes": 1.0},
        {"known": MAY, "minutes": 43200.0, "kept": False},
        {"known": AUGUST, "minutes": 25.0, "kept": None, "promise": None},
        {"known": made.AS_OF - timedelta(days=2), "minutes": 2880.0, "kept": False, "open": True},
    )
    golden("golden/notices.html", drawer(tmp_path)("notices", notices.make(desk)))
