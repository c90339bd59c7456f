"""SARIF holds to its own schema, whatever a problem says and wherever it stands."""

import json
from collections.abc import Iterable
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity
from scorecard.present import diagnostics
from tests.conftest import REPOSITORY
from tests.present.diagnostics.test_diagnostics import FILE, LATE, TYPO

#: Fetched from npm by `make judges`.
SCHEMA = REPOSITORY / "build/browser/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
FILES = st.sampled_from([FILE, "data/a b.yml", "data/é%.yml"])
PLACES = st.builds(Place, FILES, st.integers(1, 99), st.integers(1, 99), st.integers(0, 9))
PROBLEMS = st.builds(
    Problem,
    PLACES,
    st.sampled_from(["unknown-field", "told-after-end"]),
    st.sampled_from(["SC301", "SC504"]),
    st.text(max_size=20),
    st.text(max_size=9),
    st.text(max_size=9),
    st.sampled_from(Severity),
    st.text(max_size=20),
    st.lists(st.tuples(PLACES, st.text(max_size=9)), max_size=2).map(tuple),
)


def sarif(problems: Iterable[Problem]) -> Any:
    """The log as programs read it."""
    text = diagnostics.named("sarif")(problems)
    assert text.isascii()
    return json.loads(text)


@pytest.fixture(scope="module")
def validator() -> Any:
    """What knows the schema of SARIF 2.1.0, release 5; the test is skipped where nobody fetched it."""
    if not SCHEMA.is_file():
        pytest.skip("the schema of SARIF is not here: `make judges` fetches it from npm")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def test_a_problem_is_a_result_with_its_place() -> None:
    """Level, place, words and the other place; rules stand once, sorted."""
    (run,) = sarif([LATE, TYPO, TYPO])["runs"]
    assert [rule["name"] for rule in run["tool"]["driver"]["rules"]] == ["unknown-field", "told-after-end"]
    typo, _, late = run["results"]
    assert typo["message"]["text"] == (
        "incident has no field 'sevrity'\ndid you mean 'severity'?\nhelp: correct the name"
    )
    place = typo["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": FILE, "uriBaseId": "PROJECT"}
    assert place["region"] == {"startLine": 3, "startColumn": 1, "endColumn": 8, "snippet": {"text": "sevrity: high"}}
    assert (late["level"], late["ruleIndex"]) == ("warning", 1)
    assert late["relatedLocations"][0]["message"] == {"text": "put right here"}


def test_nothing_wrong_is_a_run_without_results() -> None:
    """So a host closes what it had told."""
    assert sarif([])["runs"][0]["results"] == []


def test_a_problem_that_moved_down_is_the_same() -> None:
    """The fingerprint knows the file, the rule and the words, not the line."""
    moved = Problem(Place(FILE, 30, 1, 7), TYPO.rule, TYPO.code, TYPO.message)
    other = Problem(Place(FILE, 3, 1, 7), TYPO.rule, TYPO.code, "incident has no field 'titel'")
    prints = [
        result["partialFingerprints"]["problem/v1"] for result in sarif([TYPO, moved, other])["runs"][0]["results"]
    ]
    assert len(set(prints)) == 2


@settings(max_examples=25)
@given(problems=st.lists(PROBLEMS, max_size=4))
@example(problems=[])
@example(problems=[LATE, TYPO, TYPO])
def test_whatever_is_wrong_the_log_is_valid(validator: Any, problems: list[Problem]) -> None:
    """Any text, any place."""
    validator.validate(sarif(problems))


def test_the_schema_can_refuse(validator: Any) -> None:
    """A level that SARIF does not know."""
    log = sarif([TYPO])
    log["runs"][0]["results"][0]["level"] = "high"
    with pytest.raises(jsonschema.ValidationError, match="'high' is not one of"):
        validator.validate(log)
