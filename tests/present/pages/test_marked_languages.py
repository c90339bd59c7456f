"""Text in another language than the page's says which: for voices that read it aloud, and for letters of its script."""

from __future__ import annotations

from pathlib import Path

from tests.present.pages.test_real_states import GOOD, built, wave

ASKED = "Quanto si fida di noi?"
ARABIC = "لماذا انقطعت المياه؟"


def test_a_question_says_in_which_language_it_was_asked(tmp_path: Path) -> None:
    """In the table of questions and in the picture of answers; one without a language has no mark."""
    survey = wave("2026-Q3", GOOD).replace("{id: trust,", f"{{id: trust, lang: it, text: '{ASKED}',")
    other = "  - {id: heard-listens, counts: [12, 9, 21, 33, 48, 71, 140, 188, 97, 61]}\n"
    bundle = built(tmp_path, surveys__2026_q3=survey + other)
    html = next(one.html for one in bundle.documents if one.uri == "quarters/2026-q3/")
    assert html.count(f'<th scope="row"><span lang="it">{ASKED}</span>') == 2
    assert html.count('lang="') == 2


def test_what_is_no_language_is_no_attribute(tmp_path: Path) -> None:
    """The code comes from data: anything else than a code is left out."""
    survey = wave("2026-Q3", GOOD).replace("{id: trust,", "{id: trust, lang: '\"><script>', text: Trust,")
    bundle = built(tmp_path, surveys__2026_q3=survey)
    html = next(one.html for one in bundle.documents if one.uri == "quarters/2026-q3/")
    assert 'lang="' not in html and "<script>" not in html


def test_a_question_of_a_reader_says_its_language_and_direction(tmp_path: Path) -> None:
    """Arabic in an English page runs from the right, and says that it is Arabic."""
    question = (
        f"with: customers\nstarted_by: A reader\nasked: 2026-08-01\nlang: ar\nquestion: {ARABIC}\n"
        "answered: 2026-08-09\nanswer: The pump failed.\noutcome: answered\n"
    )
    bundle = built(tmp_path, surveys__2026_q3=wave("2026-Q3", GOOD), dialogue__2026__2026_08_water=question)
    html = next(one.html for one in bundle.documents if one.uri == "dialogue/")
    assert f'<div class="sc-question" lang="ar"><p dir="rtl">{ARABIC}</p></div>' in html
    assert "<p>The pump failed.</p>" in html
