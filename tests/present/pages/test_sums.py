"""The sums page: every printed step can be done again, ends where the scorecard ends, and says so where it cannot."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard import pipeline
from scorecard.model.figures import shown
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.records import Entry
from scorecard.model.trust import DimensionReading, QuestionReading, TrustQuarter
from scorecard.present.desk import Desk
from scorecard.present.pages import sums as page_kind
from scorecard.present.views import own_weights, sums
from scorecard.present.words import Words
from scorecard.score import aggregate
from tests.made import HOSTILE
from tests.present import made
from tests.present.pages.drawn import html, page, text

REPOSITORY = Path(__file__).resolve().parents[3]
NUMBER = r"[\d.]+"


@pytest.fixture(scope="module")
def scored() -> pipeline.Scored:
    """The example, scored."""
    return pipeline.score(REPOSITORY, datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture(scope="module")
def desk(scored: pipeline.Scored) -> Desk:
    """The desk of the example."""
    return Desk(scored.scorecard, scored.records, scored.as_of, "1", Words(zone="Europe/Rome"))


@pytest.fixture(scope="module")
def now(desk: Desk) -> TrustQuarter:
    """The customers' quarter that the site leads with."""
    found = desk.trust("customers", desk.quarter)
    assert found is not None
    return found


def near(printed: str, value: float, by: float = 0.00015) -> bool:
    """Does a printed figure say the value, with a last digit to spare?"""
    return abs(float(printed) - value) <= by


def test_the_parts_are_the_printed_means_of_printed_questions(desk: Desk, now: TrustQuarter) -> None:
    """Each part's sum is made of the scores printed in step 1, and comes to the printed part."""
    found = sums.make(desk, now)
    printed = {row.score for row in found.questions}
    assert len(found.questions) == 18 and len(found.parts) == 8
    for part in found.parts:
        terms, _, count = part.sum.strip("(").partition(") ÷ ")
        values = terms.split(" + ")
        assert set(values) <= printed and len(values) == int(count)
        assert near(part.score, sum(map(float, values)) / len(values))


def test_the_printed_steps_lead_to_the_published_score(desk: Desk, now: TrustQuarter) -> None:
    """From the printed table alone a stranger comes to trust and both ends, to the digits of the site."""
    found = sums.make(desk, now).trust
    assert found is not None
    total = sum(float(row.weight) * math.log(float(row.score)) for row in found.rows)
    assert near(found.products, total, 0.0005)
    assert float(found.weights) == sum(float(row.weight) for row in found.rows)
    score = math.exp(total / float(found.weights))
    assert now.trust.score is not None and now.trust.lo is not None and now.trust.hi is not None
    assert abs(score - now.trust.score) < 0.0002
    numbers = [re.findall(NUMBER, line) for line in found.working]
    for line in (numbers[0], numbers[1], numbers[3]):
        products, weights, mean, power, result = line
        assert near(mean, float(products) / float(weights), 2e-6) and power == mean
        assert near(result, math.exp(float(power)))
    (root,) = (line for line in found.working if "√" in line)
    r, _, _, k, factor = re.findall(r"\d+(?:\.\d+)?", root)
    assert near(factor, math.sqrt(float(r) + (1 - float(r)) / int(k)))
    lower, upper = float(numbers[1][-1]), float(numbers[3][-1])
    assert near(numbers[2][-1], score - float(factor) * (score - lower), 0.0004)
    assert near(numbers[4][-1], score + float(factor) * (upper - score), 0.0004)
    assert (near(numbers[2][-1], now.trust.lo), near(numbers[4][-1], now.trust.hi)) == (True, True)
    figures = [shown(value) for value in (now.trust.score, now.trust.lo, now.trust.hi)]
    assert found.result == "Trust is {}, between {} and {}.".format(*figures)


def test_what_enters_is_what_the_score_took(desk: Desk) -> None:
    """The page's own choice of parts, and its narrowing, are those of the scoring room, in every quarter."""
    for series in desk.scorecard.series:
        for one in series.quarters:
            assert sums.entering(desk, one) == aggregate.present(one.dimensions, desk.method.gates.full_from)
            wave = desk.wave(one.audience, one.quarter)
            r = wave.record.question_correlation if wave is not None else None
            for k in (1, 8):
                mine = sums.narrowing(sums.correlation(desk, one), k)
                assert mine == aggregate.narrowing(r, one.trust.n or 0, k)


