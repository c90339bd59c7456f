"""Durations, cut-offs and medians, against the vectors and against other paths to the same numbers."""

import math
from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.quarters import Calendar, Quarter
from scorecard.score.clocks import Almanac, Cutoff, duration_score, median, working_days_after
from tests.score.company import after, incident, indicator, reading, three
from tests.score.vectors import TOLERANCE, V18, V19, V20

DURATIONS = st.floats(1e-6, 1e6)


@pytest.mark.parametrize(("target", "limit", "duration"), V18)
def test_a_duration_scores_as_v18(target: float, limit: float, duration: float) -> None:
    """V18: 100 ln(limit/d) / ln(limit/target), clipped."""
    assert duration_score(duration, target, limit) == pytest.approx(V18[target, limit, duration], abs=TOLERANCE)


@given(d=DURATIONS, factor=st.floats(1.0, 100), target=st.floats(0.01, 1e3), ratio=st.floats(1.01, 1e3))
def test_longer_never_scores_more(d: float, factor: float, target: float, ratio: float) -> None:
    """A score stays within 0 to 100 and falls with the duration."""
    limit = target * ratio
    assert 0 <= duration_score(d * factor, target, limit) <= duration_score(d, target, limit) <= 100


@given(target=st.floats(0.01, 1e3), ratio=st.floats(1.5, 1e3), step=st.floats(0, 0.5))
def test_doubling_costs_the_same_everywhere(target: float, ratio: float, step: float) -> None:
    """Equal ratios of durations cost equal points: half way in logarithms is half the points."""
    limit = target * ratio
    middle = target * ratio**0.5
    assert duration_score(middle, target, limit) == pytest.approx(50)
    assert duration_score(target * ratio**step, target, limit) == pytest.approx(100 * (1 - step))


@pytest.mark.parametrize(("durations", "ended", "expected"), V19)
def test_the_median_counts_open_clocks_as_v19(durations: list[float], ended: list[int], expected: float | None) -> None:
    """V19: the smallest t with S(t) <= 1/2, also where S(t) is exactly one half; None if never reached."""
    assert median(zip(durations, map(bool, ended), strict=True)) == expected


def survival(clocks: list[tuple[int, bool]], t: int) -> Fraction:
    """S(t) straight from its definition: the product over all event times up to t."""
    found = Fraction(1)
    for time in {time for time, ended in clocks if ended and time <= t}:
        at_risk = sum(other >= time for other, _ in clocks)
        found *= 1 - Fraction(sum(other == time and ended for other, ended in clocks), at_risk)
    return found


@given(st.lists(st.tuples(st.integers(0, 12), st.booleans()), max_size=14))
def test_the_median_is_the_first_time_half_have_ended(clocks: list[tuple[int, bool]]) -> None:
    """The same median as by brute force over the definition in fractions."""
    reached = [t for t in range(13) if clocks and survival(clocks, t) <= Fraction(1, 2)]
    assert median(clocks) == (min(reached) if reached else None)


@given(st.lists(st.floats(0, 1e4), min_size=1, max_size=30))
def test_without_open_clocks_it_is_the_lower_median(durations: list[float]) -> None:
    """With every clock ended, it is the lower of the two middle values."""
    assert median((d, True) for d in durations) == sorted(durations)[math.ceil(len(durations) / 2) - 1]


@pytest.mark.parametrize(("hours", "is_open"), V20)
def test_an_open_clock_scores_its_elapsed_time_as_v20(hours: float, is_open: bool) -> None:
    """V20: scored at the time so far, provisional while it is open."""
    told = "not-yet" if is_open else after(hours=hours)
    one = three(known=after(days=0), notified=told, resolved="not-yet")
    found = indicator("first-notice-time", one, as_of=after(hours=hours if is_open else 48))
    score, provisional = V20[hours, is_open]
    assert found.value == pytest.approx(score, abs=TOLERANCE)
    assert found.provisional is provisional


@given(first=st.floats(0, 200), more=st.floats(0, 200))
def test_an_open_clock_only_falls(first: float, more: float) -> None:
    """Waiting longer with no word out never helps any score of the clock."""
    silent = incident("silent", notified="not-yet", resolved="not-yet")
    early, late = (reading(silent, after(hours=hours)) for hours in (first, first + more))
    assert early.notice_open and late.notice_open
    for name in ("notice_score", "dark_score", "silence_score"):
        before, now = getattr(early, name), getattr(late, name)
        assert before is None or now <= before


def test_a_quarter_ends_at_local_midnight() -> None:
    """In Rome the second quarter of 2026 ends at 22:00 UTC; that moment itself belongs to the next one."""
    almanac = Almanac(ZoneInfo("Europe/Rome"), Calendar())
    end = datetime(2026, 6, 30, 22, 0, tzinfo=UTC)
    found = almanac.cutoff(Quarter(2026, 2), datetime(2026, 9, 1, tzinfo=UTC))
    assert found == Cutoff(end, date(2026, 6, 30), whole=True)
    assert not found.seen(end)
    assert found.seen(end.replace(hour=21, minute=59))
    assert almanac.quarter(end) == Quarter(2026, 3)


def test_before_the_end_of_a_quarter_as_of_is_its_cutoff() -> None:
    """The cut-off is the earlier of as_of and the end; what happens at as_of itself counts."""
    almanac = Almanac(ZoneInfo("Europe/Rome"), Calendar())
    as_of = datetime(2026, 5, 31, 23, 0, tzinfo=UTC)
    found = almanac.cutoff(Quarter(2026, 2), as_of)
    assert found == Cutoff(as_of, date(2026, 6, 1), whole=False)
    assert found.seen(as_of)


def test_fiscal_quarters_decide_where_a_moment_belongs() -> None:
    """With a year that starts in October, November 2018 is the first quarter of 2019."""
    almanac = Almanac(ZoneInfo("America/Denver"), Calendar(10, 1))
    assert almanac.quarter(datetime(2018, 11, 5, tzinfo=UTC)) == Quarter(2019, 1)
    assert almanac.quarter(datetime(2018, 10, 1, 5, 0, tzinfo=UTC)) == Quarter(2018, 4)


def test_working_days_leave_out_weekends() -> None:
    """Ten working days after a Friday is the Friday two weeks later; five after a Saturday the next Friday."""
    assert working_days_after(date(2026, 5, 1), 10) == date(2026, 5, 15)
    assert working_days_after(date(2026, 5, 2), 5) == date(2026, 5, 8)
