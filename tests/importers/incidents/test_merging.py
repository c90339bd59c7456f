"""Hundreds of edits as people make them, and a source that went on: edits stay letter for letter, the rest follows."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from scorecard.importers import incidents
from scorecard.importers.incidents.found import Found, Said, settled
from scorecard.read import foreign

ROME = ZoneInfo("Europe/Rome")
START = datetime(2026, 3, 14, 8, 41, tzinfo=UTC)
PATH = "data/incidents/2026/2026-03-14-fog.yml"
#: (a line as the import writes it, what a person writes instead).
EDITS = {
    "title": ("title: Fog\n", "title: 'Fog: on line 2'  # ours\n"),
    "fault": ("fault: unknown\n", "# the weather\nfault: nature\n"),
    "known": ("known: unknown\n", "known:    2026-03-14T09:12\n"),
    "started": ("started: unknown\n", ""),
    "severity": ("severity: minor\n", 'severity: "minor"\n'),
    "affected": ("affected: unknown\n", "affected:\n    customers: 40\n\n    # counted\n    estimate: true\n"),
    "source": ("source: https://example.org/1\n", "source: >-\n  https://example.org/1\n"),
}
OWN = (
    "found_by: company\n",
    "company_comment: |\n  Ours.\n\n  Still ours.\n",
    "private_note: Ticket 4711.\n",
    "\n\n# a note\n",
)


def source(dice: random.Random | None) -> Found:
    """The incident; with dice, as the source has it later."""
    said = [
        Said(START, "investigating", "Fog."),
        Said(START + timedelta(hours=1), "identified", "Thick: fog\n\n# really"),
    ]
    one = Found("1", "Fog", notified=START, resolved="not-yet", url="https://example.org/1", said=tuple(said))
    if dice is None:
        return one
    changes: dict[str, Any] = {}
    if dice.random() < 0.6:
        changes["resolved"] = START + timedelta(hours=3)
        changes["said"] = (*said, Said(START + timedelta(hours=3), "resolved", "Gone."))
    if dice.random() < 0.3:
        changes["title"] = "Heavy fog"
    if dice.random() < 0.3:
        changes["severity"] = "minor" if dice.random() < 0.5 else "major"
    if dice.random() < 0.2:
        changes["url"] = None
    if dice.random() < 0.2:
        changes["started"] = START - timedelta(hours=1)
    if dice.random() < 0.2:
        changes["description"] = "Clouds on the ground."
    fields = {name: getattr(one, name) for name in Found.__dataclass_fields__} | changes
    return settled(Found(**fields))


def plan(found: Found, files: dict[str, str]) -> incidents.File:
    """What becomes of the one file."""
    company = incidents.Company(ROME, None, {}, files, foreign.plain_or_none)
    (file,) = incidents.plan("atom", [found], company, incidents.Desk(None, foreign.yaml)).files
    return file


def edited(text: str, dice: random.Random) -> tuple[str, dict[str, str]]:
    """The text after some edits, and what the person wrote for each key."""
    mine = {}
    for key, (old, new) in EDITS.items():
        if dice.random() < 0.35:
            assert text.count(old) == 1
            text = text.replace(old, new)
            mine[key] = new
    for own in OWN:
        if dice.random() < 0.25:
            place = dice.choice(["kind: service\n", "notified: 2026-03-14T09:41\n"])
            text = text.replace(place, place + own)
            mine[own] = own
    if dice.random() < 0.2:
        text = text.replace("text: Fog.\n", "text: Fog, as every March.\n")
        mine["updates"] = "text: Fog, as every March.\n"
    if dice.random() < 0.2:
        text = text.removesuffix("\n")
    if dice.random() < 0.3:
        text = text.replace("\n", "\r\n")
        mine = {key: new.replace("\n", "\r\n") for key, new in mine.items()}
    return ("\ufeff" if dice.random() < 0.2 else "") + text, mine


@pytest.mark.parametrize("block", range(10))
def test_edits_stay_and_the_rest_follows(block: int) -> None:
    """40 files each: every edit is in the new text as written, untouched keys say what the source says; then rest."""
    first = plan(source(None), {}).text
    assert first is not None
    for number in range(40):
        dice = random.Random(block * 40 + number)
        text, mine = edited(first, dice)
        later = source(dice)
        made = plan(later, {PATH: text})
        new = made.text if made.text is not None else text
        assert (made.text is None) == (made.action == "unchanged")
        assert new.startswith("\ufeff") == text.startswith("\ufeff")
        assert ("\r\n" in new) == ("\r\n" in text)
        assert "\r\n" not in new or new.count("\r\n") == new.count("\n")
        for key, written in mine.items():
            assert written in new or key == "updates", (number, key)
        if "updates" in mine:
            assert "text: Fog, as every March." in new
        wanted = foreign.plain_or_none(plan(later, {}).text or "")
        before, after = foreign.plain_or_none(text), foreign.plain_or_none(new)
        for key in wanted.keys() - mine.keys() - {"updates"}:
            assert after[key] == wanted[key], (number, key)
        for key in mine.keys() & EDITS.keys():
            assert after.get(key) == before.get(key), (number, key)
        assert after["updates"][1:] == wanted["updates"][1:]
        assert plan(later, {PATH: new}).text is None, number


def test_a_lone_carriage_return_or_mixed_line_ends_change_no_other_line() -> None:
    """Mixed ends stay mixed; a lone one leaves the file alone."""
    text = plan(source(None), {}).text or ""
    mixed = text.replace("kind: service\n", "kind: service\r\n")
    later = replace(source(None), title="Heavy fog")
    made = plan(later, {PATH: mixed})
    assert made.text is not None
    before, after = mixed.split("\n"), made.text.split("\n")
    assert [line for line in after if line not in before] == [after[1], "title: Heavy fog\r"]
    assert len(before) == len(after)
    lone = text.replace("kind: service\n", "kind: service\r")
    assert plan(later, {PATH: lone}).text is None
    assert plan(later, {PATH: lone}).differs == ("the whole file: it is not written key by key",)