def test_the_printed_points_lead_to_the_printed_total(desk: Desk) -> None:
    """Each pillar and the total from the printed weights and points; what is left out says why."""
    (found,) = page_kind.make(desk)
    openness = getattr(found.context, "openness")  # noqa: B009 - the page's type is open here
    for one in (*openness.pillars, openness.total):
        pairs = [(float(row.weight), float(row.points)) for row in one.rows if row.points]
        assert all(row.points or row.reason for row in one.rows)
        products, weights, result = map(float, re.findall(NUMBER, one.working))
        assert weights == sum(weight for weight, _ in pairs)
        assert abs(products - sum(weight * points for weight, points in pairs)) < 0.01
        assert abs(result - products / weights) < 0.0002
    totals = [row.points for row in openness.total.rows]
    assert totals == [one.working.rpartition("= ")[2] for one in openness.pillars]


def test_the_lower_one_is_named(desk: Desk, now: TrustQuarter) -> None:
    """Trust, the direct answer, and the lower of the two with its range."""
    lines = sums.make(desk, now).lower
    direct, parts, low, lo, hi = re.findall(r"\d+\.\d+", " ".join(lines))
    assert float(low) == min(float(direct), float(parts))
    assert near(lo, now.state_score.lo or 0) and near(hi, now.state_score.hi or 0)


def test_the_rule_prints_its_numbers(desk: Desk, now: TrustQuarter) -> None:
    """Every number that the rule looked at is named; only those without a public name are left out."""
    drawn = html(page(page_kind, desk))
    assert f"Rule {now.state.rule} of the method decided." in text(drawn)
    for key, value in now.state.facts.items():
        if isinstance(value, int | float):
            assert f"<dd>{Words().plain(value, 4)}</dd>" in drawn, key


def test_every_fact_of_every_rule_has_a_name(desk: Desk) -> None:
    """No number of a rule is without its words."""
    from scorecard.present.views import state_numbers

    seen = 0
    for series in desk.scorecard.series:
        for one in series.quarters:
            numbers = [value for value in one.state.facts.values() if isinstance(value, int | float)]
            named = [pair for pair in state_numbers.make(Words(), one) if pair[0] != "which of the two"]
            assert len(named) == len(numbers), one.state
            seen += len(numbers)
    assert seen > 100


parts = st.lists(
    st.tuples(st.floats(1, 10, allow_nan=False), st.floats(0, 10, allow_nan=False)), min_size=1, max_size=8
)


@given(parts, st.sampled_from(["geometric", "arithmetic"]))
def test_no_weights_lead_out_of_the_printed_range(pairs: list[tuple[float, float]], kind: str) -> None:
    """Lowest and highest part bound every weighted mean; giving all weight to one of them reaches the end."""
    values, weights = [value for value, _ in pairs], [weight for _, weight in pairs]
    if sum(weights) > 1e-9:
        assert min(values) - 1e-9 <= aggregate.average(values, weights, kind) <= max(values) + 1e-9
    alone = [1.0 if value == min(values) else 0.0 for value in values]
    assert abs(aggregate.average(values, alone, kind) - min(values)) < 1e-9


def test_start_weights() -> None:
    """Equal ones in the middle, whole ones as they are, others scaled to 10."""
    assert own_weights.start_weights([1, 1, 1]) == [5, 5, 5]
    assert own_weights.start_weights([3, 1, 0]) == [3, 1, 0]
    assert own_weights.start_weights([30, 15, 20]) == [10, 5, 6.7]
    assert own_weights.start_weights([0.5, 0.25]) == [10, 5]


def test_the_range_names_its_ends(desk: Desk, now: TrustQuarter) -> None:
    """Weakest and strongest part with their scores, which the script is given unrounded."""
    present = sums.entering(desk, now)
    assert now.trust.score is not None
    found = own_weights.make(desk, present, now.trust.score)
    scores = {one.name: one.estimate.score or 0.0 for one in present}
    low, high = min(scores, key=scores.__getitem__), max(scores, key=scores.__getitem__)
    assert f"between {shown(scores[low])} ({low} alone) and {shown(scores[high])} ({high} alone)" in found.range
    assert [float(part.value) for part in found.parts] == [one.estimate.score for one in present]


