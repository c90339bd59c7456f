"""What `scorecard score --format json` says, the pages show after rounding and the downloads hold as it is."""

from __future__ import annotations

import csv
import html
import json
import re
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from scorecard import pipeline
from scorecard.model.figures import shown

pytestmark = pytest.mark.xdist_group("figures")

AS_OF = datetime(2026, 11, 24, tzinfo=UTC)
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def built() -> pipeline.Built:
    """The example, drawn."""
    return pipeline.build(Path(__file__).parent.parent, AS_OF)


@pytest.fixture(scope="module")
def figures(built: pipeline.Built) -> Any:
    """The computed figures as the command prints them."""
    scored = pipeline.Scored(built.as_of, built.problems, built.records, built.scorecard)
    return json.loads(json.dumps(pipeline.score_json(scored)))


@pytest.fixture(scope="module")
def pages(built: pipeline.Built) -> dict[str, str]:
    """The words of each page, without pictures and tags."""
    return {one.uri: _words(one.html) for one in built.bundle.documents}


def _words(markup: str) -> str:
    bare = re.sub(r"<svg.*?</svg>", " ", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def _table(built: pipeline.Built, uri: str) -> Rows:
    asset = next(one for one in built.bundle.assets if one.uri == uri)
    return list(csv.DictReader(StringIO(asset.content.decode("utf-8"))))


def _cell(value: float | int | None) -> str:
    return "" if value is None else repr(value)


def _address(audience: str, quarter: str) -> str:
    return f"quarters/{quarter.lower()}/" if audience == "customers" else f"audiences/{audience}/"


def test_the_published_file_is_what_the_command_prints(built: pipeline.Built, figures: Any) -> None:
    """api/v1/scores.json holds the same series and transparency, figure by figure."""
    asset = next(one for one in built.bundle.assets if one.uri == "api/v1/scores.json")
    published = json.loads(asset.content)
    assert published["series"] == figures["series"]
    assert published["transparency"] == figures["transparency"]


def test_every_score_of_trust_stands_in_the_table_as_it_is(built: pipeline.Built, figures: Any) -> None:
    """Each score, low, high and n of trust, direct question, dimensions and questions equals its row of trust.csv."""
    rows = {
        (row["audience"], row["quarter"], row["measure"], row["id"]): row
        for row in _table(built, "data/trust.csv")
        if row["kind"] == "quarterly" and not row["group"]
    }
    compared = 0
    for series in figures["series"]:
        for quarter in series["quarters"]:
            measured: list[tuple[str, str, dict[str, Any]]] = [
                ("trust", "", quarter["trust"]),
                ("direct", "", quarter["direct"]),
                *(("dimension", one["id"], one) for one in quarter["dimensions"]),
            ]
            for measure, name, one in measured:
                row = rows.get((series["audience"], quarter["quarter"], measure, name))
                if row is None:
                    assert one["score"] is None, (quarter["quarter"], measure, name)
                    continue
                assert [row[key] for key in ("score", "low", "high", "n")] == [
                    _cell(one[key]) for key in ("score", "lo", "hi", "n")
                ]
                compared += one["score"] is not None
            for question in quarter["questions"]:
                row = rows[(series["audience"], quarter["quarter"], "question", question["id"])]
                assert [row[key] for key in ("score", "low", "high")] == [
                    _cell(question[key]) for key in ("score", "score_lo", "score_hi")
                ]
                compared += question["score"] is not None
    assert compared > 250


def test_every_score_of_trust_stands_on_its_page_rounded(figures: Any, pages: dict[str, str]) -> None:
    """Score and range of each dimension, and the headline figure, stand on the quarter's or audience's page."""
    compared = 0
    for series in figures["series"]:
        quarters = series["quarters"] if series["audience"] == "customers" else series["quarters"][-1:]
        for quarter in quarters:
            words = pages[_address(series["audience"], quarter["quarter"])]
            first = quarter["trust"] if quarter["trust"]["score"] is not None else quarter["direct"]
            for one in (first, *quarter["dimensions"]):
                if one["score"] is None:
                    continue
                assert shown(one["score"]) in words
                if one is not first:
                    row = f"{shown(one['score'])} {shown(one['lo'])} to {shown(one['hi'])}"
                    assert f"{one['name']} " in words and row in words, (quarter["quarter"], one["id"], row)
                compared += 1
    assert compared > 80


def test_transparency_agrees_in_table_and_page(built: pipeline.Built, figures: Any, pages: dict[str, str]) -> None:
    """Totals, pillars and indicators equal transparency.csv; the page prints them as whole points with their counts."""
    rows = {(r["quarter"], r["measure"], r["id"]): r for r in _table(built, "data/transparency.csv")}
    compared = 0
    for quarter in figures["transparency"]:
        name = quarter["quarter"]
        assert rows[(name, "total", "")]["score"] == _cell(quarter["score"])
        words = pages[f"quarters/{name.lower()}/"]
        if quarter["score"] is not None:
            assert f"{shown(quarter['score'], 0, ())} of 100 points" in words
        for pillar in quarter["pillars"]:
            assert rows[(name, "pillar", pillar["id"])]["score"] == _cell(pillar["score"])
            for one in pillar["indicators"]:
                row = rows[(name, "indicator", one["id"])]
                assert [row[key] for key in ("score", "low", "high", "n")] == [
                    _cell(one[key]) for key in ("value", "lo", "hi", "cases")
                ]
                if one["value"] is not None:
                    assert f"{one['name']} {shown(one['value'], 0, ())} of 100" in words, (name, one["id"])
                if one["met"] is not None and one["value"] is not None:
                    assert f"{one['met']:,} of {one['of']:,}" in words
                compared += 1
    assert compared > 100


def test_the_state_and_its_reason_are_the_same_everywhere(
    built: pipeline.Built, figures: Any, pages: dict[str, str]
) -> None:
    """State, rule and sentence of each quarter agree in states.csv and on the quarter's page."""
    rows = {(r["audience"], r["quarter"]): r for r in _table(built, "data/states.csv")}
    for series in figures["series"]:
        for quarter in series["quarters"]:
            row = rows[(series["audience"], quarter["quarter"])]
            state = quarter["state"]
            assert (row["state"], row["rule"], row["why"]) == (state["name"], state["rule"], state["why"])
            if series["audience"] == "customers":
                assert state["why"] in pages[f"quarters/{quarter['quarter'].lower()}/"]
