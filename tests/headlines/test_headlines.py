"""A sample of `make headlines`, and that the judge finds what is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from scorecard.present.words.headline import Headline
from tests.headlines.histories import Case
from tests.headlines.judging import MAINS, faults, read
from tests.headlines.running import judged

pytestmark = pytest.mark.xdist_group("headlines")

SAMPLE = 600
#: Companies of the sample are none of the first ten thousand quarters'.
START = 1_000_000


@pytest.fixture(scope="module")
def sample() -> list[tuple[Case, list[str]]]:
    """Quarters with what is wrong with them."""
    return list(judged(SAMPLE, START))


def test_headlines_are_true_and_good_language(sample: list[tuple[Case, list[str]]]) -> None:
    """Each is a known sentence, true of the figures, at one with the state, short, and the same in Italian."""
    assert [(case.name, found, case.found["en"].sentences) for case, found in sample if found] == []


def test_every_sentence_comes_up(sample: list[tuple[Case, list[str]]]) -> None:
    """The random companies lead to each sentence that may lead."""
    led = Counter(read(case.found["en"].main)[0] for case, _ in sample)
    assert set(led) == set(MAINS)


def wrong(sample: list[tuple[Case, list[str]]], kind: str, old: str, new: str) -> str:
    """What the judge says where a sentence of that kind was changed."""
    for case, _ in sample:
        headline = case.found["en"]
        if read(headline.main)[0] == kind and old in " ".join(headline.sentences):
            changed = Headline(
                headline.main.replace(old, new),
                headline.facts,
                tuple(text.replace(old, new) for text in headline.further),
                headline.answered.replace(old, new),
            )
            return " ".join(faults(replace(case, found={"en": changed})))
    pytest.fail(f"no headline of the kind {kind!r} holds {old!r}")


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("fell", " fell ", " rose ", "'rose' without such a verdict"),
        ("unclear", "There was no clear change:", "Trust in us stayed about the same:", "'same' without"),
        ("state", "is broken", "is recovering", "the state is broken"),
        ("state rose", "is recovering", "is broken", "the state is recovering"),
        ("fell", "Trust in us fell", "Trust in us has fallen", "no known sentence"),
        ("first", "Our first measurement: ", "Our first measurement: 1", " is not ["),
        ("same", " out of 10, ", " out of 10, 1", " is not ["),
        ("fell", "people answered.", "people answered because of the storm.", "is no word for a headline"),
        ("fell", "people answered.", "people answered ", "broken punctuation"),
        ("fell", "It was at 7 or more before and is under 7 now.", "", "crossing 7"),
        ("rose", "between ", "between 0", ""),
        ("none", "We publish no trust score this quarter", "Our first measurement", "no known sentence"),
    ],
)
def test_the_judge_finds_what_is_wrong(
    sample: list[tuple[Case, list[str]]], kind: str, old: str, new: str, told: str
) -> None:
    """One word or figure changed in a true headline."""
    assert told in wrong(sample, kind, old, new)
    assert wrong(sample, kind, old, old) == ""


def test_an_own_fault_cannot_be_left_out(sample: list[tuple[Case, list[str]]]) -> None:
    """A headline without the worst fact of its quarter is found."""
    case = next(case for case, _ in sample if case.owned)
    headline = case.found["en"]
    silent = Headline(headline.main, (), headline.further, headline.answered)
    assert "no own fault in the first 60 words" in " ".join(faults(replace(case, found={"en": silent})))


def test_another_language_cannot_disagree(sample: list[tuple[Case, list[str]]]) -> None:
    """A figure that differs in Italian is found, and so is a sentence left in English."""
    case = next(case for case, _ in sample if read(case.found["en"].main)[0] == "fell")
    italian = case.found["it"]
    other = replace(italian, main=italian.main.replace(" su 10", " su 100"))
    assert "it: " in " ".join(faults(replace(case, found={**case.found, "it": other})))
    english = replace(italian, main=case.found["en"].main)
    assert "left in English" in " ".join(faults(replace(case, found={**case.found, "it": english})))
