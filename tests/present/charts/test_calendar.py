"""Days with an incident: which days count, where they stand, what the finding says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.records import Records
from scorecard.present.charts import calendar as chart
from scorecard.present.charts.calendar import Spell
from scorecard.present.views import calendar
from scorecard.present.words import Words
from tests.golden import Golden
from tests.present import made
from tests.present.charts.drawn import drawer, incident_desk, random_views

LAST = made.AS_OF.date()
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
spells = st.builds(
    lambda severity, first, length: Spell(severity, first, first + timedelta(days=length)),
    st.sampled_from(["critical", "major", "minor"]), days, st.integers(0, 60),
)  # fmt: skip


def at(day: date, hour: int = 9) -> datetime:
    """A moment of that day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@given(st.lists(spells, max_size=20), days, st.integers(0, 400))
def test_a_day_counts_once_with_its_worst(found: list[Spell], last: date, back: int) -> None:
    """Every day of every incident inside the window, and no other."""
    first = last - timedelta(days=back)
    told = chart.worst_by_day(found, first, last)
    assert list(told) == sorted(told)
    for day in (first + timedelta(days=i) for i in range(back + 1)):
        on_it = {one.severity for one in found if one.first <= day <= one.last}
        worst = next((name for name in ("critical", "major", "minor") if name in on_it), None)
        assert told.get(day) == worst


@given(days, st.integers(0, 400), st.lists(st.integers(0, 370), max_size=30))
def test_every_day_has_its_own_square_inside(last: date, back: int, offsets: list[int]) -> None:
    """Week by week from the left, Monday at the top, never outside, never on a blank."""
    start = chart.start_of(last)
    since = max(start, last - timedelta(days=back))
    own = {day: "minor" for i in offsets if since <= (day := start + timedelta(days=i)) <= last}
    drawn = chart.make("d", "t", "d", own, since, last, ["M"] * 12)
    assert start.weekday() == 0 and len(drawn.weeks) == chart.WEEKS - 1
    places = [(one.x, one.y) for one in drawn.days]
    assert len(set(places)) == len(own)
    for one in drawn.days:
        left, top = float(one.x[:-1]), float(one.y)
        assert 0 <= left <= 100 - 100 / chart.WEEKS + 0.2 and 0 <= top <= 7 * chart.ROW
        assert abs(top - 1 - one.day.weekday() * chart.ROW) < 1e-6
        for x, y, width, height in drawn.blanks:
            across = float(x.rstrip("%")) - 0.01 <= left <= float(x.rstrip("%")) + float(width.rstrip("%")) - 0.05
            assert not (across and float(y) <= top < float(y) + float(height))


def test_the_days_of_an_incident() -> None:
    """From the day it began to the day it ended, both included; an open one lasts to the cut-off."""
    view = calendar.make(
        incident_desk(
            {"known": at(date(2026, 5, 5)), "started": "2026-05-04T08:00Z", "resolved": "2026-05-06T08:00Z"},
            {"known": at(date(2026, 10, 30)), "started": "unknown", "resolved": "not yet", "severity": "minor"},
        )
    )
    assert view is not None
    found = {day.day: day.severity for day in view.chart.days}
    assert found == {
        **dict.fromkeys([date(2026, 5, day) for day in (4, 5, 6)], "major"),
        **dict.fromkeys([date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1)], "minor"),
    }
    # Nothing is on record before the quarter of the first incident.
    assert view.finding == "6 of the last 215 days had an incident, on 3 a major one"
    assert ("blank", "not on record") in view.key


def test_a_doubtful_time_counts_its_day_alone_and_folded_ones_never() -> None:
    """Where the clocks are in doubt only the day it was known counts."""
    told = {"times_doubtful": "yes", "started": "2020-05-04T08:00Z", "resolved": "2026-09-06T08:00Z"}
    view = calendar.make(
        incident_desk({"known": at(date(2026, 5, 5)), **told}, {"known": at(date(2026, 6, 5)), "parent": "other"})
    )
    assert view is not None and [day.day for day in view.chart.days] == [date(2026, 5, 5)]
    assert view.rule[-1] == "For 1 incident we do not know the end, so it counts up to the day we knew."


def test_an_end_that_nobody_knows_is_said() -> None:
    """The picture then shows fewer days than there were, and tells how many incidents that concerns."""
    view = calendar.make(incident_desk(*({"known": at(date(2026, 5, d)), "resolved": "unknown"} for d in (5, 7))))
    assert view is not None and len(view.chart.days) == 2
    assert view.rule[-1].startswith("For 2 incidents we do not know the end")


def test_one_minute_and_thirty_days() -> None:
    """A minute is a day, thirty days across a month are thirty-one squares."""
    minute = {"known": at(date(2026, 7, 1)), "started": "2026-07-01T09:00Z", "resolved": "2026-07-01T09:01Z"}
    month = {"known": at(date(2026, 8, 1)), "started": "2026-08-01T09:00Z", "resolved": "2026-08-31T09:00Z"}
    view = calendar.make(incident_desk(minute, month))
    assert view is not None and len(view.chart.days) == 1 + 31


@pytest.mark.parametrize(
    ("given_days", "said"),
    [
        ([], "None of the last 365 days had an incident on our list"),
        (["minor", "minor"], "2 of the last 365 days had an incident, none worse than minor"),
        (["minor", "major"], "2 of the last 365 days had an incident, on 1 a major one"),
        (["critical", "major"], "2 of the last 365 days had an incident, on 1 a critical one"),
    ],
)
def test_findings(given_days: list[str], said: str) -> None:
    """Every form of the finding."""
    own = {LAST - timedelta(days=i): name for i, name in enumerate(given_days)}
    assert calendar.finding(Words(), own, 365) == said


def test_no_incident_no_figure() -> None:
    """An empty list draws no clean calendar: it proves nothing."""
    assert calendar.make(made.desk()) is None
    known: Records = made.records(incidents=(made.incident(severity="minor", kind="maintenance", fault="unknown"),))
    assert calendar.make(made.desk(made.scorecard(made.two(made.quarter())), known)) is None


@pytest.mark.parametrize("seed", range(40))
def test_every_number_of_the_finding_is_counted_from_the_table(seed: int, tmp_path: Path) -> None:
    """The months add up to the days drawn and to the finding."""
    view = random_views(seed).get("days")
    assert isinstance(view, calendar.IncidentDays)
    drawn = drawer(tmp_path)("days", view)
    table = drawn.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [[int(n) for n in re.findall(r"<td[^>]*>(?:<strong>)?(\d+)", row)] for row in table.split("<tr>")[1:]]
    days, *by_worst = (sum(column) for column in zip(*rows, strict=True))
    assert days == sum(by_worst) == len(view.chart.days)
    assert days == len(re.findall(r'class="sc-day sc-day-\w+" x="[\d.]+%"', drawn))
    numbers = [int(number) for number in re.findall(r"\d+", view.finding)]
    worst = next((number for number in by_worst if number), 0)
    assert numbers[0] == days if days else "None" in view.finding
    assert len(numbers) < 3 or numbers[2] == worst


def test_drawn(golden: Golden, tmp_path: Path) -> None:
    """The markup as accepted."""
    march = {"known": at(date(2026, 3, 2)), "started": "2026-03-01T09:00Z", "resolved": "2026-03-04T09:00Z"}
    minute = {"known": at(date(2026, 9, 2)), "started": "2026-09-02T09:00Z", "resolved": "2026-09-02T09:01Z"}
    desk = incident_desk({**march, "severity": "critical"}, {**minute, "severity": "minor"})
    golden("golden/days.html", drawer(tmp_path)("days", calendar.make(desk)))
