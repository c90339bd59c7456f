"""The glossary: the words of this site in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views.entries import Opening
from scorecard.present.words import glossary
from scorecard.present.words.glossary import Term

PLACE = 85


@dataclass(frozen=True, slots=True)
class Glossary(Context):
    """The page: every word with its meaning, in alphabetical order."""

    opening: Opening
    terms: tuple[Term, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one page of words."""
    words = desk.words
    opening = Opening(
        words.say("Our words"),
        (
            words.say("One word for one thing, on every page."),
            words.say("Where the data or other people use another word, it stands beside."),
        ),
    )
    yield Page(
        uri=addresses.GLOSSARY,
        kind="glossary",
        title=words.say("Our words"),
        template="glossary.html.jinja",
        context=Glossary(words=words, say=words.say, frame=desk.frame, opening=opening, terms=glossary.terms(words)),
        updated=desk.today,
        description=words.say("What the words on this site mean."),
        parent=addresses.METHOD,
        nav=words.say("Our words"),
        language=words.language,
    )
