"""Real notices (../shared/real, 57 of a public agency), put into the shapes of the tools, are imported whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from scorecard import read
from scorecard.model.records import Incident
from tests.importers.incidents.harbour import Harbour

IMPACT = {"major-outage": "major", "partial-outage": "minor", "degraded-performance": "minor"}


@pytest.fixture
def notices(shared: Path) -> list[dict[str, Any]]:
    """The agency's notices as they are."""
    file = shared / "real/incidents-ugrc.yaml"
    if not file.is_file():
        pytest.skip("there is no ../shared/real/incidents-ugrc.yaml")
    found: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))["incidents"]
    return found


def statuspage(one: dict[str, Any]) -> dict[str, Any]:
    """A notice in the shape of Statuspage; the agency's first text is the first update."""
    words = [(one["first_notice_at"], one["text"], "investigating")]
    words += [
        (word["at"], word["text"], "postmortem" if word["postmortem"] else "identified") for word in one["updates"]
    ]
    return {
        "id": one["id"],
        "name": one["title"],
        "status": "resolved" if one["resolved"] else "identified",
        "impact": "maintenance" if one["kind"] == "maintenance" else IMPACT.get(one["severity"], "none"),
        "created_at": one["first_notice_at"],
        "resolved_at": None,
        "components": [{"name": part} for part in one["components"] or ()],
        "incident_updates": [
            {"status": status, "body": text, "created_at": time, "display_at": time}
            for time, text, status in reversed(words)
            if text
        ],
    }


def cstate(one: dict[str, Any]) -> str:
    """The same as a page of cState, with its times as local ones."""
    local = str(one["first_notice_at"]).replace("T", " ").removesuffix("Z")
    front = {
        "title": one["title"],
        "date": local,
        "resolved": one["resolved"],
        "severity": "down" if one["severity"] == "major-outage" else "disrupted",
        "affected": one["components"],
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    words = [(one["first_notice_at"], one["text"]), *((word["at"], word["text"]) for word in one["updates"])]
    body = "\n\n".join(
        f'{text} {{{{< track "{str(time).replace("T", " ").removesuffix("Z")}" >}}}}' for time, text in words if text
    )
    return f"---\n{lines}---\n{body}\n"


def incidents(harbour: Harbour) -> list[Incident]:
    """The records, as `check` reads them."""
    records = read.read(harbour.folder).records
    assert records is not None
    return [entry.record for entry in records.incidents]


def test_notices_in_the_shape_of_statuspage(notices: list[dict[str, Any]], harbour: Harbour, tmp_path: Path) -> None:
    """All 57, five of them planned work; every text letter for letter; the end, which nobody wrote down, unknown."""
    file = tmp_path / "incidents.json"
    file.write_text(json.dumps({"incidents": [statuspage(one) for one in notices]}))
    harbour.edit("data/organisation.yml", {"data_source": "scored_from: 2026-Q3\ndata_source"})
    ran = harbour.run("statuspage", str(file))
    assert ran.code == 0
    made = incidents(harbour)
    assert (len(made), sum(one.is_maintenance for one in made)) == (57, 5)
    given = sorted(word["text"].strip() for one in notices for word in [one, *one["updates"]] if word["text"])
    assert sorted(word.text for one in made for word in one.updates) == given
    assert all(one.known == "unknown" and one.fault == "unknown" for one in made)
    assert {str(one.resolved) for one in made} == {"unknown", *(["not-yet"] if _open(notices) else [])}
    assert {rule for rule, _ in harbour.problems()} <= {"suspicious-gap", "personal-data", "long-word"}
    before = harbour.files()
    assert harbour.run("statuspage", str(file)).out == ""
    assert harbour.files() == before


def test_notices_in_the_shape_of_cstate(notices: list[dict[str, Any]], harbour: Harbour, tmp_path: Path) -> None:
    """All 57 from a folder, with their local times in the zone that a person names."""
    folder = tmp_path / "issues"
    folder.mkdir()
    for one in notices:
        (folder / f"{one['id']}.md").write_text(cstate(one), encoding="utf-8")
    harbour.edit("data/organisation.yml", {"data_source": "scored_from: 2026-Q3\ndata_source"})
    assert harbour.run("cstate", str(folder)).code == 1
    assert harbour.run("cstate", str(folder), "--zone", "America/Denver").code == 0
    assert len(incidents(harbour)) == 57
    assert {rule for rule, _ in harbour.problems()} <= {"suspicious-gap", "personal-data", "long-word"}


def _open(notices: list[dict[str, Any]]) -> int:
    return sum(not one["resolved"] for one in notices)
