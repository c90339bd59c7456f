"""The docstring of an indicator is its public page, in plain words."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from scorecard.score import indicators
from scorecard.score.indicators import HEADINGS, discover, note, notes
from tests.score.company import default_method

LONGEST_SENTENCE = 25


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a colon parts what may be read alone."""
    return [one for one in re.split(r"(?<=[.:;?!])\s+", text) if one]


@pytest.mark.parametrize("id", discover())
def test_a_page_has_its_headings_and_plain_sentences(id: str) -> None:
    """Summary and four headings, no sentence over 25 words."""
    page = note(id, discover()[id])
    assert tuple(heading for heading, _ in page.sections) == HEADINGS
    assert page.summary.endswith(".")
    texts = [page.summary, *(text for _, paragraphs in page.sections for text in paragraphs)]
    long = [one for text in texts for one in sentences(text) if len(one.split()) > LONGEST_SENTENCE]
    assert long == []


@pytest.mark.parametrize("id", discover())
def test_a_page_says_which_constants_are_our_choice(id: str) -> None:
    """Where a page names numbers of the method, it says that they are our choice."""
    scored = " ".join(dict(note(id, discover()[id]).sections)["How it is scored"])
    if set(re.findall(r"\b\d+\b", scored)) - {"0", "100"}:
        assert "our choice" in scored


@pytest.mark.parametrize("id", discover())
def test_every_indicator_has_a_name_a_fact_and_a_test_of_its_own(id: str) -> None:
    """One module, one test file of the same name."""
    module = discover()[id]
    assert module.NAME[0].isupper()
    assert module.FACT[0].islower()
    assert (Path(__file__).parent / "indicators" / f"test_{id.replace('-', '_')}.py").is_file()


def test_the_packaged_method_weighs_every_indicator_once() -> None:
    """No module is forgotten, and no name is without a module."""
    weighed = [id for pillar in default_method().pillars for id in pillar.indicators]
    assert sorted(weighed) == sorted(discover())


def test_notes_are_those_of_all_modules() -> None:
    """In order of their ids."""
    assert [one.id for one in notes()] == list(discover())


def test_a_page_without_its_headings_is_refused() -> None:
    """A missing heading, or one in another place, is named."""
    module = ModuleType("scorecard.score.indicators.half")
    module.__doc__ = "A summary.\n\nWhy\nBecause.\n"
    with pytest.raises(ValueError, match=r"half: the docstring needs the headings What it measures, How it is scored,"):
        note("half", module)
    assert indicators.HEADINGS[0] == "What it measures"