def hidden(code: ReasonCode, detail: str = "") -> Estimate:
    """A figure that is not told."""
    return Estimate(reason=Reason(code, detail, {"below": 10}))


def sums_of(one: TrustQuarter | None, quarter: Quarter | None = made.Q3) -> str:
    """The page of a hand-made quarter, as markup."""
    card = made.scorecard(*([made.series(one)] if one is not None else []), quarter=quarter)
    return html(page(page_kind, made.desk(card)))


def test_nothing_published() -> None:
    """The page says that there is nothing, and has neither controls nor a script."""
    drawn = sums_of(None, None)
    assert "Nothing is published yet, so there is nothing to work out." in text(drawn)
    assert "<script" not in drawn and "<form" not in drawn


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        (hidden(ReasonCode.SUPPRESSED), "No trust score is published: Hidden to protect people."),
        (hidden(ReasonCode.TOO_FEW), "No trust score is published: Too few people answered."),
        (
            hidden(ReasonCode.NOT_ASKED, "direct_only"),
            "No trust score is published: The parts of trust were not",
        ),
    ],
)
def test_no_score_is_said(figure: Estimate, why: str) -> None:
    """Suppressed, too few, not asked: the reason stands in the place of the sum, and there are no weights to set."""
    dimensions = (DimensionReading("contact", "Contact", 1.0, figure),)
    asked = (QuestionReading("contact-good", "Good?", "counts", (1, 10), figure),)
    drawn = sums_of(made.quarter(figure, dimensions=dimensions, questions=asked, direct=made.score(6.0)))
    assert why in text(drawn)
    assert "<script" not in drawn and "<form" not in drawn
    assert text(drawn).count("Asked directly, people gave 6.0000.") == 1


def test_not_asked_in_this_quarter() -> None:
    """A quarter without a wave has no sums of trust."""
    one = made.quarter(hidden(ReasonCode.NOT_ASKED), fielding=None)
    assert "Customers were not asked in Q3 2026." in text(sums_of(one))


def test_an_arithmetic_method_has_no_logarithms() -> None:
    """The method's own way of adding up is shown and handed to the script."""
    method = made.method()
    own = method.record.model_copy(update={"aggregation": "arithmetic"})
    dimensions = tuple(
        DimensionReading(id, id.title(), 1.0, made.score(score)) for id, score in (("a", 6.0), ("b", 8.0))
    )
    one = made.quarter(made.score(7.0), dimensions=dimensions)
    known = made.records(method=Entry("method", own, "data/method.yml"))
    drawn = html(page(page_kind, made.desk(made.scorecard(made.series(one)), known)))
    assert 'data-sums="arithmetic"' in drawn and "Logarithm" not in drawn
    assert "Score: 14.000000 ÷ 2 = 7.0000" in text(drawn)


def test_hostile_names_stay_text() -> None:
    """A part's name reaches the page, the labels and the controls as text."""
    dimensions = (
        DimensionReading("a", HOSTILE, 1.0, made.score(6.0)),
        DimensionReading("b", "B", 1.0, made.score(7.0)),
    )
    drawn = sums_of(made.quarter(made.score(6.5), dimensions=dimensions))
    assert "<script>alert" not in drawn and "&lt;script&gt;alert" in drawn
    assert drawn.count("<script") == 1 and 'src="../assets/scripts/sums.js" defer' in drawn
    assert not re.search(r"\son\w+=|\sstyle=", drawn)


def test_home_and_quarter_lead_to_the_sums(scored: pipeline.Scored, desk: Desk) -> None:
    """One click from home and from the latest quarter."""
    from scorecard.present import pages
    from scorecard.publish.drawing import Templates
    from scorecard.publish.templates import packaged_templates

    made_pages = {one.uri: one for one in pages.make(desk)}
    for uri, link in (("", "sums/"), ("quarters/2026-q3/", "../../sums/")):
        from scorecard.model.pages import Site

        drawn = Templates([packaged_templates()]).document(made_pages[uri], Site("x", tuple(made_pages.values()))).html
        assert f'href="{link}"' in drawn


def test_a_quarter_by_year_says_so(desk: Desk, now: TrustQuarter) -> None:
    """Where the headline takes four quarters together the page says that it works out one."""
    one = replace(now, headline="year")
    drawn = html(page(page_kind, made.desk(made.scorecard(made.series(one)), desk.records)))
    assert "The headline takes four quarters together." in text(drawn)
