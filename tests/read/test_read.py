"""A whole project: what is handed to the next room."""

from __future__ import annotations

import gc
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scorecard.read import read
from scorecard.read.packaged import default_method
from tests.read.projects import INCIDENT, LEAST, WAVE, project, told

_FILES = {
    "data/surveys/2026-q1-staff.yml": "quarter: 2026-Q1\naudience: staff\nsample: census\ninvited: 30\n",
    "data/incidents/2025/b.yml": LEAST,
    "data/incidents/a.yml": LEAST,
    "data/promises/second-review.yml": "title: Second review\nmade: 2026-03-18\ndue: 2026-06-30\n",
    "data/dialogue/2026/why.yml": "with: customers\nstarted_by: a customer\nasked: 2026-01-02\nquestion: Why?\n",
    "data/risks/gateway.yml": "title: Gateway\nowner: operations\nnext_review: 2026-09-01\n",
    "data/decisions/letters.yml": (
        "title: Letters\ndecided: 2026-01-10\nwhat: No more letters.\nwhy: Cost.\nexpected_effect: None.\n"
        "check_by: 2026-07-01\n"
    ),
    "data/enquiries/2026-q1.yml": "received: 120\nanswered_in_time: 100\nopen: 4\n",
    "data/corrections/invited.yml": (
        "concerns: survey:2026-Q1\nfield: invited\nwas: 5300\nis: 5400\nlabel: C\nfound: 2026-05-01\n"
        "published: 2026-05-02\nreason: A slip.\n"
    ),
    "data/outcomes.yml": "outcomes: []\n",
}


def test_every_kind_is_handed_over(tmp_path: Path) -> None:
    """One file of each kind: every group is filled, sorted by file name, with the file name as id."""
    reading = read(project(tmp_path, _FILES))
    assert told(reading) == []
    found = reading.records
    assert found is not None
    assert [entry.id for entry in found.waves] == ["2026-q1-staff", "2026-q1"]
    assert [entry.file for entry in found.incidents] == ["data/incidents/2025/b.yml", INCIDENT, "data/incidents/a.yml"]
    single = (found.promises, found.dialogue, found.risks, found.decisions, found.enquiries, found.corrections)
    assert [[entry.id for entry in group] for group in single] == [
        ["second-review"],
        ["why"],
        ["gateway"],
        ["letters"],
        ["2026-q1"],
        ["invited"],
    ]
    assert found.outcomes is not None and found.outcomes.id == "outcomes"
    assert found.organisation.record.name == "Example Water"
    assert len(reading.files) == 3 + len(_FILES)


def test_the_packaged_method_holds_without_one(tmp_path: Path) -> None:
    """Without data/method.yml the defaults are in force, as an entry without a file."""
    found = read(project(tmp_path)).records
    assert found is not None
    assert (found.method.id, found.method.file, found.method.root) == ("method", "", None)
    assert found.method.record == default_method()[0].record
    assert found.method.record.gates.suppress_below == 10


def test_a_company_replaces_single_keys_of_the_method(tmp_path: Path) -> None:
    """Thresholds merge key by key, also inside durations; lists are replaced whole; the rest stays."""
    own = (
        "version: 2.0.0\nstate: {partner_at: 7.5}\ndurations: {service: {target: PT1H}}\nseverity_weights: {minor: "
        "0.5}\ndimensions:\n  - {id: heard, name: Heard, questions: [heard-listens]}\n"
    )
    reading = read(project(tmp_path, {"data/method.yml": own}))
    assert told(reading) == [] and reading.records is not None
    method, default = reading.records.method.record, default_method()[0].record
    assert method.version == "2.0.0"
    assert (method.state.partner_at, method.state.margin) == (7.5, default.state.margin)
    assert method.durations["service"].target == timedelta(hours=1)
    assert method.durations["service"].limit == default.durations["service"].limit
    assert method.durations["safety"] == default.durations["safety"]
    assert dict(method.severity_weights) == {"critical": 4.0, "major": 2.0, "minor": 0.5}
    assert [dimension.id for dimension in method.dimensions] == ["heard"]
    assert (method.pillars, method.questions, method.caps) == (default.pillars, default.questions, default.caps)
    assert reading.records.method.file == "data/method.yml"
    assert reading.records.method.place("state", "partner_at").line == 2


