"""What data/imports/TOOL.yml says of a tool: its zone, and what is never imported."""

import json
from pathlib import Path

import pytest

from tests.importers.incidents.harbour import EXPORTS, Harbour

EXPORT = "statuspage-incidents.json"
SAVED = "data/imports/statuspage.yml"


def save(harbour: Harbour, text: str, tool: str = "statuspage") -> None:
    """Write the file."""
    (harbour.folder / "data/imports").mkdir()
    (harbour.folder / f"data/imports/{tool}.yml").write_text(text)


def test_what_is_skipped_does_not_come_back(harbour: Harbour) -> None:
    """A file that a person deleted, with its id in `skip`; without it the incident is added again."""
    harbour.run("statuspage", EXPORT)
    fog = harbour.folder / "data/incidents/2026/2026-04-02-delays-on-line-2.yml"
    fog.unlink()
    assert harbour.run("statuspage", EXPORT).out == "added data/incidents/2026/2026-04-02-delays-on-line-2.yml\n"
    fog.unlink()
    save(harbour, "kind: incidents\nskip: [inv0000open]\n")
    assert harbour.run("statuspage", EXPORT).out == ""
    assert not fog.exists()
    assert ("unclaimed-file", SAVED) not in harbour.problems()


def test_a_saved_zone_stands_for_the_option(harbour: Harbour) -> None:
    """The next import needs no options; the option has the last word."""
    save(harbour, "kind: incidents\nzone: Europe/Rome\n", "cstate")
    assert harbour.run("cstate", "cstate").code == 0
    before = harbour.files()
    assert harbour.run("cstate", "cstate", "--zone", "UTC").code == 0
    assert (
        "notified: 2026-03-14T10:41\n" in harbour.files()["data/incidents/2026/2026-03-14-tickets-cannot-be-bought.yml"]
    )
    assert harbour.run("cstate", "cstate").code == 0
    assert harbour.files() == before


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "kind: incidents\nzone: Rome\n",
            "'zone' is 'Rome', which is no time zone: write an IANA name, such as Europe/Rome",
        ),
        ("kind: incidents\nskip: a\n", "'skip' is no list of ids of the tool"),
        ("kind: incidents\ncolumns: {id: a}\n", "there is no key 'columns'; the keys are kind, zone, skip"),
        ("kind: survey\n", "'kind' is 'survey'; the mapping of incidents says 'kind: incidents'"),
    ],
)
def test_a_wrong_file_is_told(text: str, wanted: str, harbour: Harbour) -> None:
    """In one line, and nothing is written."""
    save(harbour, text)
    ran = harbour.run("statuspage", EXPORT)
    assert (ran.code, ran.out, ran.err) == (1, "", f"error: {SAVED}: {wanted}\n")


def test_a_file_of_settings_that_is_no_yaml_is_told(harbour: Harbour) -> None:
    """With the line."""
    save(harbour, "kind: incidents\nskip: [a\n")
    ran = harbour.run("statuspage", EXPORT)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error: {SAVED} cannot be read: line ")


def test_planned_work_that_has_not_begun_says_so(harbour: Harbour, tmp_path: Path) -> None:
    """not-yet, not unknown; once it began there, the time comes in."""
    whole = json.loads((EXPORTS / "statuspage-scheduled-maintenances.json").read_text())
    done = dict(whole["scheduled_maintenances"][0])
    words = done["incident_updates"]
    file = tmp_path / "work.json"
    soon = {**done, "status": "scheduled", "resolved_at": None, "incident_updates": words[2:]}
    file.write_text(json.dumps({"scheduled_maintenances": [soon]}))
    ran = harbour.run("statuspage", str(file))
    (made,) = harbour.files().values()
    assert "started: not-yet\n" in made
    assert "resolved: not-yet\n" in made
    assert "to fill in" not in ran.err
    assert harbour.problems() == []
    file.write_text(json.dumps({"scheduled_maintenances": [done]}))
    harbour.run("statuspage", str(file))
    (made,) = harbour.files().values()
    assert "started: 2026-02-08T02:00:30\n" in made
    assert "resolved: 2026-02-08T03:10\n" in made


def test_a_copy_of_an_imported_file_is_told(harbour: Harbour) -> None:
    """Two files with one mark: one of them is kept up to date."""
    harbour.run("statuspage", EXPORT)
    folder = harbour.folder / "data/incidents/2026"
    (folder / "copy.yml").write_bytes((folder / "2026-04-02-delays-on-line-2.yml").read_bytes())
    ran = harbour.run("statuspage", EXPORT)
    assert (
        "note: data/incidents/2026/2026-04-02-delays-on-line-2.yml and data/incidents/2026/copy.yml are marked as the "
        "same incident; only the first is kept up to date\n" in ran.err
    )
