"""The figures as JSON, in the shape DATA.md promises."""

from __future__ import annotations

import json
from dataclasses import replace

from scorecard.model.readings import Estimate, Reason, ReasonCode, VerdictWord
from scorecard.model.transparency import (
    Cap,
    Fact,
    IncidentFigures,
    IndicatorReading,
    PillarReading,
    TransparencyQuarter,
)
from scorecard.model.trust import DimensionReading, QuestionReading, Robustness
from scorecard.present.api import score_json, status
from tests.present import made

PROMISED_QUARTER = {
    *("quarter", "n", "invited", "trust", "direct", "state", "verdict", "robustness", "dimensions", "questions"),
}
PROMISED_QUESTION = {
    *(
        "id",
        "scale",
        "n",
        "mean",
        "sd",
        "lo",
        "hi",
        "score",
        "score_lo",
        "score_hi",
        "dont_know_share",
        "reason",
        "flags",
    ),
}


def transparency() -> TransparencyQuarter:
    """A capped quarter with one pillar and one indicator."""
    indicator = IndicatorReading("told", "Told", 1, 61.23456789012, cases=3, fact=Fact("told", 2, 3, "told in time"))
    pillar = PillarReading("telling", "Telling", 30, 61.2, 1.0, (indicator,))
    return TransparencyQuarter(
        made.Q3,
        40.0,
        0.7,
        (made.Q2, made.Q3),
        (pillar,),
        IncidentFigures(3, 1, by_severity={"major": 3}, own_fault=2, median_minutes_to_notice=41.0),
        caps=(Cap("made_public", 40.0, ("x",)),),
        record=(Fact("told", 2, 3, "told in time"),),
    )


def test_the_shape_is_the_one_promised() -> None:
    """Every key of DATA.md is there; more may be, none may be missing."""
    question = QuestionReading("trust", "How much?", "counts", (1, 10), made.score(6.8), mean=6.8, sd=2.0)
    part = DimensionReading("heard", "Heard", 1, made.score(6.2), verdict=made.verdict(VerdictWord.SAME, 6.1, 6.2))
    now = made.quarter(
        verdict=made.verdict(VerdictWord.BETTER, 6.1, 6.8),
        questions=(question,),
        dimensions=(part,),
        robustness=Robustness(6.5, 7.1, 17, True),
    )
    found = json.loads(
        json.dumps(
            score_json(made.scorecard(made.two(now), transparency=(transparency(),)), made.records(), made.AS_OF)
        )
    )
    assert {"schema_version", "as_of", "method", "series", "transparency"} <= found.keys()
    one = found["series"][0]["quarters"][1]
    assert found["series"][0]["audience"] == "customers"
    assert one.keys() >= PROMISED_QUARTER
    assert one["trust"].keys() >= {"score", "lo", "hi", "reason", "flags"}
    assert one["state"].keys() >= {"name", "rule", "why"}
    assert one["verdict"].keys() >= {"word", "d", "lo", "hi"}
    assert one["robustness"] == {"lo": 6.5, "hi": 7.1, "ways": 17, "straddles": True}
    assert one["dimensions"][0].keys() >= {"id", "score", "lo", "hi", "n", "verdict"}
    assert one["questions"][0].keys() >= PROMISED_QUESTION
    open_ = found["transparency"][0]
    assert open_.keys() >= {"quarter", "score", "coverage", "caps", "reason", "pillars", "incidents"}
    assert open_["pillars"][0]["indicators"][0].keys() >= {"id", "value", "lo", "hi", "cases", "reason"}
    assert open_["incidents"].keys() >= {
        *("count", "maintenances", "median_minutes_to_notice", "median_minutes_to_resolve", "longest_silence_minutes")
    }
    assert open_["caps"][0]["why"] == "No more than 40 points: others made 1 case public before we spoke."


def test_numbers_are_settled_and_not_rounded() -> None:
    """Half up to 9 decimals, as every comparison sees them."""
    now = made.quarter(Estimate(6.9999999999, 6.5, 7.4, 600))
    found = json.loads(json.dumps(score_json(made.scorecard(made.series(now)), made.records(), made.AS_OF)))
    assert found["series"][0]["quarters"][0]["trust"]["score"] == 7.0


def test_a_missing_score_has_a_code_and_a_sentence() -> None:
    """null, the code for machines, the sentence for people."""
    gone = Estimate(reason=Reason(ReasonCode.SUPPRESSED, facts={"below": 10}))
    now = replace(made.quarter(gone), n=None)
    found = json.loads(json.dumps(score_json(made.scorecard(made.series(now)), made.records(), made.AS_OF)))
    trust = found["series"][0]["quarters"][0]["trust"]
    assert (trust["score"], trust["reason"], trust["why"]) == (None, "suppressed", "Hidden to protect people.")


def test_three_statuses() -> None:
    """Shown, suppressed and no data are different things."""
    assert status(made.score(6.8)) == "shown"
    assert status(Estimate(reason=Reason(ReasonCode.SUPPRESSED))) == "suppressed"
    assert status(made.NOBODY) == "no data"
