"""What the Python clients find in one site. Runs in build/clients-venv: `reading.py SITE ADDRESS`; prints JSON.

Each function is one client; it returns what it found in one line, or raises. Nothing of ours is imported here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SITE, ADDRESS = Path(sys.argv[1]).resolve(), sys.argv[2]
NEWEST = 50


def feedparser_reads_atom() -> str:
    """Every feed is well-formed, bounded, and uses no id twice."""
    import feedparser

    found = []
    for file in sorted((SITE / "feeds").glob("*.xml")):
        feed = feedparser.parse(file.read_bytes())
        assert feed.bozo == 0 and feed.version == "atom10", (file.name, feed.get("bozo_exception"))
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)) <= NEWEST
        assert all(entry.title and entry.link and entry.updated_parsed for entry in feed.entries)
        assert feed.feed.updated_parsed and feed.feed.title
        found.append(f"{file.stem} {len(ids)}")
    assert len(found) == 3
    return ", ".join(found)


def icalendar_reads_calendars() -> str:
    """Every calendar parses, writes itself back with the same events, and holds no faults."""
    import icalendar

    found = []
    for file in sorted((SITE / "calendars").glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        events = list(calendar.walk("VEVENT"))
        assert not calendar.errors and not any(event.errors for event in events)
        uids = [str(event["UID"]) for event in events]
        assert len(uids) == len(set(uids)) <= 2 * NEWEST
        again = icalendar.Calendar.from_ical(calendar.to_ical())
        assert [str(event["SUMMARY"]) for event in again.walk("VEVENT")] == [str(one["SUMMARY"]) for one in events]
        found.append(f"{file.stem} {len(uids)}")
    assert len(found) == 2
    return ", ".join(found)


def ics_reads_calendars() -> str:
    """A second reader finds as many events."""
    import ics

    counts = []
    for file in sorted((SITE / "calendars").glob("*.ics")):
        text = file.read_bytes().decode()
        events = ics.Calendar(text).events
        assert len(events) == text.count("BEGIN:VEVENT")
        assert all(event.name and event.begin for event in events)
        counts.append(str(len(events)))
    return " and ".join(counts) + " events"


def frictionless_validates_the_package() -> str:
    """The package is valid, and one flipped letter in one file is a wrong hash."""
    from frictionless import Package

    report = Package(str(SITE / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])[:3]
    names = [task.name for task in report.tasks]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        described = json.loads((SITE / "datapackage.json").read_text("utf-8"))
        for one in described["resources"]:
            (copy / one["path"]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SITE / one["path"], copy / one["path"])
        shutil.copy(SITE / "datapackage.json", copy)
        for path in ("data/trust.csv", "api/v1/scores.json"):
            content = (copy / path).read_bytes()
            (copy / path).write_bytes(content.replace(b"e", b"f", 1))
            wrong = Package(str(copy / "datapackage.json")).validate().flatten(["type"])
            assert ["hash-count"] in wrong, (path, wrong)
            (copy / path).write_bytes(content)
    return f"{len(names)} files valid; a changed file fails"


def sha256sum_checks_the_digests() -> str:
    """The system's own tool agrees with every digest."""
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "sha256sums.txt"], cwd=SITE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr
    return f"{done.stdout.count(': OK')} files"


