"""Every vector of the method that concerns trust, within its tolerance. Figures and sources: trust_vectors.json."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scorecard.model.figures import round_half_up, shown
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.records.survey import Dispositions
from scorecard.model.trust import DimensionReading
from scorecard.score import aggregate, disclosure, intervals, response, robustness, states, strata, verdicts
from scorecard.score.comparisons import Between, Pair
from scorecard.score.materiality import material
from scorecard.score.normalise import rescale
from scorecard.score.quantiles import t975
from scorecard.score.samples import Sample, of_counts
from scorecard.score.verdicts import Range
from scorecard.score.waves import Figures
from tests.score.company import default_method
from tests.score.waves import method

RULES = default_method().verdicts


@cache
def vectors() -> Mapping[str, Any]:
    """All vectors by id."""
    found = json.loads(Path(__file__).with_name("trust_vectors.json").read_text(encoding="utf-8"))
    return {one["id"]: one for one in found["vectors"]}


def inputs(id: str) -> Any:
    return vectors()[id]["inputs"]


def near(id: str) -> Any:
    """What the vector expects, within its own tolerance; nested lists are flattened on both sides."""
    return pytest.approx(flat(vectors()[id]["expected"]), abs=vectors()[id]["tolerance"])


def flat(value: Any) -> list[float]:
    return [one for part in value for one in flat(part)] if isinstance(value, Sequence) else [value]


def sample(given: Mapping[str, Any]) -> Sample:
    low, high = given["scale"]
    return of_counts([given["counts"].get(str(answer), 0) for answer in range(low, high + 1)], low, high)


def rescaled(one: Sample) -> list[float]:
    ends = intervals.of_sample(one)
    assert ends is not None
    return [rescale(x, one.low, one.high) for x in (one.mean, *ends)]


def test_v01_other_scales_are_put_on_1_to_10() -> None:
    """V01: linear, with the ends of the scale as fixed points."""
    assert flat([[rescale(x, one["lo"], one["hi"]) for x in one["x"]] for one in inputs("V01")]) == near("V01")


def test_v02_student_t_without_a_library() -> None:
    """V02: the 97.5 % quantile to 5e-5."""
    assert [t975(df) for df in inputs("V02")["df"]] == near("V02")


def test_v03_a_mean_with_its_interval() -> None:
    """V03: mean, variance with the imaginary answer, and both ends."""
    one, expected = sample(inputs("V03")), vectors()["V03"]["expected"]
    assert [one.n, one.mean, one.variance * one.n, *rescaled(one)[1:]] == pytest.approx(
        [expected[key] for key in ("n", "mean", "s2_star", "lo", "hi")], abs=5e-05
    )


def test_v04_a_five_point_item_on_1_to_10() -> None:
    """V04: computed on the scale as asked, then mean and both ends are put on 1 to 10."""
    expected = vectors()["V04"]["expected"]
    assert rescaled(sample(inputs("V04"))) == pytest.approx([expected[k] for k in ("mean", "lo", "hi")], abs=5e-05)


def test_v05_unanimous_answers_keep_an_interval() -> None:
    """V05: no special case at the ends and no cliff beside them, on the scale as asked."""
    found = [intervals.of_sample(sample(one)) for one in inputs("V05")]
    assert flat([ends for ends in found if ends is not None]) == near("V05")


def test_v06_a_share() -> None:
    """V06: Wilson's interval."""
    assert flat([intervals.score_interval(one["x"] / one["n"], one["n"]) for one in inputs("V06")]) == near("V06")


def test_v07_a_stratified_mean() -> None:
    """V07: weighted by customers, no finite-population correction, Kish n, n minus strata degrees of freedom."""
    groups = {one["group"]: [one["counts"].get(str(a), 0) for a in range(1, 11)] for one in inputs("V07")}
    customers = {one["group"]: one["customers"] for one in inputs("V07")}
    total = [sum(answers) for answers in zip(*groups.values(), strict=True)]
    assert strata.weighable(total, groups, customers)
    one, expected = strata.combine(groups, customers, 1, 10), vectors()["V07"]["expected"]
    assert [one.mean, one.variance, one.kish, one.df, *rescaled(one)[1:]] == pytest.approx(
        [expected[key] for key in ("mean", "var", "kish", "df", "lo", "hi")], abs=5e-05
    )


