"""Every rule shows a wrong and a right example, and both are true."""

import re
from pathlib import Path

import pytest

from scorecard import validate
from scorecard.model.problems import RuleInfo, Severity
from scorecard.validate.docs import files
from tests.validate.projects import problems

INFOS = validate.infos()


@pytest.mark.parametrize("info", INFOS, ids=lambda info: info.rule)
def test_the_wrong_example_is_told_by_this_rule_alone(info: RuleInfo, tmp_path: Path) -> None:
    """The wrong example has this problem, and no other, so it teaches one thing."""
    found = problems(tmp_path, files(info.wrong))
    assert {problem.rule for problem in found} == {info.rule}
    for problem in found:
        assert (problem.code, problem.severity) == (info.code, info.severity)
        assert problem.place.file in files(info.wrong)


@pytest.mark.parametrize("info", INFOS, ids=lambda info: info.rule)
def test_the_right_example_has_no_problem(info: RuleInfo, tmp_path: Path) -> None:
    """Who copies the right example is done."""
    assert problems(tmp_path, files(info.right)) == ()


@pytest.mark.parametrize("info", INFOS, ids=lambda info: info.rule)
def test_a_rule_speaks_to_people(info: RuleInfo, tmp_path: Path) -> None:
    """Message, label and help are there, short, on one line; the line of the file stands with them."""
    for problem in problems(tmp_path, files(info.wrong)):
        assert 10 <= len(problem.message) <= 200
        assert 1 <= len(problem.label) <= 60
        assert 5 <= len(problem.help) <= 200
        for text in (problem.message, problem.label, problem.help):
            assert "\n" not in text and "None" not in text and "  " not in text
        assert problem.source.strip() or problem.place.line == 1
        assert problem.place.column <= len(problem.source) or problem.place.line == 1


def test_names_and_codes_are_unique_and_of_their_families() -> None:
    """A rule is found by its name and by its code; SC5xx, SC6xx or SC7xx."""
    assert len({info.rule for info in INFOS}) == len({info.code for info in INFOS}) == len(INFOS)
    assert all(re.fullmatch(r"SC[567]\d\d", info.code) for info in INFOS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+|secret", info.rule) for info in INFOS)


def test_the_explanations_are_short() -> None:
    """Plain words: no sentence of a summary, why or how is over 25 words."""
    long = [
        (info.rule, sentence)
        for info in INFOS
        for text in (info.summary, info.why, info.how)
        for sentence in re.split(r"(?<=[.:;!?])\s+", text)
        if len(sentence.split()) > 25
    ]
    assert long == []


def test_every_family_and_severity_is_there() -> None:
    """Rules within a record, across records and for suspicious things; what is only suspicious is a warning."""
    assert {info.code[:3] for info in INFOS} == {"SC5", "SC6", "SC7"}
    stops = {info.rule for info in INFOS if info.code.startswith("SC7") and info.severity is Severity.ERROR}
    assert stops == {"secret"}


def test_the_base_project_has_no_problem(tmp_path: Path) -> None:
    """What the examples stand on is right."""
    assert problems(tmp_path, {}) == ()
