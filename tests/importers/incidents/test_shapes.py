"""Shapes in which the tools' JSON is met outside their documentation, with invented content."""

import json
from pathlib import Path
from typing import Any

from scorecard.importers.incidents import google_cloud, statuspage, upptime
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import Source
from tests.importers.incidents.harbour import Harbour


def desk() -> Desk:
    """A desk without a zone."""
    return Desk(None, lambda text: text)


def update(hour: int, *parts: str) -> dict[str, Any]:
    """An update of Statuspage that names what was affected."""
    at = f"2026-03-14T{hour:02d}:00:00Z"
    named = [{"code": name.lower(), "name": name, "old_status": "operational"} for name in parts]
    return {"status": "investigating", "body": "Fog.", "created_at": at, "affected_components": named}


def test_components_are_those_of_the_updates_where_the_incident_has_none() -> None:
    """Statuspage empties the list of an incident, and its summary has none; where there is a list, it counts."""
    updates = [update(10, "Line 2", "Till"), update(9, "Line 2"), {**update(8), "affected_components": None}]
    one: dict[str, Any] = {"id": "x", "name": "Fog", "status": "investigating", "incident_updates": updates}
    named = [one, {**one, "components": []}, {**one, "components": [{"name": "Harbour"}]}]
    made = [statuspage.incidents([Source("x", json.dumps([incident]))], desk())[0].parts for incident in named]
    assert made == [("Line 2", "Till"), ("Line 2", "Till"), ("Harbour",)]


def test_what_planned_work_of_upptime_is_expected_to_take_down_is_its_systems() -> None:
    """Slugs of `expectedDown` and `expectedDegraded`, each once; those keys mean nothing in other issues."""
    body = (
        "<!--\r\nstart: 2026-03-14T13:00Z\r\nexpectedDown: line-2, till\r\nexpectedDegraded: till,\r\n-->\r\nNew tills."
    )
    issue = {"number": 1, "title": "New tills", "created_at": "2026-03-01T08:00:00Z", "state": "open", "body": body}
    made = [
        upptime.incidents([Source("x", json.dumps([{**issue, "labels": [label]}]))], desk())[0].parts
        for label in ("maintenance", "status")
    ]
    assert made == [("line-2", "till"), ()]


def test_a_list_of_issues_by_gh_is_refused_whole(harbour: Harbour, tmp_path: Path) -> None:
    """`gh issue list --json` names its keys otherwise; a person hears which list is wanted; nothing is written."""
    file = tmp_path / "gh.json"
    file.write_text(
        json.dumps([{"number": 1, "title": "Fog", "createdAt": "2026-03-14T08:00:00Z", "labels": [{"name": "status"}]}])
    )
    ran = harbour.run("upptime", str(file))
    assert (ran.code, ran.out, harbour.files()) == (1, "", {})
    assert ran.err == (
        f"error: {file}: this is no list of GitHub issues or comments. Download "
        "https://api.github.com/repos/OWNER/REPOSITORY/issues?state=all&per_page=100\n"
    )


def test_the_page_of_an_incident_of_google_is_relative_or_whole() -> None:
    """A whole address is not put behind another one."""
    page = "https://status.cloud.google.com/incidents/x"
    one = {"id": "x", "external_desc": "Fog", "begin": "2026-03-14T08:00:00+00:00"}
    for uri, wanted in (("incidents/x", page), (page, page), ("a b", None), (None, None)):
        (made,) = google_cloud.incidents([Source("x", json.dumps([{**one, "uri": uri}]))], desk())
        assert made.url == wanted


def test_planned_work_that_says_only_when_is_imported() -> None:
    """Its day is that of the plan; that it was announced nobody knows."""
    one = {"id": "x", "name": "New tills", "status": "scheduled", "scheduled_for": "2026-03-14T02:00:00Z"}
    (made,) = statuspage.incidents([Source("x", json.dumps({"scheduled_maintenances": [one]}))], desk())
    assert (str(made.first), made.notified, made.resolved) == ("2026-03-14 02:00:00+00:00", None, "not-yet")


def test_a_list_that_may_be_cut_off_is_told() -> None:
    """As many as the public API of Statuspage or whole pages of GitHub hold: older ones may be missing."""
    many = [{"id": f"x{n}", "name": "Fog", "created_at": "2026-03-14T08:00:00Z"} for n in range(50)]
    whole, part = desk(), desk()
    statuspage.incidents([Source("x", json.dumps({"incidents": many}))], whole)
    statuspage.incidents([Source("x", json.dumps({"incidents": many[:49]}))], part)
    cut = (
        "x: 50 in one list, which is all that the public API gives; older ones may be missing. "
        "https://api.statuspage.io/v1/pages/PAGE_ID/incidents lists every one, with your key"
    )
    assert (cut in whole.remarks, cut in part.remarks) == (True, False)

    issue = {"title": "Fog", "created_at": "2026-03-14T08:00:00Z", "labels": ["status"], "state": "closed"}
    pages = [Source("x", json.dumps([{**issue, "number": n} for n in range(100)]))]
    whole, part = desk(), desk()
    upptime.incidents(pages, whole)
    upptime.incidents([*pages, Source("y", json.dumps([{**issue, "number": 200}]))], part)
    assert (whole.remarks, part.remarks) == (
        [
            "issues: each file holds as many as a whole page of GitHub (100), so there may be more; add the next page, "
            "such as https://api.github.com/repos/OWNER/REPOSITORY/issues?state=all&per_page=100&page=2"
        ],
        [],
    )


def test_each_system_is_offered_under_an_id_of_its_own(harbour: Harbour, tmp_path: Path) -> None:
    """Names without a Latin letter or with a colon too: the lines can be added as they are, no id twice."""
    names = ["渡し船", "切符売り場", "Line 2!", "Ticket-shop?", "Till: north"]
    one = {"id": "x", "name": "Fog", "status": "investigating", "created_at": "2026-03-14T08:00:00Z"}
    file = tmp_path / "incidents.json"
    file.write_text(json.dumps({"incidents": [{**one, "components": [{"name": name} for name in names]}]}))
    ran = harbour.run("statuspage", str(file))
    notes = [line for line in ran.err.splitlines() if line.startswith("note: ")]
    assert notes == [
        f"note: data/organisation.yml: 'systems' has no '{name}': add it as '{id}: \"{name}\"' and import again, and "
        "the incidents name it"
        for id, name in (("item", "渡し船"), ("item-2", "切符売り場"), ("till-north", "Till: north"))
    ]
