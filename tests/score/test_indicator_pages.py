"""The docstring of an indicator is its public page, in plain words."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from scorecard.score import indicators
from scorecard.score.indicators import HEADINGS, discover, note, notes
from tests.score.company import default_method

MOST_WORDS = 25
HARDEST = 8.0


def words(text: str) -> list[str]:
    """The words of a text, figures among them."""
    return re.findall(r"[\w’']+", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in re.split(r"(?<=[.?!])\s+", text) if one]


def hardness(text: str) -> float:
    """The Automated Readability Index (Smith and Senter 1967): about the school year a reader needs."""
    found = words(text)
    letters = sum(len(word) for word in found)
    return 4.71 * letters / len(found) + 0.5 * len(found) / len(sentences(text)) - 21.43


@pytest.mark.parametrize("id", discover())
def test_a_page_has_its_headings_and_plain_sentences(id: str) -> None:
    """Summary and four headings, no sentence over 25 words, none harder to read than a child of 13 can."""
    page = note(id, discover()[id])
    assert tuple(heading for heading, _ in page.sections) == HEADINGS
    assert page.summary.endswith(".")
    texts = [page.summary, *(" ".join(paragraphs) for _, paragraphs in page.sections)]
    assert [one for text in texts for one in sentences(text) if len(words(one)) > MOST_WORDS] == []
    assert [text for text in texts if hardness(text) > HARDEST] == []


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
