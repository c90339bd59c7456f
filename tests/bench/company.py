"""An invented company of any size, written as YAML: the same seed gives the same bytes."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

QUARTERS = 40
FIRST_YEAR = 2016
LAST_DAY = datetime(2025, 12, 31, tzinfo=UTC)
QUESTIONS = (
    "trust", "contact-good", "contact-easy", "heard-listens", "heard-matters", "promise-does", "promise-matches",
    "people-act", "people-unwatched", "cost-service", "cost-interests", "told-quickly", "admits-mistakes", "honest",
    "does-right", "answers-promptly", "tells-first", "friendly",
)  # fmt: skip
THINGS = ("Payments", "Meter readings", "The web portal", "Bills", "The phone line", "Street lights", "Water pumps")
FAULTS = ("failed", "stopped", "were slow", "showed wrong figures", "could not be reached", "came twice")


def write(project: Path, incidents: int, quarters: int = QUARTERS, seed: int = 1) -> Path:
    """Write a whole project below `project` (which may exist) and return it."""
    chance = random.Random(seed)
    data = project / "data"
    (data / "surveys").mkdir(parents=True, exist_ok=True)
    (data / "organisation.yml").write_text(
        "name: Benchmark Utilities\nurl: https://trust.example.org\ncontact: trust@example.org\n"
        "timezone: Europe/Rome\ndata_source: invented\nsystems: {portal: Portal, meters: Meters}\n"
        "segments: {household: {customers: 40000}, business: {customers: 8000}}\n",
        encoding="utf-8",
    )
    for index in range(quarters):
        year, number = FIRST_YEAR + index // 4, index % 4 + 1
        (data / "surveys" / f"{year}-q{number}.yml").write_text(_wave(chance, year, number), encoding="utf-8")
    span = timedelta(days=quarters * 91)
    for index in range(incidents):
        known = LAST_DAY - span * ((index + 0.5) / max(1, incidents)) + timedelta(minutes=chance.randrange(600))
        folder = data / "incidents" / str(known.year)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{known:%Y-%m-%d}-case-{index}.yml").write_text(incident(chance, known, index), encoding="utf-8")
    return project


def _wave(chance: random.Random, year: int, number: int) -> str:
    lines = [
        f"quarter: {year}-Q{number}", "audience: customers", "sample: random", "invited: 2400", "respondents: 620",
        "questions:",
    ]  # fmt: skip
    for name in QUESTIONS:
        level = 6.5 + chance.random() * 1.5
        answers = [min(10, max(1, round(chance.gauss(level, 1.7)))) for _ in range(600)]
        counts = [answers.count(k) for k in range(1, 11)]
        first = [n * 5 // 6 for n in counts]
        rest = [n - m for n, m in zip(counts, first, strict=True)]
        lines.append(f"  - id: {name}")
        lines.append(f"    counts: {{all: {counts}, household: {first}, business: {rest}}}")
        lines.append("    dont_know: {all: 12}")
    return "\n".join(lines) + "\n"


def incident(chance: random.Random, known: datetime, index: int) -> str:
    """One incident as YAML."""
    severity = chance.choices(("critical", "major", "minor"), (1, 4, 15))[0]
    fault = chance.choices(("ours", "supplier", "nature"), (6, 3, 1))[0]
    told = known + timedelta(minutes=chance.randrange(5, 400))
    end = told + timedelta(minutes=chance.randrange(30, 2000))
    stamp = "%Y-%m-%dT%H:%MZ"
    lines = [
        f"title: {chance.choice(THINGS)} {chance.choice(FAULTS)} in district {index % 37}",
        "kind: service", f"severity: {severity}", f"fault: {fault}",
        f"systems: [{chance.choice(('portal', 'meters'))}]",
        f"started: {known - timedelta(minutes=chance.randrange(90)):{stamp}}", f"known: {known:{stamp}}",
        f"notified: {told:{stamp}}", f"resolved: {end:{stamp}}", "found_by: company",
        f"affected: {{customers: {chance.randrange(20, 9000)}, told_directly: true}}",
    ]  # fmt: skip
    if fault == "ours":
        lines.append(
            "acknowledged: {text: We changed a setting and did not test it. That was our mistake., by: Operations}"
        )
    else:
        lines.append("acknowledged: {not-applicable: The fault was not ours.}")
    lines += [
        "what_to_do: You need to do nothing. A wrong bill is put right on the next one.",
        f"postmortem: {{published: {end + timedelta(days=3):%Y-%m-%d}}}",
        "description: |",
        "  The first customers called in the morning. We looked for the cause in the wrong place at first.",
        "  A second look showed that one setting had been changed the evening before and nobody had tested it.",
        "",
        "  We put the old setting back. We now test each change before it goes out, and a second person looks at it.",
        "remediation:",
        f"  - {{what: A second person looks at each change, owner: operations, "
        f"due: {end + timedelta(days=40):%Y-%m-%d}, done: {end + timedelta(days=chance.randrange(5, 60)):%Y-%m-%d}}}",
        "updates:",
        f"  - {{at: {told:{stamp}}, status: investigating, text: Some customers are affected. We look for the cause.}}",
    ]  # fmt: skip
    step = (end - told) / 4
    for number in (1, 2, 3):
        words = f"We know more and go on. This is word number {number} to you; the next one follows soon."
        lines.append(f"  - {{at: {told + step * number:{stamp}}, status: identified, text: {words}}}".replace(";", "."))
    lines.append(f"  - {{at: {end:{stamp}}, status: resolved, text: All works again. We are sorry for the trouble.}}")
    return "\n".join(lines) + "\n"
