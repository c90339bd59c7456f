"""Trust quarter by quarter, from hand-made waves."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from scorecard.model.readings import Flag, ReasonCode, Verdict, VerdictWord
from scorecard.model.states import StateName
from scorecard.model.trust import TrustQuarter
from scorecard.score import score
from tests.score.company import company, incident
from tests.score.waves import FIRST, PARTS, all_at, asked, method, mixed, only, records, series, wave


def word(verdict: Verdict | None) -> VerdictWord:
    assert verdict is not None
    return verdict.word


def test_the_direct_question_alone_gives_an_honest_quarter() -> None:
    """The least wave: S with interval, T not asked for its eight parts, no band, guarded for want of T."""
    found = only(wave(0, asked(8.0)))
    assert found.trust.reason is not None
    assert (found.trust.reason.code, found.trust.reason.detail) == (ReasonCode.NOT_ASKED, "direct_only")
    assert found.trust.reason.facts["parts"] == 8
    assert found.shown is found.direct
    assert found.direct.score == pytest.approx(8.0)
    assert (found.state.name, found.state.detail) == (StateName.GUARDED, "no_trust")
    assert (found.robustness, found.gap, found.weakest, found.year) == (None, None, "", None)
    assert (found.n, found.usable, found.file) == (400, True, "data/surveys/2024-q1.yml")


def test_a_whole_wave_gives_t_beside_s() -> None:
    """T over eight dimensions, X the lower of T and S, the weakest dimension, the gap, the band."""
    found = only(wave(0, asked(7.0, 8, 8, 8, 8, 8, 5, 8, 8)))
    assert found.trust.score == pytest.approx((8**7 * 5) ** (1 / 8))
    assert found.state_score == found.direct
    assert found.weakest == PARTS_TO_DIMENSIONS[5]
    assert found.gap == pytest.approx((found.direct.score or 0) - (found.trust.score or 0))
    assert not found.gap_clear
    assert found.robustness is not None
    assert (found.robustness.ways, found.robustness.straddles) == (17, False)


PARTS_TO_DIMENSIONS = ("contact", "heard", "promise", "people", "cost-care", "openness", "integrity", "small-things")


def test_a_gap_is_clear_over_one_point_with_intervals_apart() -> None:
    """The detailed answers do not explain how people say they feel."""
    found = only(wave(0, asked(6.0, *[7.2] * 8)))
    assert found.gap == pytest.approx(-1.2)
    assert found.gap_clear
    assert not only(wave(0, asked(6.2, *[7.2] * 8))).gap_clear


def test_t_needs_three_quarters_of_its_weight_on_thirty_answers() -> None:
    """Two dimensions on 29 answers are shown, flagged, and not in T; three are too many."""

    def weak(many: int) -> TrustQuarter:
        waves = [*asked(7.0, *[7.0] * (8 - many)), *[{"id": id, "counts": mixed(7, 29)} for id in PARTS[8 - many :]]]
        return only(wave(0, waves))

    two, three = weak(2), weak(3)
    assert two.trust.score == pytest.approx(7.0)
    assert two.trust.flags == {Flag.MISSING}
    assert two.dimensions[-1].estimate.flags == {Flag.LOW_RELIABILITY}
    assert three.trust.reason is not None
    assert (three.trust.reason.code, three.trust.reason.detail) == (ReasonCode.TOO_FEW, "coverage")
    assert three.trust.reason.facts == {"present": 5, "parts": 8, "share": 0.625, "needed": 0.75}


def test_a_wave_of_twenty_nine_has_no_verdict_and_no_state() -> None:
    """10 to 29 answers: shown with flag u, nothing is judged by them."""
    found = series(wave(0, all_at(8.0)), wave(1, asked(3.0, n=29)))
    latest = found.latest
    assert latest.direct.flags == {Flag.LOW_RELIABILITY}
    assert word(latest.verdict) is VerdictWord.NOT_COMPARABLE
    assert latest.verdict is not None
    assert latest.verdict.reason is not None
    assert latest.verdict.reason.facts == {"n": 29, "needed": 30, "side": "now"}
    assert (latest.usable, latest.state.name, latest.state.facts["why"]) == (False, StateName.PARTNER, "no_score")


def test_correlation_narrows_t_from_a_hundred_answers() -> None:
    """Half-widths times the root of r + (1 - r)/8."""
    wide, narrow = (only(wave(0, all_at(7.0), **more)).trust for more in ({}, {"question_correlation": 0.55}))
    assert wide.hi is not None
    assert narrow.hi is not None
    assert (narrow.hi - 7) / (wide.hi - 7) == pytest.approx((0.55 + 0.45 / 8) ** 0.5, abs=1e-6)
    few = [only(wave(0, all_at(7.0, n=95), **more)).trust.hi for more in ({}, {"question_correlation": 0.55})]
    assert few[0] == few[1]


def test_verdicts_are_against_the_quarter_before_and_the_year_before() -> None:
    """Better than last quarter, worse than a year ago; each names the quarter it is against."""
    scores = [8.0, 7.0, 6.0, 6.0, 7.0]
    found = series(*[wave(i, all_at(x)) for i, x in enumerate(scores)]).latest
    assert (word(found.verdict), word(found.verdict_year)) == (VerdictWord.BETTER, VerdictWord.WORSE)
    assert found.verdict is not None
    assert found.verdict_year is not None
    assert (found.verdict.against, found.verdict_year.against) == (FIRST.plus(3), FIRST)
    assert [found.verdict.before, found.verdict.now] == pytest.approx([6.0, 7.0])


def test_without_a_neighbour_there_is_no_verdict() -> None:
    """The first quarter says `first`; one after a gap says that nobody was asked before."""
    found = series(wave(0, all_at(7.0)), wave(2, all_at(7.0)))
    reasons = [quarter.verdict.reason for quarter in (found.quarters[0], found.latest) if quarter.verdict is not None]
    assert [(one.code, one.detail) for one in reasons if one is not None] == [
        (ReasonCode.NOT_ASKED, "first"),
        (ReasonCode.NOT_ASKED, "no_wave"),
    ]


def test_the_verdict_is_that_of_the_figure_shown() -> None:
    """Where T is new and S is not, T has nothing to be compared with and S is."""
    found = only(wave(0, asked(6.0)), wave(1, all_at(7.0)))
    assert found.shown is found.trust
    assert word(found.verdict) is VerdictWord.NOT_COMPARABLE
    assert word(found.direct_verdict) is VerdictWord.BETTER


def test_a_dropped_dimension_improves_nothing() -> None:
    """T rises because the bad part was left out; the verdict is taken on the seven that both have."""
    first = wave(0, asked(7.0, *[7.5] * 7, 4.0))
    second = wave(1, asked(7.0, *[7.5] * 7))
    found = only(first, second)
    assert (found.trust.score or 0) > 7.4
    assert found.verdict is not None
    assert (found.verdict.word, found.verdict.d) == (VerdictWord.SAME, 0.0)


def test_many_words_pass_holm_and_the_headline_keeps_its_own() -> None:
    """Eight dimensions that rose alone-clearly but not together-clearly lose the word; T and S keep theirs."""
    found = only(wave(0, asked(7.0, 7.0, *[7.0] * 7, n=400)), wave(1, asked(7.3, 7.25, *[7.0] * 7, n=400)))
    rose = found.dimensions[0].verdict
    assert rose is not None
    assert rose.lo is not None
    assert rose.p is not None
    assert rose.adjusted_p is not None
    assert rose.lo > 0
    assert rose.d == pytest.approx(0.25)
    assert rose.adjusted_p == pytest.approx(min(1.0, 8 * rose.p))
    assert rose.adjusted_p >= 0.05
    assert rose.word is VerdictWord.SAME
    assert found.direct_verdict is not None
    assert (found.direct_verdict.word, found.direct_verdict.adjusted_p) == (VerdictWord.BETTER, None)


def test_a_question_alone_in_its_dimension_shares_its_verdict() -> None:
    """It is the same comparison, so it counts once in Holm; two questions of a dimension count by themselves."""
    one = only(wave(0, all_at(7.0)), wave(1, all_at(7.6)))
    by_id = {question.id: question.verdict for question in one.questions}
    assert all(by_id[part.questions[0]] == part.verdict for part in one.dimensions)
    more = [{"id": "contact-easy", "counts": mixed(7)}]
    two = only(wave(0, [*all_at(7.0), *more]), wave(1, [*all_at(7.0), *more]))
    easy = next(question for question in two.questions if question.id == "contact-easy")
    assert easy.verdict is not None
    assert easy.verdict.adjusted_p == 1.0


def grouped(score: float, small: int = 120) -> list[dict[str, Any]]:
    parts = {"household": mixed(score, 300), "business": mixed(score, small)}
    return [{"id": "trust", "counts": {"all": [sum(row) for row in zip(*parts.values(), strict=True)], **parts}}]


SEGMENTS: dict[str, Any] = {"segments": {"household": {"name": "Households"}, "business": {}}}


def test_groups_of_the_direct_question_have_verdicts() -> None:
    """Each against the same group a quarter before; one under 30 has none that says anything."""
    found = only(wave(0, grouped(6.0)), wave(1, grouped(7.0)), organisation=SEGMENTS)
    groups = {group.name: group for group in found.questions[0].groups}
    assert {name: word(group.verdict) for name, group in groups.items()} == {
        "Households": VerdictWord.BETTER,
        "business": VerdictWord.BETTER,
    }
    weak = only(wave(0, grouped(6.0, 20)), wave(1, grouped(7.0, 20)), organisation=SEGMENTS)
    assert word(weak.questions[0].groups[1].verdict) is VerdictWord.NOT_COMPARABLE


def test_a_hidden_group_has_no_verdict() -> None:
    """Nothing is said of a group under 10, and of the one that would give it away."""
    found = only(wave(0, grouped(6.0, 8)), wave(1, grouped(7.0, 8)), organisation=SEGMENTS)
    assert [(group.estimate.n, group.verdict) for group in found.questions[0].groups] == [(None, None), (None, None)]


def test_missing_quarters_stand_in_the_series() -> None:
    """Between two waves, with the reason, flag m and the state that is kept."""
    found = series(wave(0, all_at(8.0)), wave(2, all_at(8.0)))
    gap = found.quarters[1]
    assert [quarter.quarter for quarter in found.quarters] == [FIRST.plus(i) for i in range(3)]
    assert gap.trust.reason is not None
    assert (gap.trust.reason.code, gap.trust.reason.detail) == (ReasonCode.NOT_ASKED, "no_wave")
    assert (gap.fielding, gap.n, gap.usable, gap.verdict) == (None, None, False, None)
    assert gap.flags == {Flag.MISSING}
    assert (gap.state.name, gap.state.measured) == (StateName.PARTNER, FIRST)


def ends(organisation: dict[str, Any], as_of: datetime) -> str:
    return str(series(wave(0, all_at(8.0)), organisation=organisation, as_of=as_of).latest.quarter)


def test_the_series_goes_on_to_what_was_planned_or_released() -> None:
    """A planned wave whose quarter is over, or a release whose day has come, extends it; what is ahead does not."""
    planned = {"waves_planned": ["2024-Q2", "2024-Q3"]}
    assert ends(planned, datetime(2024, 6, 30, 23, tzinfo=UTC)) == "2024-Q1"
    assert ends(planned, datetime(2024, 7, 1, tzinfo=UTC)) == "2024-Q2"
    released = {"releases": [{"quarter": "2024-Q2", "at": "2024-07-20T10:00Z"}], **planned}
    assert ends(released, datetime(2024, 7, 20, 9, 59, tzinfo=UTC)) == "2024-Q1"
    assert ends(released, datetime(2024, 7, 20, 10, tzinfo=UTC)) == "2024-Q2"


def test_a_quarter_that_waits_for_its_release_says_only_that() -> None:
    """Between two waves that are out: nothing tells whether its wave was done."""
    organisation = {"releases": [{"quarter": "2024-Q2", "at": "2025-07-20T10:00Z"}]}
    found = series(
        wave(0, all_at(8.0)), wave(2, all_at(8.0)), organisation=organisation, as_of=datetime(2024, 12, 1, tzinfo=UTC)
    )
    assert found.quarters[1].trust.reason is not None
    assert found.quarters[1].trust.reason.detail == "awaiting_release"


def test_audiences_are_series_of_their_own() -> None:
    """Never pooled, customers first, each with its own state; a plan for customers concerns no other."""
    found = score(
        records(
            wave(0, all_at(3.0), audience="staff"),
            wave(0, all_at(8.0)),
            organisation={"waves_planned": ["2024-Q2"]},
        ),
        datetime(2025, 1, 1, tzinfo=UTC),
    )
    assert [(one.audience, len(one.quarters), one.latest.state.name) for one in found.series] == [
        ("customers", 2, StateName.PARTNER),
        ("staff", 1, StateName.BROKEN),
    ]
    assert found.quarter == FIRST.plus(1)


def test_after_contact_waves_stand_apart() -> None:
    """Shown with their figures; no series, no state, no verdict comes of them."""
    late = wave(1, all_at(8.0), kind="after-contact")
    found = score(records(wave(0, all_at(6.0)), late), datetime(2025, 1, 1, tzinfo=UTC))
    assert [str(one.quarter) for one in found.series[0].quarters] == ["2024-Q1"]
    (apart,) = found.after_contact
    assert apart.trust.score == pytest.approx(8.0)
    assert (apart.state.name, apart.state.detail, apart.verdict) == (StateName.UNKNOWN, "after_contact", None)


def test_arithmetic_aggregation_is_at_hand() -> None:
    """The method file may choose it; the band holds both."""
    mean = only(wave(0, asked(7.0, *[8] * 7, 4)), method=method(aggregation="arithmetic"))
    assert mean.trust.score == pytest.approx(7.5)


def test_the_scorecard_holds_both_halves() -> None:
    """Transparency from the first wave or incident to the last, the lead quarter that of the customers."""
    happened = incident("i1", known=datetime(2024, 8, 1, tzinfo=UTC))
    found = score(replace(records(wave(0, all_at(7.0))), incidents=(happened,)), datetime(2025, 1, 1, tzinfo=UTC))
    assert [str(one.quarter) for one in found.transparency] == ["2024-Q1", "2024-Q2", "2024-Q3"]
    assert (found.quarter, list(found.incidents)) == (FIRST, ["i1"])
    assert found.notes


def test_without_any_data_there_is_no_quarter() -> None:
    """A company that published nothing yet."""
    found = score(company(), datetime(2025, 1, 1, tzinfo=UTC))
    assert (found.quarter, found.series, found.transparency) == (None, (), ())


def test_incidents_alone_lead_with_their_last_quarter() -> None:
    """No survey: the site leads with the quarter of the last incident, not with one nobody wrote about."""
    found = score(company([incident("i1", known=datetime(2024, 8, 1, tzinfo=UTC))]), datetime(2026, 1, 1, tzinfo=UTC))
    assert str(found.quarter) == "2024-Q3"


def test_an_incident_of_a_quarter_not_released_waits_with_it() -> None:
    """Transparency of a quarter is in no output before its release day; the incident itself is."""
    as_of = datetime(2024, 7, 10, tzinfo=UTC)
    held = company(
        [incident("i1", known=datetime(2024, 5, 1, tzinfo=UTC))],
        organisation={"releases": [{"quarter": "2024-Q2", "at": "2024-07-20T10:00Z"}]},
        waves=[wave(0, all_at(7.0))],
    )
    found = score(held, as_of)
    assert [str(one.quarter) for one in found.transparency] == ["2024-Q1"]
    assert list(found.incidents) == ["i1"]


def test_equal_records_give_equal_figures() -> None:
    """Scoring is pure: twice the same, whatever the order of the files."""
    waves = [wave(i, all_at(x)) for i, x in enumerate([8.0, 6.0, 7.0])]
    assert series(*waves) == series(*waves) == series(*reversed(waves))


DUE = {"due": "2024-07-20T10:00:00+00:00"}


@pytest.mark.parametrize(
    ("as_of", "published", "code", "detail", "facts"),
    [
        ("2024-07-20T09:59Z", None, ReasonCode.NOT_PUBLISHED, "awaiting_release", {}),
        ("2024-07-20T10:00Z", None, ReasonCode.NOT_PUBLISHED, "overdue_release", DUE),
        ("2024-07-21T00:00Z", "2024-08-01T10:00Z", ReasonCode.NOT_PUBLISHED, "overdue_release", DUE),
        ("2024-08-01T10:00Z", "2024-08-01T10:00Z", ReasonCode.NOT_ASKED, "no_wave", {}),
    ],
)
def test_answers_that_are_late_are_not_called_unasked(
    as_of: str, published: str | None, code: ReasonCode, detail: str, facts: dict[str, str]
) -> None:
    """A day was announced: before it the quarter waits, after it the answers are overdue, until they are out."""
    release = {"quarter": "2024-Q2", "at": "2024-07-20T10:00Z"} | ({"published": published} if published else {})
    found = series(
        wave(0, all_at(8.0)),
        wave(2, all_at(8.0)),
        organisation={"releases": [release]},
        as_of=datetime.fromisoformat(as_of),
    )
    reason = found.quarters[1].trust.reason
    assert reason is not None
    assert (reason.code, reason.detail, dict(reason.facts)) == (code, detail, facts)
    verdict = found.quarters[2].verdict
    assert verdict is not None and verdict.reason is not None
    assert (verdict.reason.code, verdict.reason.detail) == (code, detail)
