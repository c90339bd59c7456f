"""The glossary: every word of the field and every word for the public, once."""

from __future__ import annotations

import pytest

from scorecard.present.pages import glossary
from scorecard.present.words import Words
from scorecard.present.words.glossary import terms
from tests.present import made, readable
from tests.present.pages.drawn import desk, html, page

#: HOUSE.md's words of the field and SITE.md's words for the public, as a reader meets them.
FIELD = (
    "indicator", "dimension", "pillar", "weight", "coverage", "reading", "wave", "item", "respondent", "response rate",
    "incident", "notice", "update", "postmortem", "remediation", "started", "known", "notified", "resolved", "promise",
    "outcome", "question", "risk", "restatement", "vintage", "guarded", "partner", "broken", "recovering", "problem",
    "too few incidents to judge", "steady", "too few answers to tell", "partly kept", "earlier version",
    "hidden to protect people", "savings do not hurt me", "acceptance by neighbours",
)  # fmt: skip


@pytest.mark.parametrize("word", FIELD)
def test_every_word_of_the_field_is_explained(word: str) -> None:
    """As a word of its own, in its meaning, or as the name that stands in the data."""
    found = [one for one in terms(Words()) if word in f"{one.id.replace('-', ' ')} {one.word} {one.meaning}".lower()]
    assert found, word


def test_words_stand_in_order_and_once() -> None:
    """A reader looks a word up by its first letter; an id is an address."""
    found = terms(Words())
    assert [one.word.casefold() for one in found] == sorted(one.word.casefold() for one in found)
    assert len({one.id for one in found}) == len({one.word for one in found}) == len(found)


def test_every_word_can_be_linked_to() -> None:
    """method/glossary/#term-ID."""
    drawn = html(page(glossary, desk(made.records())))
    assert all(f'id="term-{one.id}"' in drawn for one in terms(Words()))


def test_the_glossary_is_easy_to_read() -> None:
    """All meanings together."""
    assert readable.hardness(" ".join(one.meaning for one in terms(Words()))) <= readable.HARDEST
