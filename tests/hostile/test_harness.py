"""The bench of `make hostile` can fail: it sees escaped markup from markup, and one fault from another."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from tests.hostile import judging
from tests.hostile.corpus import Case, corpus
from tests.hostile.pages import broken, differences
from tests.hostile.porting import Unported, port
from tests.hostile.running import run, write
from tests.hostile.twins import open_twin, twins

OLD_INCIDENT = b"""\
id: 2026-07-02-late-letters
title: "Letters came late"
severity: major
started: 2026-07-02T02:10:00Z
notified: 2026-07-02T09:30:00Z
resolved: 2026-07-05T17:00:00Z
our_fault: true
affected: 310
updates:
  - at: 2026-07-02T10:00:00Z
    text: "We are looking into it."
private_notes: "CANARY-own"
"""
OLD_SURVEY = b"""\
wave: "2026-Q3"
period: {from: 2026-07-01, to: 2026-09-30}
asked: 900
answered: 300
questions:
  - id: told-quickly
    text: "I am told quickly"
    scale: [1, 5]
    weight: 1.0
    counts: {2: 20, 4: 180, 5: 100}
groups:
  - {id: north, answered: 295, counts: {4: 295}}
  - {id: isles, answered: 5, counts: {2: 5}}
"""
CASE = Case("own", "incidents", "a good one", "ACCEPT", "-", OLD_INCIDENT)


def problems(case: Case, folder: Path) -> list[str]:
    """The rules that speak of a ported case."""
    (ported,) = port(case)
    found = pipeline.check(write(ported.tree, folder), datetime(2026, 11, 30, tzinfo=UTC)).problems
    return [problem.rule for problem in found]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_an_incident_of_the_old_draft_becomes_a_valid_one(end: bytes, tmp_path: Path) -> None:
    """Only the fault of a case differs, so a case without a fault has no problem, whatever its line ends."""
    assert problems(replace(CASE, content=OLD_INCIDENT.replace(b"\n", end)), tmp_path) == []


def test_a_survey_of_the_old_draft_becomes_a_valid_one(tmp_path: Path) -> None:
    """Counts become lists, groups become segments that add up; small groups stay as they are."""
    case = replace(CASE, kind="surveys", content=OLD_SURVEY)
    assert problems(case, tmp_path) == []
    (ported,) = port(case)
    text = ported.tree["data/surveys/2026-q3.yml"].decode()
    assert "      all: [0, 20, 0, 180, 100]\n" in text
    assert "      north: [0, 15, 0, 180, 100]\n" in text
    assert "      isles: [0, 5, 0, 0, 0]" in text
    assert "scale: 1-5\n" in text


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (replace(CASE, kind="promises"), "there is no port for the folder promises/"),
        (replace(CASE, content=OLD_INCIDENT + b"attachments: [a.pdf]\n"), "no counterpart of 'attachments'"),
    ],
)
def test_a_case_that_nobody_can_port_is_told(case: Case, reason: str) -> None:
    """It is never passed in silence."""
    with pytest.raises(Unported, match=reason):
        port(case)
    verdict = judging.judge(case)
    assert (verdict.got, verdict.faults) == ("NOT PORTED", (f"not ported: {reason}",))


def test_a_manifest_must_be_whole(tmp_path: Path) -> None:
    """A file that nobody lists and a word that nobody knows stop the run."""
    head = "file\twhat\texpect\tlayer\tnote\n"
    write({"incidents/a.yaml": b"a: 1", "incidents/b.yaml": b"b: 1"}, tmp_path)
    write({"manifest.tsv": f"{head}incidents/a.yaml\ta\tREJECT\tparse\t\n".encode()}, tmp_path)
    with pytest.raises(ValueError, match=r"^not in the manifest: incidents/b\.yaml$"):
        corpus(tmp_path)
    write({"manifest.tsv": f"{head}incidents/a.yaml\ta\tMAYBE\tparse\t\n".encode()}, tmp_path)
    with pytest.raises(ValueError, match=r"^incidents/a\.yaml: 'MAYBE' is none of REJECT, "):
        corpus(tmp_path)


@pytest.fixture
def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new process counts the memory of the one it comes from, which here is the whole test run, no small harness."""
    monkeypatch.setattr(judging, "MOST_MB", 10_000.0)


