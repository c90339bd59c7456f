"""What was published before: read as it stands, and complained about where it cannot be."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scorecard.model.memo import Keeping
from scorecard.model.problems import Problem
from scorecard.model.readings import ReasonCode
from scorecard.model.records.vintage import Vintage
from scorecard.read import read
from tests.read.projects import project

FILE = "data/published/2026-q1/v1.json"


def version(**more: Any) -> dict[str, Any]:
    """A version of the first quarter of 2026, as the tool writes it."""
    figure: dict[str, Any] = {
        "score": 6.4,
        "lo": 6.1,
        "hi": 6.7,
        "n": 600,
        "at_most": False,
        "reason": None,
        "why": None,
        "flags": [],
    }
    return {
        "schema_version": 1,
        "quarter": "2026-Q1",
        "version": 1,
        "published": "2026-04-21T08:00:00Z",
        "method": "1.0.0",
        "headline": "Our first measurement: 6.4 out of 10.",
        "restatement": None,
        "trust": {
            "customers": {
                "n": 600,
                "invited": 6000,
                "trust": {"score": None, "lo": None, "hi": None, "n": 4, "reason": "suppressed"},
                "direct": figure,
                "state": {"name": "guarded", "why": "The lower end, 6.1, is under 7.", "rule": "R6"},
                "dimensions": [{"id": "heard", "name": "Heard", **figure}],
            }
        },
        "transparency": {"score": 62.5, "why": "62 of 100 points for telling, explaining, repairing."},
        **more,
    }


def problems(folder: Path, content: str, name: str = FILE) -> tuple[Problem, ...]:
    return read(project(folder, {name: content})).problems


def test_a_version_is_read(tmp_path: Path) -> None:
    """Figures, reasons and the first figure of the public come out as they were; keys of later tools are let be."""
    reading = read(project(tmp_path, {FILE: json.dumps(version(later="?"))}))
    assert reading.problems == () and reading.records is not None
    (entry,) = reading.records.vintages
    assert (entry.id, entry.file, entry.record.at) == ("2026-q1/v1", FILE, datetime(2026, 4, 21, 8, tzinfo=UTC))
    customers = entry.record.trust["customers"]
    assert (customers.shown.score, customers.shown.lo, customers.invited) == (6.4, 6.1, 6000)
    reason = customers.trust.estimate.reason
    assert reason is not None and reason.code is ReasonCode.SUPPRESSED


def test_versions_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """Version 10 comes after version 9, not after version 1; other files of the ledger are not versions."""
    files = {f"data/published/2026-q1/v{n}.json": json.dumps(version(version=n)) for n in (10, 1, 9)}
    files["data/published/log.json"] = "[]"
    reading = read(project(tmp_path, files))
    assert reading.problems == () and reading.records is not None
    assert [entry.record.version for entry in reading.records.vintages] == [1, 9, 10]


def test_what_is_published_later_is_not_out_yet(tmp_path: Path) -> None:
    """A version of tomorrow, and one of a quarter that is held back, are dropped like any record."""
    records = read(project(tmp_path, {FILE: json.dumps(version())})).records
    assert records is not None
    assert records.released(datetime(2026, 4, 21, 7, 59, tzinfo=UTC)).vintages == ()
    assert len(records.released(datetime(2026, 4, 21, 8, tzinfo=UTC)).vintages) == 1


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ('{"a": 1,\n  oops}', 2, "this is not JSON: expecting property name enclosed in double quotes"),
        ('{"score": NaN}', 1, "this is not JSON: NaN is no number"),
        ("[" * 100_000, 1, "this is not JSON of ours: it is nested too deep"),
        (
            json.dumps(version(quarter="2026-Q2")),
            1,
            "the file says it is version 1 of 2026-Q2, but its place says 2026-q1/v1",
        ),
        (json.dumps(version(published="2026-04-21T08:00:00")), 1, "published: input should have timezone info"),
        (json.dumps(version(schema_version=2)), 1, "schema_version: input should be 1"),
        (
            json.dumps(version(transparency={"score": 300})),
            1,
            "transparency.score: input should be less than or equal to 100",
        ),
    ],
    ids=["syntax", "nan", "deep", "place", "zone", "schema", "range"],
)
def test_a_changed_file_is_told_with_its_place(tmp_path: Path, content: str, line: int, message: str) -> None:
    """No traceback, one problem, and how to mend it."""
    (found,) = problems(tmp_path, content)
    assert (found.rule, found.code, found.place.file, found.place.line) == ("ledger-unreadable", "SC118", FILE, line)
    assert found.message == message
    assert found.help == "take the file back from git as it was published; nobody writes it by hand"


@pytest.mark.parametrize(
    "figure",
    [
        {"score": 6.4, "reason": "suppressed"},
        {"score": 6.4, "lo": 6.5, "hi": 6.9},
        {"score": 6.4, "lo": 6.1},
        {"score": 0.5},
        {"score": "NaN"},
    ],
)
def test_impossible_figures_are_refused(tmp_path: Path, figure: dict[str, Any]) -> None:
    """A score and a reason, a score outside of its range, half a range, a score off the scale."""
    changed = version()
    changed["trust"]["customers"]["direct"] = figure
    assert [found.rule for found in problems(tmp_path, json.dumps(changed))] == ["ledger-unreadable"]


def test_an_unchanged_file_is_read_once(tmp_path: Path) -> None:
    """With a memo the same bytes give the very same entry."""
    folder, memo = project(tmp_path, {FILE: json.dumps(version())}), Keeping()
    found = []
    for _ in range(2):
        records = read(folder, memo).records
        assert records is not None
        found.append(records.vintages[0])
    assert found[0] is found[1] and isinstance(found[0].record, Vintage)
