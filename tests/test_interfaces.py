"""All that other programs read of a built site: nothing private, nothing early, the same bytes everywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from tests.golden import Golden
from tests.made import HOSTILE

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
FACES = ("api/", "feeds/", "calendars/", "badges/", "datapackage.json", "sha256sums.txt")
CANARY = "CANARY-51c0"
BASE = Path(__file__).parent / "base_project"


def faces(project: Path) -> dict[str, bytes]:
    built = pipeline.build(project, AS_OF)
    return {asset.uri: asset.content for asset in built.bundle.assets if asset.uri.startswith(FACES)}


def write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / "data" / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


ORGANISATION = "name: Example Water\nurl: https://trust.example.org\ncontact: t@example.org\ntimezone: Europe/Rome\n"
INCIDENT = (
    "title: Wrong bills\nkind: billing\nseverity: minor\nfault: ours\nknown: 2026-03-14T08:00\n"
    "notified: 2026-03-14T08:20\nresolved: 2026-03-14T10:00\n"
)


def test_the_small_project_gives_these_files(golden: Golden) -> None:
    """Read them: they are the interfaces. (The description and the figures are long, and have tests of their own.)"""
    left_out = ("api/v1/openapi.json", "api/v1/scores.json", "datapackage.json", "sha256sums.txt")
    golden.tree("golden/interfaces", {uri: one for uri, one in faces(BASE).items() if uri not in left_out})


def test_private_and_early_words_are_in_no_file(tmp_path: Path) -> None:
    """A private note, an incident, a wave, a promise and a correction that are held back, and an update of tomorrow."""
    later = "publish_at: 2026-07-01T10:00\n"
    wave = "audience: customers\nsample: random\ninvited: 900\n"
    wave += "questions:\n  - {id: trust, counts: [9,9,9,9,9,9,9,9,9,9]}\n"
    root = write(
        tmp_path,
        organisation=f"{ORGANISATION}private_note: {CANARY}\n",
        surveys__2026_q1=f"quarter: 2026-Q1\n{wave}private_note: {CANARY}\n",
        surveys__2026_q2=f"quarter: 2026-Q2\n{wave}company_comment: {CANARY}\n{later}",
        incidents__2026__shown=f"{INCIDENT}private_note: {CANARY}\nupdates:\n"
        f"  - {{at: 2026-03-14T08:20, text: We look., private_who: {CANARY}}}\n",
        incidents__2026__held=INCIDENT.replace("Wrong bills", CANARY) + later,
        promises__held=f"title: {CANARY}\nmade: 2026-01-01\ndue: 2026-12-01\nmeasure: x\n{later}",
    )
    for name in ("2026_q1", "2026_q2"):
        (root / "data" / "surveys" / f"{name}.yml").rename(root / "data" / "surveys" / f"{name.replace('_', '-')}.yml")
    found = faces(root)
    assert len(found) > 25
    assert [uri for uri, content in found.items() if CANARY.encode() in content] == []
    assert b"held" not in found["feeds/incidents.xml"] + found["api/v2/incidents.json"] + found["api/v1/incidents.json"]
    assert b"Wrong bills" in found["feeds/incidents.xml"]


def test_the_canary_would_be_seen(tmp_path: Path) -> None:
    """The same incident without its embargo is in feed, lists and status."""
    root = write(tmp_path, organisation=ORGANISATION, incidents__2026__held=INCIDENT.replace("Wrong bills", CANARY))
    found = {uri for uri, content in faces(root).items() if CANARY.encode() in content}
    assert {"feeds/all.xml", "feeds/incidents.json", "api/v1/incidents.json", "api/v2/incidents.json"} <= found


def test_hostile_text_is_data_everywhere(tmp_path: Path) -> None:
    """Every JSON file parses and holds the text as it is; nothing else about the files changes."""
    quoted = json.dumps(HOSTILE)
    root = write(
        tmp_path,
        organisation=ORGANISATION.replace("Example Water", quoted),
        incidents__2026__a=INCIDENT.replace("Wrong bills", quoted),
    )
    found = faces(root)
    for uri, content in found.items():
        if uri.endswith(".json"):
            json.loads(content)
        if uri.endswith((".xml", ".svg")):
            assert b"<script" not in content
    assert json.loads(found["api/v1/incidents.json"])["items"][0]["title"] == HOSTILE
    assert json.loads(found["api/v2/incidents.json"])["incidents"][0]["name"] == HOSTILE
    assert json.loads(found["feeds/incidents.json"])["items"][0]["title"].endswith(HOSTILE)


def test_an_empty_company_has_every_interface(tmp_path: Path) -> None:
    """A name, an address, a contact and a zone; nothing published yet."""
    found = faces(write(tmp_path, organisation=ORGANISATION))
    assert {"feeds/all.xml", "calendars/releases.ics", "badges/card.svg", "api/v2/summary.json"} <= found.keys()
    assert json.loads(found["api/v1/incidents.json"])["total"] == 0
    assert b"not measured" in found["badges/trust.svg"]


def test_an_address_in_another_script_is_written_in_ascii(tmp_path: Path) -> None:
    """Host in IDNA, path quoted: Atom, calendars and ids need it."""
    root = write(tmp_path, organisation=ORGANISATION.replace("trust.example.org", "vertrauen.müller.example/über"))
    found = faces(root)
    assert b"https://vertrauen.xn--mller-kva.example/%C3%BCber/feeds/all.xml" in found["feeds/all.xml"]
    assert "müller".encode() not in found["feeds/all.xml"]


PRINT = (
    "import hashlib,sys;from pathlib import Path;from tests.test_interfaces import faces,BASE;"
    "print(hashlib.sha256(repr(sorted(faces(BASE).items())).encode()).hexdigest())"
)


@pytest.mark.parametrize("more", [{"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}, {"LANG": "tr_TR.UTF-8", "LC_ALL": "C"}])
def test_the_same_bytes_everywhere(more: dict[str, str], repository: Path) -> None:
    """Under another hash seed, zone and locale."""

    def digest(environment: dict[str, str]) -> str:
        command = [sys.executable, "-c", PRINT]
        done = subprocess.run(
            command, cwd=repository, capture_output=True, text=True, check=True, env=os.environ | environment
        )
        return done.stdout

    assert digest({"PYTHONHASHSEED": "1", "TZ": "UTC"}) == digest(more)
