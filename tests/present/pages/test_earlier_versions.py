"""A corrected figure and its earlier version: shown beside it, on a page of its own, and linked from the correction.

The ledger of these tests is made by hand: tests/published/ (decisions/0080).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scorecard.model.pages import Bundle, Document
from tests.present.pages.test_real_states import GOOD, built, page, sound, wave, words

LEDGER = Path(__file__).resolve().parents[2] / "published"
CORRECTION = """\
concerns: survey:2026-Q3
field: counts
was: 6.6
is: 7.1
label: C
found: 2026-10-25
published: 2026-10-27
reason: The agency had sent the counts of another town.
effect: The score rises from 6.6 to 7.1.
"""
HEARD = "  - {id: heard-listens, scale: 1-10, counts: [12, 9, 21, 33, 48, 71, 140, 188, 97, 61]}\n"
HIDDEN = "[0, 0, 0, 0, 1, 1, 1, 1, 0, 0]"


def corrected(folder: Path, survey: str = "", change: dict[str, Any] | None = None, **files: str) -> Bundle:
    """A site whose third quarter of 2026 was published twice; `change` goes into the first version."""
    for file in sorted(LEDGER.glob("*/*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        if change is not None and content["version"] == 1:
            content |= change
        target = folder / "data" / "published" / file.relative_to(LEDGER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(content), encoding="utf-8")
    usual = {
        "surveys__2026_q3": survey or wave("2026-Q3", GOOD) + HEARD,
        "corrections__2026_10_27_counts": CORRECTION,
    }
    return built(folder, **(files or usual))


def document(bundle: Bundle, uri: str) -> Document:
    return next(one for one in bundle.documents if one.uri == uri)


def led(bundle: Bundle, uri: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', document(bundle, uri).html)


@pytest.mark.parametrize("uri", ["", "quarters/2026-q3/"])
def test_beside_the_figure_stands_what_it_said_before(uri: str, tmp_path: Path) -> None:
    """When, what, why no longer, and two links: to the correction and to that version."""
    bundle = corrected(tmp_path)
    said = (
        "On 20 October 2026 we published 6.6 out of 10, between 6.4 and 6.8. "
        "Changed on 27 October 2026: our mistake. What was wrong That version"
    )
    assert said in page(bundle, uri)
    up = "../" * uri.count("/")
    assert f"{up}corrections/#correction-2026-10-27-counts" in led(bundle, uri)
    assert ("v1/" if uri else "quarters/2026-q3/v1/") in led(bundle, uri)
    assert "Corrected: first published as 6.6" in page(bundle)  # a numbered mark in the picture


def test_the_second_version_said_what_we_say_now(tmp_path: Path) -> None:
    """No line for a version that shows the figure in force."""
    found = page(corrected(tmp_path))
    assert found.count("we published") == 2  # the score and the points of the first version
    assert "On 20 October 2026 we published 58 of 100 points. Changed on 27 October 2026: our mistake." in found


def test_counts_and_parts_stand_with_what_they_were(tmp_path: Path) -> None:
    """The people asked, and a part of trust that was another or none."""
    found = page(corrected(tmp_path), "quarters/2026-q3/")
    assert "Asked 5,400 (earlier: 6,000)" in found
    assert "earlier: 6.2" in found


def test_every_version_keeps_its_address(tmp_path: Path) -> None:
    """The first says what replaced it and why; the second that it is in force; both lead to each other and to now."""
    bundle = corrected(tmp_path)
    first, second = (page(bundle, f"quarters/2026-q3/v{n}/") for n in (1, 2))
    assert first.startswith(
        "This is an earlier version, kept as it was. Published 20 October 2026. "
        "On 27 October 2026 a later version took its place: our mistake. What was wrong Q3 2026 as it stands now"
    )
    assert second.startswith("This is the version in force, kept as it was published. Published 27 October 2026.")
    assert "It said: Our first measurement: 6.6 out of 10." in first
    assert "Trust 6.6 6.4 to 6.8 680" in first and "Heard 6.2 5.9 to 6.5 640" in first
    assert "6,000 people were asked." in first and "58 of 100 points in this version." in first
    assert "../v2/" in led(bundle, "quarters/2026-q3/v1/") and "../v1/" in led(bundle, "quarters/2026-q3/v2/")
    assert "../" in led(bundle, "quarters/2026-q3/v1/")
    for one in bundle.documents:
        sound(one)


def test_versions_are_linked_from_the_list_of_quarters_the_quarter_and_the_correction(tmp_path: Path) -> None:
    """Two clicks from home at most; and the correction names the version before and the one after."""
    bundle = corrected(tmp_path)
    assert {"2026-q3/v1/", "2026-q3/v2/"} <= set(led(bundle, "quarters/"))
    assert "As we published it: version 1 (20 October 2026), version 2 (27 October 2026)." in page(
        bundle, "quarters/2026-q3/"
    )
    assert {"../quarters/2026-q3/v1/", "../quarters/2026-q3/v2/"} <= set(led(bundle, "corrections/"))
    assert "Version before Q3 2026, version 1 After Q3 2026, version 2" in page(bundle, "corrections/")


def test_a_version_without_a_score_says_so(tmp_path: Path) -> None:
    """Published without a score first: the reason is quoted, no figure is made up."""
    nothing = {"score": None, "lo": None, "hi": None, "n": None, "reason": "too_few"}
    trust = json.loads((LEDGER / "2026-q3/v1.json").read_text(encoding="utf-8"))["trust"]
    trust["customers"]["direct"] = nothing
    found = page(corrected(tmp_path, change={"trust": trust}))
    assert "On 20 October 2026 we published no score (too few people answered)." in found
    assert "Corrected: first published as no score" in found


def test_what_is_hidden_now_is_not_told_by_an_earlier_version(tmp_path: Path) -> None:
    """A figure that is hidden to protect people stands on no page, whatever was published before."""
    bundle = corrected(tmp_path, wave("2026-Q3", HIDDEN))
    for one in bundle.documents:
        assert not re.search(r"\b6\.6\b|\b7\.1\b|6\.4 to 6\.8", words(one)) or one.uri == "corrections/", one.uri
    assert "Trust Hidden to protect people." in page(bundle, "quarters/2026-q3/v1/")


def test_a_score_that_was_taken_back_leaves_a_trace(tmp_path: Path) -> None:
    """The wave is gone or has no score now: the page of its quarter stays, and says and links what was published."""
    gone = corrected(tmp_path / "gone", surveys__2026_q2=wave("2026-Q2", GOOD))
    found = page(gone, "quarters/2026-q3/")
    assert "We had published a score for this quarter. We have taken it back. version 1 version 2" in found
    assert "2026-q3/v1/" in led(gone, "quarters/") and "2026-q3/" in led(gone, "quarters/")
    assert "6.6 out of 10" in page(gone, "quarters/2026-q3/v1/")
    kept = corrected(tmp_path / "kept")
    assert "taken it back" not in page(kept, "quarters/2026-q3/")


def test_a_version_of_tomorrow_is_on_no_page(tmp_path: Path) -> None:
    """What is published after the cut-off has no page, no link and no line."""
    bundle = corrected(tmp_path, change={"published": "2026-11-02T08:00:00Z", "headline": "Canary"})
    assert [one.uri for one in bundle.documents if one.kind == "vintage"] == ["quarters/2026-q3/v2/"]
    assert not any("Canary" in one.html for one in bundle.documents)


def test_text_of_the_ledger_is_never_markup(tmp_path: Path) -> None:
    """A changed file can say what it wants; it is shown letter for letter."""
    hostile = "<script>alert(1)</script> {{ 7*7 }} \"q\" 'a'"
    bundle = corrected(tmp_path, change={"headline": hostile})
    assert hostile in page(bundle, "quarters/2026-q3/v1/")
    assert "<script>alert" not in document(bundle, "quarters/2026-q3/v1/").html


def test_without_a_ledger_nothing_is_said_of_it(tmp_path: Path) -> None:
    """A project that never published a version has no such page and no such line."""
    bundle = built(tmp_path, surveys__2026_q3=wave("2026-Q3", GOOD))
    assert not any(
        one.kind == "vintage" or "version" in words(one) for one in bundle.documents if one.uri in ("", "quarters/")
    )
    assert "earlier" not in page(bundle) and "As we published it" not in page(bundle, "quarters/2026-q3/")