def test_v08_response_rates() -> None:
    """V08: AAPOR RR1 and RR2."""
    names = {
        "I": "interviews",
        "P": "partial",
        "R": "refusals",
        "NC": "non_contacts",
        "O": "other",
        "UH": "unknown_household",
        "UO": "unknown_other",
    }
    given = Dispositions.model_validate({names[key]: str(value) for key, value in inputs("V08").items()})
    assert response.aapor(given) == near("V08")


def test_v09_net_promoter_score() -> None:
    """V09: adjusted Wald."""
    assert intervals.net_promoter(**inputs("V09")) == near("V09")


def test_v10_dimensions_to_one_score() -> None:
    """V10: geometric is used, arithmetic is at hand."""
    for given, expected in zip(inputs("V10"), vectors()["V10"]["expected"], strict=True):
        for aggregation in ("geometric", "arithmetic"):
            assert aggregate.average(given["x"], given["w"], aggregation) == pytest.approx(
                expected[aggregation], abs=5e-05
            )


def part(id: str, score: float | None, lo: float, hi: float, weight: float = 1.0, n: int = 400) -> DimensionReading:
    if score is None:
        return DimensionReading(id, id, weight, Estimate(reason=Reason(ReasonCode.NOT_ASKED)))
    return DimensionReading(id, id, weight, Estimate(score, lo, hi, n), (id,))


def parts(scores: Sequence[float | None], reach: float = 0.4) -> list[DimensionReading]:
    ids = [dimension.id for dimension in default_method().dimensions]
    return [part(id, x, (x or 0) - reach, (x or 0) + reach) for id, x in zip(ids, scores, strict=True)]


def test_v11_missing_dimensions() -> None:
    """V11: published with 6 of 8 dimensions, not with 5; nothing is filled in."""
    found = [aggregate.trust(parts(one["x"]), default_method()) for one in inputs("V11")]
    assert found[0].score == pytest.approx(vectors()["V11"]["expected"][0], abs=5e-05)
    assert found[1].score is None
    assert found[1].reason is not None
    assert found[1].reason.facts == {"present": 5, "parts": 8, "share": 0.625, "needed": 0.75}


def test_v12_the_interval_of_the_score() -> None:
    """V12: all lower ends and all upper ends; narrower by kappa where staff measured the correlation."""
    given, expected = inputs("V12"), vectors()["V12"]["expected"]
    ids = [dimension.id for dimension in default_method().dimensions]
    rows = zip(ids, given["x"], given["lo"], given["hi"], given["w"], strict=True)
    read = [part(id, x, lo, hi, w) for id, x, lo, hi, w in rows]
    plain, narrow = (aggregate.combine(read, default_method(), rho) for rho in (None, given["rho"]))
    assert [plain.score, plain.lo, plain.hi] == pytest.approx([expected["score"], *expected["worst"]], abs=5e-05)
    assert aggregate.narrowing(given["rho"], 100, len(ids)) == pytest.approx(expected["kappa"], abs=5e-05)
    assert [narrow.lo, narrow.hi] == pytest.approx(expected["used"], abs=5e-05)
    assert aggregate.narrowing(given["rho"], 99, len(ids)) == 1.0


def test_v13_a_change_has_mover_limits() -> None:
    """V13: of two Wilson intervals, equal to Newcombe's method 10."""
    before, now = (
        Range(one["x"] / one["n"], *intervals.score_interval(one["x"] / one["n"], one["n"]))
        for one in (inputs("V13")["q1"], inputs("V13")["q2"])
    )
    moved = verdicts.change(before, now)
    assert [moved.score, moved.lo, moved.hi] == near("V13")


def test_v14_the_words_of_a_change() -> None:
    """V14: better, worse, about the same, no clear change."""
    for given, expected in zip(inputs("V14"), vectors()["V14"]["expected"], strict=True):
        found = verdicts.judge(Range(*given["q1"]), Range(*given["q2"]), Quarter(2026, 1), RULES)
        assert [found.d, found.lo, found.hi] == pytest.approx(expected[:3], abs=5e-05)
        assert found.word == expected[3]


def test_v15_many_verdicts_at_once() -> None:
    """V15: Holm's adjusted p."""
    assert verdicts.holm(inputs("V15")["p"]) == near("V15")


def test_v23_a_shown_figure_never_crosses_a_boundary() -> None:
    """V23: half up on the decimal string; 6.96 is not shown as 7.0."""
    for given, (rounded, text) in zip(inputs("V23"), vectors()["V23"]["expected"], strict=True):
        assert float(round_half_up(given["x"], given["places"])) == pytest.approx(rounded, abs=5e-05)
        assert shown(given["x"]) == text