@pytest.mark.usefixtures("roomy")
@pytest.mark.parametrize(
    ("content", "expect", "name", "fault"),
    [
        (OLD_INCIDENT, "REJECT", "own", "not refused"),
        (OLD_INCIDENT, "WARN", "own", "no warning"),
        (
            OLD_INCIDENT.replace(b"major", b"awful"),
            "ACCEPT",
            "own",
            "refused: severity: 'awful' is not one of the allowed words",
        ),
        (
            OLD_INCIDENT.replace(b"major", b"awful"),
            "REJECT",
            "b24-typo-key",
            "told by unknown-word: severity: 'awful' is not one of the allowed words",
        ),
    ],
)
def test_another_result_than_expected_is_a_fault(content: bytes, expect: str, name: str, fault: str) -> None:
    """A good case that is refused, a bad one that is not, and one that another rule catches."""
    verdict = judging.judge(replace(CASE, name=name, expect=expect, content=content))
    assert fault in " ".join(verdict.faults)


SITE = {"index.html": b"<p>&lt;b&gt;</p>", "search/search_index.json": b'{"docs": []}'}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        (b"<p><b></p>", "index.html: other elements than the control, from b on"),
        (b"<p></p>&lt;b&gt;</p>", "index.html: other elements than the control, from end on"),
        (b"<p title=x>&lt;b&gt;</p>", "index.html: other elements than the control, from p on"),
        (
            b"<p onclick=run()></p>",
            "index.html: something acts that is not in the control: [('p', 'onclick', 'run()')]",
        ),
        (
            b"<p></p><script>run()</script>",
            "index.html: something acts that is not in the control: [('script', '', 'run()')]",
        ),
    ],
)
def test_markup_from_data_is_seen(html: bytes, fault: str) -> None:
    """An element, an early end, an attribute, a handler and a script are no text."""
    assert list(differences({**SITE, "index.html": html}, SITE)) == [fault]
    assert list(differences(SITE, SITE)) == []


def test_broken_machine_files_are_seen() -> None:
    """JSON and XML must be readable, and search must hold words only."""
    index = b'{"docs": [{"location": "a/", "title": "<img src=x>", "text": ""}]}'
    assert list(broken({"search/search_index.json": index})) == [
        "search/search_index.json: title of a/ holds img",
    ]
    assert list(broken({"a.json": b"{"})) == [
        "a.json: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
    ]
    assert list(broken({"a.svg": b"<svg><p></svg>"})) == ["a.svg: mismatched tag: line 1, column 10"]
    assert list(broken({"a.json": b"{}", "a.svg": b"<svg/>"})) == []


def test_twins_differ_in_what_is_hidden_only() -> None:
    """The totals of everybody stay, and the open twin changes what everybody may see."""
    (ported,) = port(replace(CASE, kind="surveys", content=OLD_SURVEY))
    file = ported.file
    others = twins(ported.tree, file)
    assert len(others) == 2
    for other in others:
        assert other != ported.tree
        assert b"all: [0, 20, 0, 180, 100]" in other[file]
    assert open_twin(ported.tree, file)[file] == ported.tree[file].replace(b"invited: 900", b"invited: 3999")


def test_a_run_is_measured_and_its_words_are_kept(tmp_path: Path) -> None:
    """Exit code, words on both streams, time and memory of the real command line."""
    done = run(["check", "--project", "nowhere"], tmp_path)
    assert done.code == 2
    assert "nowhere" in done.err
    assert done.out == ""
    assert done.mb > 1