def extruct_and_pyld_read_linked_data() -> str:
    """Organization, Report and Dataset stand where they belong; no rating of ourselves anywhere."""
    import extruct
    from pyld import jsonld

    schema = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}

    def offline(address: str, options: object) -> dict[str, object]:
        assert address.rstrip("/") == "https://schema.org", address
        return {"contextUrl": None, "documentUrl": address, "document": schema, "contentType": "application/ld+json"}

    def kinds(page: Path) -> list[str]:
        blocks = extruct.extract(page.read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
        found = []
        for block in blocks:
            for thing in jsonld.expand(block, {"documentLoader": offline}):
                found += [kind.rpartition("/")[2] for kind in thing.get("@type", [])]
        return found

    wanted = {"index.html": {"Organization"}, "data/index.html": {"Organization", "Dataset"}}
    quarters = sorted((SITE / "quarters").glob("*-q*/index.html"))
    wanted |= {page.relative_to(SITE).as_posix(): {"Organization", "Report"} for page in quarters[-4:]}
    for page, types in wanted.items():
        assert types <= set(kinds(SITE / page)), (page, kinds(SITE / page))
    everything = [page for page in SITE.rglob("index.html") if b"AggregateRating" in page.read_bytes()]
    assert everything == []
    return f"{len(wanted)} pages"


def openapi_spec_validator_reads_the_description() -> str:
    """The description is OpenAPI 3.1."""
    from openapi_spec_validator import OpenAPIV31SpecValidator

    described = json.loads((SITE / "api/v1/openapi.json").read_text("utf-8"))
    OpenAPIV31SpecValidator(described).validate()
    return f"{len(described['paths'])} addresses, {len(described['components']['schemas'])} shapes"


def jsonschema_holds_every_file_to_its_shape() -> str:
    """Every file below api/v1 answers to the schema that the description has for its address."""
    from jsonschema import Draft202012Validator, FormatChecker

    described = json.loads((SITE / "api/v1/openapi.json").read_text("utf-8"))
    count = 0
    for file in sorted((SITE / "api/v1").rglob("*.json")):
        uri = "/" + file.relative_to(SITE / "api/v1").as_posix()
        if uri == "/openapi.json":
            continue
        path = uri if uri in described["paths"] else re.sub(r"/[^/]+\.json$", "/{year}.json", uri)
        answer = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**answer, "components": described["components"]}
        Draft202012Validator(whole, format_checker=FormatChecker()).validate(json.loads(file.read_text("utf-8")))
        count += 1
    return f"{count} files"


def schemathesis_asks_for_every_address() -> str:
    """Asked for every address of the description, the static folder answers as described."""
    command = [
        *(str(Path(sys.executable).parent / "schemathesis"), "run", f"{ADDRESS}/api/v1/openapi.json"),
        *("--url", f"{ADDRESS}/api/v1", "--phases", "examples,coverage,fuzzing", "--max-examples", "20"),
        *(
            "--checks",
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        ),
        *("--mode", "positive", "--seed", "1", "--no-color", "--generation-deterministic"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-1500:]
    tested = re.search(r"Test cases:\s*\n?\s*([^\n]*)", done.stdout) or re.search(r"(\d+ generated[^\n]*)", done.stdout)
    return tested[1].strip() if tested else "no failure"


def the_exporter_reads_the_status() -> str:
    """statuspage-prometheus-exporter finds the status, the systems, the open incidents and planned work."""
    with tempfile.TemporaryDirectory() as folder:
        services = Path(folder) / "services.json"
        url = f"{ADDRESS}/api/v2/summary.json"
        services.write_text(json.dumps({"us": {"name": "us", "type": "status_page", "url": url}}), "utf-8")
        os.environ["SERVICES_JSON_PATH"] = str(services)
        os.chdir(folder)
        from statuspage_prometheus_exporter import service_checker

        found = service_checker.check_service_status("us", {"name": "us", "type": "status_page", "url": url})
        os.chdir("/")
    told = json.loads((SITE / "api/v2/summary.json").read_text("utf-8"))
    assert found["success"], found["error"]
    assert [one["id"] for one in found["incident_metadata"]] == [one["id"] for one in told["incidents"]]
    assert len(found["component_metadata"]) == len(told["components"])
    assert len(found["maintenance_metadata"]) == len(told["scheduled_maintenances"])
    assert (found["raw_status"], found["status"]) == (
        told["status"]["indicator"],
        int(told["status"]["indicator"] == "none"),
    )
    return f"{found['raw_status']}, {len(told['incidents'])} open"


CLIENTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("feedparser", feedparser_reads_atom),
    ("icalendar", icalendar_reads_calendars),
    ("ics", ics_reads_calendars),
    ("frictionless", frictionless_validates_the_package),
    ("sha256sum", sha256sum_checks_the_digests),
    ("extruct, pyld", extruct_and_pyld_read_linked_data),
    ("openapi-spec-validator", openapi_spec_validator_reads_the_description),
    ("jsonschema", jsonschema_holds_every_file_to_its_shape),
    ("schemathesis", schemathesis_asks_for_every_address),
    ("statuspage-prometheus-exporter", the_exporter_reads_the_status),
)


def main() -> None:
    """Run every client; one fails, the others go on."""
    results = []
    for name, client in CLIENTS:
        try:
            results.append([name, True, client()])
        except Exception as error:
            results.append([name, False, f"{type(error).__name__}: {error}"[:1500]])
    sys.stdout.write(json.dumps(results))


if __name__ == "__main__":
    main()