def test_v24_small_groups_and_the_remainder_rule() -> None:
    """V24: which groups are hidden when the total is shown."""
    found = [list(disclosure.hidden(one["groups"], one["k"])) for one in inputs("V24")]
    assert found == vectors()["V24"]["expected"]


class Told:
    """Repairs as V25 has them: one action, published unless it is overdue in that quarter."""

    def __init__(self, late: set[Quarter]) -> None:
        self.late = late

    def published(self, broke: Quarter, at: Quarter) -> int:
        """None while one is overdue."""
        return int(at not in self.late)

    def overdue(self, broke: Quarter, at: Quarter) -> int:
        """One in the late quarters."""
        return int(at in self.late)

    def repeat(self, broke: Quarter, at: Quarter) -> tuple[str, str] | None:
        """Never."""
        return None


@pytest.mark.parametrize("name", vectors()["V25"]["inputs"])
def test_v25_the_relationship_state(name: str) -> None:
    """V25: each series of quarters gives the expected states."""
    given, first = inputs("V25")[name], Quarter(2020, 1)
    points, late = [], set()
    for i, one in enumerate(given):
        x = Range(one["x"], one["lo"], one["hi"]) if one["x"] is not None else None
        points.append(states.Point(first.plus(i), trust=x, weakest=one.get("weakest"), usable=x is not None))
        if one.get("overdue"):
            late.add(first.plus(i))
    found = states.run(points, default_method().state, Told(late))
    assert [state.name for state in found] == vectors()["V25"]["expected"][name]


def test_v26_a_change_is_taken_on_what_both_have() -> None:
    """V26: dropping a bad dimension is no improvement."""
    given, expected = inputs("V26"), vectors()["V26"]["expected"]
    eight = method(
        dimensions=tuple(
            dimension.model_copy(update={"id": id, "questions": (id,)})
            for id, dimension in zip("abcdefgh", default_method().dimensions, strict=True)
        )
    )
    read = {}
    for key in ("q1", "q2"):
        rows = [
            part(id, x, x - given["half_width"], x + given["half_width"])
            if (x := given[key].get(id)) is not None
            else part(id, None, 0, 0)
            for id in "abcdefgh"
        ]
        read[key] = Figures({}, tuple(rows), aggregate.trust(rows, eight), Estimate(1.0))
    assert read["q1"].trust.score == pytest.approx(expected["shown_q1"], abs=5e-05)
    assert read["q2"].trust.score == pytest.approx(expected["shown_q2"], abs=5e-05)
    found = Pair(read["q1"], read["q2"], Quarter(2026, 1), Between(), eight).trust()
    assert [found.before, found.now] == pytest.approx([expected["matched_q1"][0], expected["matched_q2"][0]], abs=5e-05)
    assert [found.d, found.lo, found.hi] == pytest.approx(expected["change"], abs=5e-05)
    assert found.word == expected["verdict"]


def test_v27_the_robustness_band() -> None:
    """V27: 36 ways, 35 of them others; 17 others where all weights are equal; it says when 7 lies inside."""
    given, (lo, hi, ways) = inputs("V27"), vectors()["V27"]["expected"]
    found = robustness.band(given["x"], given["w"], 7.0)
    assert [found.lo, found.hi] == pytest.approx([lo, hi], abs=5e-05)
    assert len(list(robustness.alternatives(given["x"], given["w"]))) == ways
    assert (found.ways, found.straddles) == (35, False)
    equal = robustness.band(given["x"], [1.0] * 8, 7.4)
    assert (equal.ways, equal.straddles) == (17, True)


def test_v28_a_correction_that_changes_what_was_said() -> None:
    """V28: restated or only logged."""
    found = [
        material(one["old"], one["new"], ([one["verdict"][0]], [one["verdict"][1]]), tuple(one["state"]))
        for one in inputs("V28")
    ]
    assert found == vectors()["V28"]["expected"]


def test_the_copied_vectors_are_those_of_the_shared_file(shared: Path) -> None:
    """No copied figure was changed on the way."""
    original = json.loads((shared / "vectors" / "method.json").read_text(encoding="utf-8"))
    for one in original["vectors"]:
        if one["id"] in vectors():
            assert {key: one[key] for key in vectors()[one["id"]]} == vectors()[one["id"]]


def test_settled_values_are_compared() -> None:
    """exp(mean ln 7.0) is 6.999999999999999; the score of eight sevens is 7."""
    assert math.exp(sum(math.log(7.0) for _ in range(8)) / 8) < 7
    assert aggregate.combine(parts([7.0] * 8), default_method()).score == 7.0
