"""The search, on a page of its own: no other page fetches the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views.entries import Opening

PLACE = 98


@dataclass(frozen=True, slots=True)
class Search(Context):
    """What the script says: nothing found, one, `{n}` of them, only the first `{n}` shown, the index is missing."""

    opening: Opening
    nothing: str
    one: str
    many: str
    most: str
    failed: str


def make(desk: Desk) -> Iterator[Page]:
    """The one page."""
    words = desk.words
    title = words.say("Search this site")
    yield Page(
        uri=addresses.SEARCH,
        kind="search",
        title=title,
        template="search.html.jinja",
        context=Search(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=Opening(
                title, (words.say("Finds pages that hold all the words you write, or words that begin so."),)
            ),
            nothing=words.say("Nothing was found. Try fewer or shorter words."),
            one=words.say("1 page"),
            many=words.say("{n} pages", n="{n}"),
            most=words.say("{n} pages; the best {shown} are shown", n="{n}", shown="{shown}"),
            failed=words.say("The search cannot be loaded here. It works on a web server, not from a folder."),
        ),
        updated=desk.updated,
        description=words.say("Search all pages, incidents and quarters of this site."),
        parent=addresses.HOME,
        language=words.language,
    )
