"""The status interface tells what is open, in the words of its shape, and never more than it can know."""

from __future__ import annotations

from typing import Any

import pytest

from scorecard.model.lexical import Gap
from scorecard.present.interfaces import statuspage
from tests.present import made

SYSTEMS = {"systems": {"bills": "Bills", "portal": "Portal"}}


def files(*incidents: Any, open_: tuple[str, ...] = (), **organisation: Any) -> dict[str, Any]:
    known = made.records(organisation=made.organisation(**(SYSTEMS | organisation)), incidents=incidents)
    readings = {one.id: made.reading(one.id, resolve_open=one.id in open_) for one in incidents}
    desk = made.desk(made.scorecard(incidents=readings), known)
    return {tree.uri.removeprefix("api/v2/").removesuffix(".json"): tree.value for tree in statuspage.make(desk)}


def test_nothing_known_is_no_alarm_and_no_praise() -> None:
    """Without incidents: none, in words that claim no more than our list; every list is there and empty."""
    found = files()
    assert found["status"]["status"] == {"indicator": "none", "description": "No open incident on our list"}
    assert found["summary"]["incidents"] == found["incidents"]["incidents"] == []
    assert [one["status"] for one in found["components"]["components"]] == ["operational", "operational"]
    assert set(found) == {
        *("summary", "status", "components", "incidents", "incidents/unresolved", "scheduled-maintenances"),
        *("scheduled-maintenances/active", "scheduled-maintenances/upcoming"),
    }


@pytest.mark.parametrize(
    ("severity", "component"),
    [("critical", "major_outage"), ("major", "partial_outage"), ("minor", "degraded_performance")],
)
def test_an_open_incident_marks_its_systems(severity: str, component: str) -> None:
    """The indicator is its severity; other systems stay as they are."""
    one = made.incident("a", severity=severity, systems=["bills"], resolved="not-yet")
    found = files(one, open_=("a",))
    assert found["status"]["status"]["indicator"] == severity
    assert [(part["id"], part["status"]) for part in found["components"]["components"]] == [
        ("bills", component),
        ("portal", "operational"),
    ]
    assert [one["id"] for one in found["incidents/unresolved"]["incidents"]] == ["a"]


def test_an_open_incident_is_never_resolved() -> None:
    """Whatever a word said: a watcher would take it off its list."""
    updates = [{"at": "2026-08-14T11:00Z", "status": "resolved", "text": "Works again."}]
    one = made.incident("a", resolved="not-yet", updates=updates)
    found = files(one, open_=("a",))["incidents"]["incidents"][0]
    assert (found["status"], found["resolved_at"]) == ("monitoring", None)
    assert [word["status"] for word in found["incident_updates"]] == ["monitoring"]


def test_a_closed_incident_is_resolved_though_no_word_said_so() -> None:
    """And its words stand newest first, each with an id of its own, two of one minute too."""
    updates = [{"at": "2026-08-14T11:00Z", "text": text} for text in ("One.", "Two.")]
    one = made.incident("a", updates=updates)
    found = files(one)["incidents"]["incidents"][0]
    assert (found["status"], found["resolved_at"]) == ("resolved", "2026-08-20T08:00:00Z")
    assert [(word["id"], word["body"]) for word in found["incident_updates"]] == [
        ("a-20260814T110000Z-2", "Two."),
        ("a-20260814T110000Z", "One."),
    ]


def test_words_of_tomorrow_are_not_told() -> None:
    """An update after the cut-off is in no file."""
    updates = [
        {"at": "2026-08-14T11:00Z", "text": "Today."},
        {"at": "2026-11-02T11:00Z", "text": "CANARY"},
    ]
    assert "CANARY" not in str(files(made.incident("a", updates=updates)))


def test_lists_are_bounded() -> None:
    """The newest 50 of 60 incidents, the newest 50 of 60 words."""
    updates = [{"at": f"2026-08-14T{10 + minute // 60}:{minute % 60:02d}Z", "text": "x"} for minute in range(60)]
    many = [made.incident(f"a-{number}", updates=updates) for number in range(60)]
    found = files(*many)["incidents"]["incidents"]
    assert len(found) == 50
    assert all(len(one["incident_updates"]) == 50 for one in found)


@pytest.mark.parametrize(
    ("times", "status", "lists"),
    [
        ({"planned": "2026-11-05T08:00Z", "started": "not-yet", "resolved": "not-yet"}, "scheduled", {"upcoming"}),
        ({"planned": "2026-10-31T08:00Z", "resolved": "not-yet"}, "in_progress", {"active"}),
        ({"planned": "2026-10-30T08:00Z", "resolved": "2026-10-30T09:00Z"}, "completed", set()),
    ],
)
def test_planned_work_stands_in_its_list(times: dict[str, str], status: str, lists: set[str]) -> None:
    """Coming, under way or over; only work under way marks a system."""
    one = made.incident("w", kind="maintenance", fault="unknown", systems=["portal"], **times)
    found = files(one)
    assert found["scheduled-maintenances"]["scheduled_maintenances"][0]["status"] == status
    for name in ("active", "upcoming"):
        assert bool(found[f"scheduled-maintenances/{name}"]["scheduled_maintenances"]) == (name in lists)
    assert found["components"]["components"][1]["status"] == (
        "under_maintenance" if status == "in_progress" else "operational"
    )
    assert found["incidents"]["incidents"] == []


def test_an_incident_without_any_time_is_left_out() -> None:
    """The shape wants a moment, and none is made up."""
    gap = Gap.UNKNOWN.value
    assert files(made.incident("a", started=gap, known=gap, notified=gap, resolved=gap))["incidents"]["incidents"] == []