def test_slips_in_the_method_stand_in_the_companys_file(tmp_path: Path) -> None:
    """A wrong key inside a merged part is told at its own line, with the near word."""
    own = "state:\n  partner: 7.5\ndimensions:\n  - {id: heard, questions: [a]}\n"
    reading = read(project(tmp_path, {"data/method.yml": own}))
    assert reading.records is None
    assert [one.partition(" | ")[0] for one in told(reading)] == [
        "unknown-field 2:3+7 state rules has no field 'partner'",
        "missing-field 4:5+27 dimension needs the field 'name'",
    ]


def test_nothing_can_be_built_without_organisation_or_method(tmp_path: Path) -> None:
    """All other problems are told all the same."""
    files: dict[str, str | bytes] = {"data/organisation.yml": "name: A\n", INCIDENT: "title: a\n", WAVE: b"\xff"}
    reading = read(project(tmp_path, files))
    assert reading.records is None
    assert {problem.place.file for problem in reading.problems} == set(files)


def test_one_broken_file_leaves_the_others(tmp_path: Path) -> None:
    """An incident with an error is told and left out; the rest is there."""
    reading = read(project(tmp_path, {"data/incidents/a.yml": "title: a\n", "data/incidents/b.yml": LEAST}))
    assert reading.records is not None
    assert [entry.id for entry in reading.records.incidents] == ["2026-03-14-payment-outage", "b"]
    assert {problem.place.file for problem in reading.problems} == {"data/incidents/a.yml"}


def test_problems_are_in_order(tmp_path: Path) -> None:
    """By file, line and column, whatever order the files were read in."""
    files = {f"data/risks/{name}.yml": "owner: 1\nzebra: 2\nzebra: 3\n" for name in "cab"}
    problems = read(project(tmp_path, files)).problems
    assert list(problems) == sorted(problems, key=lambda problem: problem.order)
    assert problems[0].place.file == "data/risks/a.yml"


def test_times_are_read_in_the_organisations_zone(tmp_path: Path) -> None:
    """09:20 in Rome in March is 08:20 UTC; the organisation's own times too."""
    found = read(project(tmp_path)).records
    assert found is not None
    assert found.incidents[0].record.known == datetime(2026, 3, 14, 8, 20, tzinfo=UTC)


def test_a_broken_zone_does_not_hide_other_problems(tmp_path: Path) -> None:
    """With an unknown zone, times are read as UTC and every other slip is still told."""
    organisation = "name: A\nurl: https://a.example\ncontact: a@a.example\ntimezone: Mars/Olympus\n"
    reading = read(project(tmp_path, {"data/organisation.yml": organisation, "data/incidents/a.yml": "title: a\n"}))
    assert [problem.rule for problem in reading.problems if problem.place.file == "data/organisation.yml"] == [
        "bad-zone"
    ]
    assert any(problem.place.file == "data/incidents/a.yml" for problem in reading.problems)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """No state is kept from one reading to the next, and the garbage collector is on again."""
    root = project(tmp_path, {**_FILES, "data/incidents/bad.yml": "title: [\n"})
    first = read(root)
    assert read(root) == first
    assert gc.isenabled()


def test_the_place_of_the_project_does_not_show(tmp_path: Path) -> None:
    """Files are named relative to the project, with slashes; no path of this machine is in any message."""
    root = project(tmp_path, {"data/incidents/2026/Bad.yml": "a: [", "data/x.txt": ""})
    assert str(tmp_path) not in repr(read(root))
