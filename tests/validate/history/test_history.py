"""What was published is not changed or deleted in silence; what is open, planned or only worded may change."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.problems import Problem, RuleInfo
from scorecard.validate import history
from scorecard.validate.docs import files
from tests.validate.projects import AS_OF, project

INCIDENT = "data/incidents/2026/2026-03-14-payment-outage.yml"
GONE = "data/incidents/2026/2026-03-14-gone.yml"
OLD = """\
title: Payments failed
kind: service
severity: minor
fault: unknown
started: 2026-03-14T09:12
known: 2026-03-14T09:20
notified: 2026-03-14T09:41
resolved: 2026-03-14T09:52
affected: {customers: 1200}
"""
SURVEY = "data/surveys/2026-q1.yml"


def compared(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Problem, ...]:
    """The problems between two states of the base project."""
    old, new = project(folder / "old", before), project(folder / "new", after)
    return pipeline.compare(new, old, "origin/main", AS_OF)


def edited(text: str, old: str, new: str) -> str:
    """The text with one change."""
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize("info", history.infos(), ids=lambda info: info.rule)
def test_the_wrong_example_is_told_and_the_right_one_is_not(info: RuleInfo, tmp_path: Path) -> None:
    """`# was` in an example says what stood there before, or in which file it stood."""
    wrong, right = files(info.wrong), files(info.right)
    (name,) = wrong
    before = {name: re.sub(r": \S+  # was (\S+)", r": \1", wrong[name])}
    if moved := re.search(r"  # was in (\S+)", wrong[name]):
        before = {f"data/promises/{moved[1]}": wrong[name].replace(moved[0], "")}
    assert before != wrong
    assert [problem.rule for problem in compared(tmp_path / "wrong", before, wrong)] == [info.rule]
    assert compared(tmp_path / "right", before, right) == ()


def test_a_changed_time_is_told_whole(tmp_path: Path) -> None:
    """Field, both values as written, the state, and what to do."""
    new = edited(OLD, "notified: 2026-03-14T09:41", "notified: 2026-03-14T09:21")
    (problem,) = compared(tmp_path, {INCIDENT: OLD}, {INCIDENT: new})
    assert (problem.place.file, problem.place.line, problem.code) == (INCIDENT, 7, "SC651")
    assert problem.message == "notified was 2026-03-14T09:41 at origin/main and is 2026-03-14T09:21 now"
    assert problem.help == (
        "write a correction of incident:2026-03-14-payment-outage, field notified; or put the old value back"
    )
    assert problem.source == "notified: 2026-03-14T09:21"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("severity: minor", "severity: major", "severity"),
        ("customers: 1200", "customers: 12", "affected.customers"),
        ("resolved: 2026-03-14T09:52", "resolved: not-yet", "resolved"),
        ("kind: service", "kind: maintenance", "kind"),
    ],
)
def test_figures_times_and_judging_words_are_settled(old: str, new: str, field: str, tmp_path: Path) -> None:
    """Once an incident is over."""
    (problem,) = compared(tmp_path, {INCIDENT: OLD}, {INCIDENT: edited(OLD, old, new)})
    assert problem.message.startswith(f"{field} was ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Payments failed", "title: Payments failed for 40 minutes"),
        ("fault: unknown", "fault: ours"),
        ("kind: service\n", "kind: service\nupdates:\n  - {at: 2026-03-14T09:41, text: We look.}\n"),
        ("kind: service\n", "kind: service\nfound_by: company\n"),
    ],
)
def test_words_additions_and_what_was_unknown_may_come(old: str, new: str, tmp_path: Path) -> None:
    """Nobody relied on what was not said."""
    assert compared(tmp_path, {INCIDENT: OLD}, {INCIDENT: edited(OLD, old, new)}) == ()


def test_an_incident_that_goes_on_has_estimates(tmp_path: Path) -> None:
    """How many and how serious may be learned; when it was told may not."""
    going = edited(OLD, "resolved: 2026-03-14T09:52", "resolved: not-yet")
    more = going.replace("1200", "9000").replace("severity: minor", "severity: major")
    assert compared(tmp_path / "a", {INCIDENT: going}, {INCIDENT: more}) == ()
    later = edited(going, "notified: 2026-03-14T09:41", "notified: 2026-03-14T09:31")
    assert len(compared(tmp_path / "b", {INCIDENT: going}, {INCIDENT: later})) == 1


def test_counts_of_a_survey_are_one_value_and_a_correction_frees_them(tmp_path: Path) -> None:
    """The question is found by its id, and the place is that of the list."""
    text = (project(tmp_path / "base", {}) / SURVEY).read_text(encoding="utf-8")
    new = edited(text, "[12, 9, 21, 33, 48, 71, 140, 188, 97, 61]", "[12, 9, 21, 33, 48, 71, 140, 188, 97, 62]")
    (problem,) = compared(tmp_path / "a", {}, {SURVEY: new})
    assert problem.message == (
        "questions.trust.counts.all was [12, 9, 21, 33, 48, 71, 140, 188, 97, 61] at origin/main "
        "and is [12, 9, 21, 33, 48, 71, 140, 188, 97, 62] now"
    )
    assert problem.source.strip().startswith("all:")
    correction = (
        "concerns: survey:2026-Q1\nfield: questions.trust.counts\nwas: '61'\nis: '62'\nlabel: C\n"
        "found: 2026-06-01\npublished: 2026-06-02\nreason: A slip.\n"
    )
    assert compared(tmp_path / "b", {}, {SURVEY: new, "data/corrections/q1.yml": correction}) == ()
    # An older correction does not free a new change.
    told = {"data/corrections/q1.yml": correction}
    assert len(compared(tmp_path / "c", told, {SURVEY: new, **told})) == 1


def test_what_was_not_released_may_change(tmp_path: Path) -> None:
    """Held back until a day after today."""
    held = OLD + "publish_at: 2026-12-01T10:00\n"
    assert compared(tmp_path, {INCIDENT: held}, {INCIDENT: held.replace("minor", "major")}) == ()


def test_a_deleted_record_is_told_but_not_one_that_cannot_be_read(tmp_path: Path) -> None:
    """The latter has a problem of its own."""
    (problem,) = compared(tmp_path / "a", {GONE: OLD}, {})
    assert problem.message == "incident 2026-03-14-gone was published at origin/main and is gone"
    assert problem.help == f"bring it back under this name: git checkout origin/main -- {GONE}"
    assert compared(tmp_path / "b", {GONE: OLD}, {GONE: "title: [\n"}) == ()


def test_a_past_that_cannot_be_read_stops(tmp_path: Path) -> None:
    """Nothing can be said then."""
    shutil.copytree(project(tmp_path / "new", {}), tmp_path / "old")
    (tmp_path / "old/data/organisation.yml").write_text("name: X\n")
    with pytest.raises(pipeline.Stopped, match="cannot be read as it was at v1"):
        pipeline.compare(tmp_path / "new", tmp_path / "old", "v1", AS_OF)


def test_names_do_not_clash_with_the_other_rules() -> None:
    """`scorecard explain` finds them too."""
    rules = pipeline.rules()
    assert {"changed-without-correction", "deleted-record"} <= set(rules)
    assert len({info.code for info in rules.values()}) == len(rules)
