"""The company's own words beside single figures: shown where the figure stands, without any effect on it."""

from __future__ import annotations

import json
from pathlib import Path

from scorecard import pipeline
from tests.present.pages.test_real_states import AS_OF, GOOD, INCIDENT, built, page, sound, wave

HEARD = "  - {id: heard-listens, counts: [12, 9, 21, 33, 48, 71, 140, 188, 97, 61]}\n"
SAID = """\
company_comments:
  heard: We think that the <b>question</b> is unfair.
  telling-first: The storm took our phones away.
  first-notice-time: We count from the first call.
company_comment: All in all a hard quarter.
"""


def commented(folder: Path, said: str = SAID) -> Path:
    files = {
        "surveys__2026_q3": wave("2026-Q3", GOOD) + HEARD + said,
        "incidents__2026__2026_08_14_wrong_bills": INCIDENT,
    }
    built(folder, **files)
    return folder


def test_a_comment_stands_under_its_figure_with_what_the_figure_says(tmp_path: Path) -> None:
    """On the quarter's page beside the parts and the pillars, named, letter for letter, and said to change nothing."""
    bundle = pipeline.build(commented(tmp_path), AS_OF).bundle
    found = page(bundle, "quarters/2026-q3/")
    lead = "The company comments. These words are its own. They change no figure."
    assert f"{lead} Heard: 7.1 We think that the <b>question</b> is unfair." in found
    assert f"{lead} Telling people first" in found or f"{lead} Telling first" in found
    for words in ("The storm took our phones away.", "We count from the first call.", "All in all a hard quarter."):
        assert found.count(words) == 1, words
    assert "is unfair" in page(bundle)  # home shows the parts too
    for document in bundle.documents:
        sound(document)


def test_a_comment_changes_no_figure(tmp_path: Path) -> None:
    """Every figure is the same to the last digit with and without the company's words."""
    figures = [
        json.dumps(pipeline.score_json(pipeline.score(commented(tmp_path / name, said), AS_OF)), sort_keys=True)
        for name, said in (("with", SAID), ("without", ""))
    ]
    assert figures[0] == figures[1]
