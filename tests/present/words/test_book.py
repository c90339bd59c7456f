"""Figures, dates and durations: one rounding, and nothing across a boundary."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.quarters import Quarter
from scorecard.present.words import Words

W = Words(zone="Europe/Rome")


@pytest.mark.parametrize(
    ("value", "text"),
    [(6.84, "6.8"), (6.96, "6.96"), (7.04, "7.0"), (6.999999999999999, "7.0"), (10.0, "10.0"), (6.9999, "6.9999")],
)
def test_a_figure_stays_on_its_side_of_7(value: float, text: str) -> None:
    """6.96 is not 7.0 (vector V23)."""
    assert W.figure(value) == text


@given(st.floats(1, 10), st.sampled_from([4.0, 5.5, 7.0, 7.2]))
def test_no_figure_crosses_a_boundary_that_is_named(value: float, limit: float) -> None:
    """What is shown is under a boundary exactly when the figure is, to 9 decimals."""
    assert (float(W.figure(value, limit)) >= limit) == (round(value, 9) >= limit)


@pytest.mark.parametrize(
    ("ends", "text"),
    [((6.52, 7.11), ("6.5", "7.1")), ((7.41, 7.43), ("7.41", "7.43")), ((7.411, 7.414), ("7.411", "7.414"))],
)
def test_the_ends_of_a_range_never_look_the_same(ends: tuple[float, float], text: tuple[str, str]) -> None:
    """A decimal more where the ends collapse."""
    assert W.interval(*ends) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"), (0.4, "0 min"), (41, "41 min"), (60, "1 h"), (425, "7 h 5 min"), (2 * 1440 - 1, "47 h 59 min"),
        (2 * 1440, "2 days"), (3000, "2 days 2 h"), (9 * 1440 + 31, "9 days 1 h"), (9 * 1440 + 1, "9 days"),
        (14 * 1440 + 900, "15 days"), (525_656, "365 days"), (-5, "0 min"),
    ],
)  # fmt: skip
def test_durations(minutes: float, text: str) -> None:
    """Minutes, hours and minutes up to two days, then days."""
    assert W.duration(minutes) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (1, "100%"), (0.129, "13%"), (0.999, "99.9%"), (0.0004, "0.04%"), (0.5, "50%")]
)
def test_a_share_that_is_not_whole_is_never_shown_as_whole(share: float, text: str) -> None:
    """0 % means nobody, 100 % means everybody."""
    assert W.percent(share) == text


def test_times_are_local_to_the_organisation() -> None:
    """A moment late in the evening in UTC is the next day in Rome."""
    at = datetime(2026, 8, 14, 22, 30, tzinfo=UTC)
    assert W.moment(at) == "15 August 2026, 00:30"
    assert W.short_moment(at) == "15 Aug 2026, 00:30"
    assert W.day(at) == "15 August 2026"
    assert W.day(date(2026, 8, 14)) == "14 August 2026"


def test_quarters_and_their_months() -> None:
    """A fiscal quarter may cross a year."""
    assert W.quarter(Quarter(2026, 3)) == "Q3 2026"
    assert W.months(date(2026, 7, 1), date(2026, 9, 30)) == "July to September 2026"
    assert W.months(date(2025, 11, 1), date(2026, 1, 31)) == "November 2025 to January 2026"


def test_facts_are_never_patterns() -> None:
    """Braces in a text of the company stay what they are."""
    assert W.say("Tell us: {what}", what="{0} {words} {{") == "Tell us: {0} {words} {{"


def test_clipped_texts_end_at_a_word() -> None:
    """A long title is cut with an ellipsis, a short one is not touched, blanks are one."""
    assert W.clip("We sent 9,400  households\na bill", 12) == "We sent 9,400 households a bill"
    assert W.clip("one two three four", 3) == "one two three…"
    assert W.clip("a" * 200, 3, 20) == "a" * 20 + "…"


def test_another_language_changes_figures_and_dates() -> None:
    """Figures and dates follow the language; the words follow with a catalogue."""
    italian = Words("it", "Europe/Rome")
    assert italian.figure(6.84) == "6,8"
    assert italian.number(48_210) == "48.210"
    assert italian.day(date(2026, 8, 14)) == "14 agosto 2026"
    assert italian.listed(["a", "b", "c"]) == "a, b e c"
    assert W.listed(["a", "b", "c"]) == "a, b and c"
