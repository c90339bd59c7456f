"""The languages of a site: the first at the root, each other one in a folder with the same tree of pages."""

from __future__ import annotations

from dataclasses import replace

from babel import Locale

from scorecard.model.pages import Language, Page
from scorecard.present.desk import Desk


def make(desk: Desk, folder: str | None = None) -> Language:
    """The language of a desk, with what the frame around its pages says."""
    words, say = desk.words, desk.words.say
    locale = Locale.parse(words.language, sep="-")
    name = locale.get_display_name(words.language.replace("-", "_")) or words.language
    return Language(
        code=words.language,
        name=name[:1].upper() + name[1:],
        folder=folder_of(words.language) if folder is None else folder,
        direction=locale.text_direction,
        texts={
            "preview": say("Preview, not published."),
            "held": say("It shows figures that are held back until their release."),
            "invented": say("Example with invented data."),
            "no_such": say("{name} does not exist.", name=desk.organisation.name),
            "all": f"{desk.organisation.name}: {say('Trust scorecard')}",  # of feeds, as the feeds have them
            "incidents": f"{desk.organisation.name}: {say('Incidents')}",
            "corrections": f"{desk.organisation.name}: {say('Corrections')}",
            "languages": say("This page in another language"),
            "menu": say("Menu"),
            "dark": say("Switch to dark colours"),
            "light": say("Switch to light colours"),
            "missing": say("There is no page at this address"),
            "missing_why": say(
                "The address may be mistyped, or the link that led here may be wrong. "
                "If you think that a page of ours has gone, tell us: {contact}.",
                contact=desk.organisation.contact,
            ),
            "to_home": say("Home"),
            "to_incidents": say("All incidents"),
            "to_corrections": say("All corrections"),
            "to_search": say("Search this site"),
        },
    )


def folder_of(language: str) -> str:
    """Where the pages of a language stand that is not the first: 'it/'."""
    return f"{language.lower()}/"


def moved(page: Page) -> Page:
    """A page in the folder of its language. Its label leaves the navigation of the first language."""
    folder = folder_of(page.language)
    return replace(
        page,
        uri=folder + page.uri,
        parent=None if page.parent is None else folder + page.parent,
        nav=None,
        label=page.nav,
        folder=folder,
    )
