"""Each tool's export, in its documented shape and with invented content, becomes files that can be checked and read."""

import json
from pathlib import Path

import pytest

from tests.golden import Golden
from tests.importers.incidents.harbour import CASES, Harbour

#: What `check` may ask for after an import, and the keys that answer it.
ASKS = {"missing-account": ("what_to_do", "postmortem", "remediation"), "missing-acknowledgement": ("acknowledged",)}


@pytest.mark.parametrize("case", CASES)
def test_an_export_becomes_these_files_and_words(case: str, harbour: Harbour, golden: Golden) -> None:
    """Files, the list on stdout, and everything a person is told, as accepted.

    `check` has no complaint but of keys that the import has listed.
    """
    ran = harbour.run(*CASES[case])
    assert ran.code == 0
    told = {"stdout.txt": ran.out, "stderr.txt": ran.err}
    golden.tree(f"golden/{case}", {**harbour.files(), **told})
    listed = dict(line.strip().split(": ") for line in ran.err.splitlines() if line.startswith("  data/"))
    for rule, file in harbour.problems():
        assert rule in ASKS, (rule, file)
        assert set(listed[file].split(", ")) & set(ASKS[rule])


@pytest.mark.parametrize("case", CASES)
def test_history_before_the_first_scored_quarter_needs_no_mending(case: str, harbour: Harbour) -> None:
    """With scored_from after it, an import passes `check` as it is; only an acknowledgement is nobody's to invent."""
    harbour.edit("data/organisation.yml", {"data_source": "scored_from: 2026-Q3\ndata_source"})
    assert harbour.run(*CASES[case]).code == 0
    assert harbour.problems() == []


@pytest.mark.parametrize("case", CASES)
def test_a_second_run_changes_nothing(case: str, harbour: Harbour) -> None:
    """The same export again: no file differs by a byte, nothing new is listed, and the mapping asks nothing."""
    harbour.run(*CASES[case])
    before = harbour.files()
    ran = harbour.run(*(word for word in CASES[case] if word != "--yes"))
    assert (ran.code, ran.out, harbour.files()) == (0, "", before)
    assert f"0 added, 0 updated, {len(before) - (case == 'incidents-csv')} unchanged, 0 kept" in ran.err


@pytest.mark.parametrize("case", CASES)
def test_a_dry_run_tells_the_same_and_writes_nothing(case: str, harbour: Harbour) -> None:
    """--dry-run lists what a run would write."""
    dry = harbour.run(*CASES[case], "--dry-run")
    assert (dry.code, harbour.files()) == (0, {})
    assert harbour.run(*CASES[case]).out == dry.out


def test_json_holds_what_the_text_tells(harbour: Harbour) -> None:
    """The form for programs names file, action, keys to fill in, and notes."""
    made = json.loads(harbour.run(*CASES["atom"], "--format", "json").out)
    assert (made["schema_version"], made["tool"], made["dry_run"]) == (1, "atom", False)
    assert made["files"] == [
        {"file": "data/incidents/2026/2026-02-01-new-tills.yml", "action": "added", "differs": [], "fill_in": []},
        {
            "file": "data/incidents/2026/2026-03-14-tickets-cannot-be-bought.yml",
            "action": "added",
            "differs": [],
            "fill_in": ["severity", "fault", "started", "known", "affected"],
        },
    ]


def test_the_help_says_how_to_download(harbour: Harbour) -> None:
    """No command reads from the network; each says how to get its file."""
    for tool in ("statuspage", "cstate", "upptime", "google-cloud", "atom", "incidents-csv"):
        ran = harbour.run(tool, "--help")
        words = " ".join(ran.out.split())
        assert ran.code == 0
        assert "Only files on this computer are read." in words
        assert "curl" in words or "git clone" in words or "Export the table" in words


@pytest.mark.parametrize(("tool", "file"), [("statuspage", "api/v2/incidents.json"), ("atom", "feeds/incidents.xml")])
def test_our_own_interfaces_can_be_imported(tool: str, file: str, harbour: Harbour, repository: Path) -> None:
    """What another scorecard publishes in these shapes, made by other code than ours here, is found whole."""
    given = repository / "tests/golden/interfaces" / file
    ran = harbour.run(tool, str(given))
    assert ran.code == 0
    assert ran.out == "added data/incidents/2026/2026-03-14-payments-failed-for-40-minutes.yml\n"
    assert "title: Payments failed for 40 minutes\n" in "".join(harbour.files().values())
    assert {rule for rule, _ in harbour.problems()} <= {"missing-account"}
    assert harbour.run(tool, str(given)).out == ""
