# ruff: noqa: E501 (messages and headings are read by rows)
"""What an answer says: numbers in many spellings, and nothing guessed."""

import pytest

from scorecard.importers.surveys.meaning import Words, numbered, parts
from scorecard.model.records.mapping import SurveyMapping

READ = {
    "7": 7, " 7 ": 7, "7.0": 7, "7,0": 7, "7,00": 7, "07": 7, "10 - Completely": 10, "1 – Not at all": 1, "5 (very good)": 5,
    "5: good": 5, "5.": 5, "Completely (10)": 10, "Extremely likely - 10": 10, "Not at all – 0": 0, "0": 0, "-1": -1,
}  # fmt: skip
UNREAD = [
    "7.5",
    "7,5",
    "7/10",
    "10-11",
    "3 times",
    "seven",
    "7e0",
    "1,000",
    "2026-11-02",
    "192.0.2.1",
    "٧",
    "5 - 6",
    "- 6",
    "Wi-Fi-6",
    "2 of us - 6",
    "--",
    "NaN",
]


@pytest.mark.parametrize("text", READ)
def test_a_number_is_read(text: str) -> None:
    """Whole numbers, with zeros after the decimal mark, with words behind or before."""
    assert numbered(text) == READ[text]


@pytest.mark.parametrize("text", UNREAD)
def test_nothing_is_guessed(text: str) -> None:
    """Fractions, ranges, dates and words are no answers."""
    assert numbered(text) is None


def test_words_come_first() -> None:
    """Don't know, no answer, labels in any capitals; then numbers; nothing is no answer; the rest fits nowhere."""
    mapping = SurveyMapping.model_validate(
        {
            "tool": "csv",
            "dont_know": ["Don't  know", "99"],
            "no_answer": ["-9"],
            "questions": [{"id": "a", "column": "A", "scale": "1-5", "labels": {"Strongly agree": "5"}}],
        }
    )
    words, asked = Words.of(mapping), mapping.questions[0]
    said = ["DON’T KNOW", "99", "-9", "", "  ", "strongly  AGREE", "4", "6", "0", "agree"]
    assert [words.value(text, asked) for text in said] == [
        "dont_know", "dont_know", "no_answer", "no_answer", "no_answer", 5, 4, None, None, None,
    ]  # fmt: skip


def test_the_line_of_a_matrix_is_the_question() -> None:
    """However the tool joins the heading and its line; a dash or a bracket of one word is none."""
    assert parts("How far? - They listen to me.")[-1] == "They listen to me."
    assert parts("G1Q02[SQ001]. How far? [They listen to me.]")[-1] == "They listen to me."
    assert parts("How far?-They listen to me.")[-1] == "They listen to me."
    assert parts("Is it up-to-date and well-known?")[-1] == "Is it up-to-date and well-known?"
    assert parts("Q01. They listen to me.")[-1] == "They listen to me."
    assert parts("Trust - overall")[-1] == "Trust - overall"
    assert parts("Did it work [optional]")[-1] == "Did it work [optional]"
