"""The outcomes page: beside trust, with honest axes, no cause claimed, no figure invented."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.quarters import Quarter
from scorecard.model.records import Records
from scorecard.model.records.registers import Outcomes
from scorecard.present.charts import outcome as chart
from scorecard.present.pages import outcomes
from tests.present import made, readable
from tests.present.pages.drawn import desk, entry, html, in_order, page, read


def known(*series: dict[str, object], **more: object) -> Records:
    one = {"id": "stayed", "title": "Customers who stayed", "kind": "share", "series": list(series), **more}
    return made.records(outcomes=entry(Outcomes, "outcomes", outcomes=[one]))


def test_the_finding_is_the_last_figure_and_the_one_before() -> None:
    """No verdict and no cause: two numbers with their quarters."""
    told = read(
        outcomes,
        desk(
            known(
                {"quarter": "2026-Q2", "value": "0.95", "n": "900"}, {"quarter": "2026-Q3", "value": "0.9", "n": "900"}
            )
        ),
    )
    assert in_order(
        told,
        "What people did, beside what they said",
        "We do not claim that one causes the other.",
        "Customers who stayed",
        "90.0% in Q3 2026, 95.0% the quarter before",
    )
    assert not readable.VAGUE.search(told)


def test_a_gap_says_why_and_is_drawn_as_one() -> None:
    """A missing quarter has its reason in the table, a grey column in the picture, and no line across it."""
    at = desk(
        known(
            {"quarter": "2026-Q1", "value": "0.95"},
            {"quarter": "2026-Q2", "missing": "We did not ask."},
            {"quarter": "2026-Q3", "value": "0.9"},
        )
    )
    drawn = html(page(outcomes, at))
    assert "We did not ask." in drawn
    figure = page(outcomes, at).context.figures[0]  # type: ignore[attr-defined]
    assert len(figure.chart.panels[0].gaps) == 1
    assert figure.chart.panels[0].lines == ()
    assert figure.finding == "90.0% in Q3 2026"


def test_an_outcome_without_any_figure_draws_nothing() -> None:
    """No picture of nothing."""
    at = desk(known({"quarter": "2026-Q3", "missing": "Not counted yet."}))
    figure = page(outcomes, at).context.figures[0]  # type: ignore[attr-defined]
    assert (figure.chart, figure.finding) == (None, "No figure yet")
    assert "<svg" not in html(page(outcomes, at))


def test_a_recommendation_score_keeps_its_whole_axis_and_its_range() -> None:
    """−100 to 100 always, with the range of chance in the table."""
    at = desk(
        known(
            {"quarter": "2026-Q3", "promoters": "134", "passives": "212", "detractors": "275"},
            kind="net-promoter-score",
        )
    )
    figure = page(outcomes, at).context.figures[0]  # type: ignore[attr-defined]
    assert [tick.label for tick in figure.chart.panels[0].ticks] == ["−100", "−50", "0", "50", "100"]
    assert (figure.rows[0].value, figure.rows[0].n, figure.rows[0].range) == ("−23", "621", "−29 to −16")


def test_without_outcomes_the_page_says_so() -> None:
    """An absent register is named."""
    assert "We publish no outcomes" in read(outcomes, desk(made.records()))


numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3))


@given(st.lists(numbers, min_size=1, max_size=12))
def test_an_axis_holds_every_value_on_few_round_lines(values: list[float]) -> None:
    """Ends at or beyond the values, two to seven lines, evenly apart."""
    axis = chart.nice_axis(values)
    slack = 1e-6 * max(1.0, abs(axis.low), abs(axis.high))
    assert axis.low <= min(values) + slack
    assert axis.high >= max(values) - slack
    assert 2 <= len(axis.ticks) <= 7
    steps = {round((b - a) / (axis.high - axis.low), 6) for a, b in zip(axis.ticks, axis.ticks[1:], strict=False)}
    assert len(steps) == 1


@given(st.lists(st.floats(0, 1, allow_nan=False).map(lambda x: round(x, 4)), min_size=1, max_size=12))
def test_a_share_never_gets_an_axis_beyond_all_or_nothing(values: list[float]) -> None:
    """0 % and 100 % are the ends of every share."""
    axis = chart.nice_axis(values, 0.0, 1.0)
    assert 0.0 <= axis.low < axis.high <= 1.0


@given(st.lists(st.one_of(st.none(), st.floats(0, 100, allow_nan=False)), min_size=1, max_size=40))
def test_every_point_stands_inside_its_panel(values: list[float | None]) -> None:
    """Whatever the values, and only the newest twenty quarters."""
    series = chart.Series("x", tuple(chart.Value(value) for value in values), chart.Axis(0, 100, (0, 50, 100)), str)
    quarters = [Quarter(2020, 1).plus(i) for i in range(len(values))]
    drawn = chart.make("x", "x", "x", quarters, [series])
    (panel,) = drawn.panels
    assert len(drawn.columns) == min(len(values), chart.MOST_QUARTERS)
    top, bottom = float(panel.top), float(panel.top) + float(panel.height)
    assert all(top - 0.01 <= float(y) <= bottom + 0.01 and 0 <= float(x[:-1]) <= 100 for x, y, _ in panel.points)
    assert len(panel.points) + len(panel.gaps) == len(drawn.columns)
    assert math.isfinite(float(drawn.height))
